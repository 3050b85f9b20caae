package org.cordonrt.rt;

import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.cordonrt.dicom.DicomFormatException;
import org.cordonrt.issue.CordonException;
import org.cordonrt.issue.Issue;
import org.cordonrt.rt.Inventory.RtFile;

/** How messages name files and list things. */
final class Words {
    private static final int MOST_LISTED = 8;

    /** PS3.5 section 6.2, and lower case, which is a common mistake. */
    private static final Pattern CODE_STRING = Pattern.compile("[A-Za-z0-9 _]{0,16}");

    private Words() {}

    /** "a, b, c"; a long list is cut short. */
    static String list(Collection<?> things) {
        String first = things.stream().limit(MOST_LISTED).map(String::valueOf).collect(Collectors.joining(", "));
        return things.size() <= MOST_LISTED ? first : first + " and " + (things.size() - MOST_LISTED) + " more";
    }

    /** A defined term as it was written; what is none stays unsaid, since a damaged file may hold a name there. */
    static String term(String text) {
        return CODE_STRING.matcher(text).matches() ? "'" + text + "'" : "no code string";
    }

    static String paths(List<? extends RtFile> files) {
        return list(files.stream().map(f -> f.origin().path()).toList());
    }

    /** Does work on one file; whatever is refused says in which file. */
    static <T> T in(String path, Supplier<T> work) {
        try {
            return work.get();
        } catch (DicomFormatException e) {
            throw e.in(path);
        } catch (CordonException e) {
            throw new CordonException(e.code(), path + ": " + e.getMessage(), e);
        }
    }

    /** The same findings, each with the file it is about. */
    static List<Issue> in(String path, List<Issue> issues) {
        return issues.stream()
                .map(i -> new Issue(i.code(), i.severity(), path + ": " + i.message()))
                .toList();
    }
}

package org.cordonrt.dicom;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.cordonrt.issue.Issue;
import org.cordonrt.issue.IssueCode;

/**
 * Departures from the encoding rules that were read all the same, gathered by kind: a hostile file can hold millions of
 * them, and a person needs each kind only once.
 */
final class Oddities {
    enum Kind {
        NO_PREAMBLE("the preamble of 128 bytes is missing"),
        NO_META("the file meta information is missing; the encoding was told from the first elements"),
        NO_TRANSFER_SYNTAX("the transfer syntax is missing; the encoding was told from the first elements"),
        META_LENGTH("the length of the file meta information is missing or wrong"),
        ZLIB_HEADER("the deflated data set has a zlib header"),
        AFTER_DEFLATED("bytes after the deflated data set were not read"),
        TRAILING_ZEROS("zero bytes after the data set"),
        GROUP_LENGTH("retired group length"),
        ODD_LENGTH("value of odd length"),
        UNORDERED("elements not in the order of their tags"),
        STRAY_DELIMITER("delimiter where nothing is open"),
        UNKNOWN_VR("unknown value representation, read as bytes"),
        UNKNOWN_CHARACTER_SET("unknown character set, read as ISO_IR 100");

        private final String description;

        Kind(String description) {
            this.description = description;
        }
    }

    private final Map<Kind, Integer> counts = new EnumMap<>(Kind.class);
    private final Map<Kind, String> firstPlaces = new EnumMap<>(Kind.class);

    /** Notes one that concerns the whole file. */
    void add(Kind kind) {
        counts.merge(kind, 1, Integer::sum);
    }

    /** Notes one at a place, which is asked for only the first time. */
    void add(Kind kind, Supplier<String> place) {
        if (counts.merge(kind, 1, Integer::sum) == 1) {
            firstPlaces.put(kind, place.get());
        }
    }

    /** One finding for each kind met. */
    List<Issue> toIssues() {
        List<Issue> issues = new ArrayList<>(counts.size());
        counts.forEach((kind, count) -> {
            StringBuilder message = new StringBuilder(kind.description);
            String place = firstPlaces.get(kind);
            if (place != null) {
                message.append(": ").append(place);
                if (count > 1) {
                    message.append(" and ").append(count - 1).append(" more");
                }
            }
            issues.add(Issue.of(IssueCode.DICOM_ODDITY, message.toString()));
        });
        return List.copyOf(issues);
    }
}

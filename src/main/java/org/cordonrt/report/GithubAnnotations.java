package org.cordonrt.report;

import org.cordonrt.check.Assessment;
import org.cordonrt.constraint.ConstraintResult;
import org.cordonrt.constraint.State;
import org.cordonrt.issue.Issue;
import org.cordonrt.issue.Severity;

/**
 * A check as workflow commands that GitHub Actions shows as annotations: the verdict first, since only the first ten of
 * a kind are shown, then the limits that were not met and what a person should look at. One line each; text from files
 * can neither begin another command nor end its own.
 *
 * <p>Stateless: may be called from any number of threads.
 */
public final class GithubAnnotations {
    private GithubAnnotations() {}

    /** The annotations of an assessment, one a line. */
    public static String of(Assessment a) {
        StringBuilder out = new StringBuilder();
        State state = a.verdict().state();
        out.append(line(word(Outcomes.weight(state)), "Cordon: " + state, Headline.of(a)));
        for (ConstraintResult r : Outcomes.raised(a)) {
            out.append(line(
                    word(Outcomes.weight(r)),
                    r.state() + " " + r.setId() + " " + r.constraint().id(),
                    Outcomes.limit(r) + ": " + Outcomes.finding(r)));
        }
        for (Issue i : a.issues()) {
            if (i.severity() != Severity.INFO) {
                out.append(line(
                        i.severity() == Severity.ERROR ? "error" : "warning",
                        i.code().name(),
                        i.message()));
            }
        }
        return out.toString();
    }

    /**
     * One annotation, ended by a line feed.
     *
     * @param command error, warning or notice
     */
    public static String line(String command, String title, String message) {
        return "::" + command + " title=" + property(title) + "::" + data(message) + "\n";
    }

    /** One annotation of a line of a file. */
    public static String line(String command, String file, int line, int column, String title, String message) {
        return "::" + command + " file=" + property(file) + ",line=" + line + ",col=" + column + ",title="
                + property(title) + "::" + data(message) + "\n";
    }

    private static String word(Outcomes.Weight weight) {
        return switch (weight) {
            case ERROR -> "error";
            case WARNING -> "warning";
            case NOTE, NONE -> "notice";
        };
    }

    /** Line breaks are gone already; a percent sign would begin an escape. */
    private static String data(String text) {
        return PrintableText.of(text, false).replace("%", "%25");
    }

    private static String property(String text) {
        return data(text).replace(":", "%3A").replace(",", "%2C");
    }
}

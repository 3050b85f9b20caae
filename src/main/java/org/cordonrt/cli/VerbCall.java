package org.cordonrt.cli;

import java.util.List;
import org.cordonrt.constraint.Similar;
import org.cordonrt.issue.CordonException;

/**
 * Which verb was asked for, with its arguments.
 *
 * @param name as the user writes it
 * @param verb what runs
 * @param arguments the rest of the command line
 */
record VerbCall(String name, Verb verb, List<String> arguments) {

    /** All verbs, for messages. */
    private static final List<String> NAMES = List.of(
            "check",
            "dvh",
            "margin",
            "compare",
            "list",
            "batch",
            "constraints list",
            "constraints show",
            "constraints lint",
            "constraints import",
            "reirradiation",
            "robust",
            "selftest",
            "phantom spine",
            "phantom list",
            "phantom analytic",
            "diff",
            "completion",
            "man");

    /** All verbs as the user writes them, those of two words with both. */
    static List<String> names() {
        return NAMES;
    }

    static VerbCall of(List<String> args) {
        String first = args.get(0);
        boolean hasSecond = first.equals("constraints") || first.equals("phantom");
        if (hasSecond && (args.size() < 2 || args.get(1).startsWith("-"))) {
            throw CliOptions.usage(first + " needs one of: " + String.join(", ", secondWords(first))
                    + " (cordon --help shows all verbs)");
        }
        String name = hasSecond ? first + " " + args.get(1) : first;
        return new VerbCall(name, verb(name), args.subList(hasSecond ? 2 : 1, args.size()));
    }

    private static List<String> secondWords(String first) {
        return NAMES.stream()
                .filter(n -> n.startsWith(first + " "))
                .map(n -> n.substring(first.length() + 1))
                .toList();
    }

    static Verb verb(String name) {
        return switch (name) {
            case "check" -> new CheckVerb();
            case "batch" -> new BatchVerb();
            case "dvh" -> new DvhVerb();
            case "margin" -> new MarginVerb();
            case "compare" -> new CompareVerb();
            case "list" -> new ListVerb();
            case "constraints list" -> new ConstraintsListVerb();
            case "constraints show" -> new ConstraintsShowVerb();
            case "constraints lint" -> new ConstraintsLintVerb();
            case "constraints import" -> new ConstraintsImportVerb();
            case "reirradiation" -> new ReirradiationVerb();
            case "robust" -> new RobustVerb();
            case "selftest" -> new SelftestVerb();
            case "phantom spine" -> new PhantomSpineVerb();
            case "phantom list" -> new PhantomListVerb();
            case "phantom analytic" -> new PhantomAnalyticVerb();
            case "diff" -> new DiffVerb();
            case "completion" -> new CompletionVerb();
            case "man" -> new ManVerb();
            default -> throw unknown(name);
        };
    }

    static CordonException unknown(String name) {
        List<String> like = Similar.to(name, NAMES);
        return CliOptions.usage("'" + name + "' is not a verb of cordon; "
                + (like.isEmpty()
                        ? "there are: " + String.join(", ", NAMES)
                        : "did you mean " + String.join(" or ", like) + "?")
                + " (cordon --help)");
    }
}

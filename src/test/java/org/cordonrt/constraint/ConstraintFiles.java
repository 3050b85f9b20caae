package org.cordonrt.constraint;

import java.util.List;
import org.cordonrt.issue.Severity;

/** Constraint files for tests: a valid one, and ways to change it. */
final class ConstraintFiles {
    /** The lines that tests replace stand alone. */
    static final String VALID = """
            # A file as a clinic would write it.
            schema: cordon/constraint-set/1
            id: CLINIC
            name: Our limits
            version: "2"
            description: Limits of our department.
            citation: Somebody A. Something about cords. A journal 2020
            doi: 10.1000/some.thing
            addresses:
              A: https://example.org/a
              B: https://example.org/b
            constraints:
              - id: C1
                structure: SPINAL_CORD
                structureInSource: Whatever they drew
                fractions: 1
                metric: D0.035cc[Gy]
                comparator: <=
                limit: 14
                unit: Gy
                level: mandatory
                endpoint: myelopathy
                where: Table 1
                status: V2
                readAt: [A, B]
              - id: C2
                structure: SPINAL_CORD
                structureInSource: Whatever they drew
                fractions: 1
                metric: V10Gy[cc]
                comparator: <
                limit: 0.35
                unit: cc
                level: optimal
                required: never
                endpoint: myelopathy
                risk: low
                events: 1 of 100
                citation: Somebody Else B. Another paper. 2021
                doi: none
                where: Table 2
                status: V1
                note: A note.
            """;

    private ConstraintFiles() {}

    /** The valid file with the first occurrence of {@code old} replaced; line breaks may be written as {@code \n}. */
    static String with(String old, String replacement) {
        int at = VALID.indexOf(old.replace("\\n", "\n"));
        if (at < 0) {
            throw new IllegalArgumentException("not in the file: " + old);
        }
        return VALID.substring(0, at)
                + replacement.replace("\\n", "\n")
                + VALID.substring(at + old.replace("\\n", "\n").length());
    }

    static List<LintFinding> errors(String text) {
        return ConstraintFileReader.read(text).findings().stream()
                .filter(f -> f.severity() == Severity.ERROR)
                .toList();
    }
}

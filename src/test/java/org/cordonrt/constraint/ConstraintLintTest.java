package org.cordonrt.constraint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.cordonrt.issue.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConstraintLintTest {

    /** Each row stands on the line of its number, from 1. */
    private static List<LintFinding> lint(Constraint... rows) {
        List<PlacedConstraint> placed = new ArrayList<>();
        for (Constraint row : rows) {
            placed.add(new PlacedConstraint(row, new YamlNode.Place(placed.size() + 1, 5)));
        }
        return ConstraintLint.of(placed);
    }

    private static Constraint row(String text, int fractions) {
        return Limits.limit(text, fractions, Level.MANDATORY);
    }

    private static void finds(List<LintFinding> findings, String rule, Severity severity, int line) {
        assertThat(findings).singleElement().satisfies(f -> {
            assertThat(f.rule()).isEqualTo(rule);
            assertThat(f.severity()).isEqualTo(severity);
            assertThat(f.line()).isEqualTo(line);
        });
    }

    /** Seen in a public file: 15.9 Gy to 0.5 cc of a brainstem whose maximum is 15 Gy. */
    @Test
    void aNearMaximumAboveTheMaximum() {
        finds(
                lint(row("BRAINSTEM Max[Gy] <= 15", 1), row("BRAINSTEM D0.5cc[Gy] < 15.9", 1)),
                "above-maximum",
                Severity.ERROR,
                2);
    }

    /** Seen in a public file: the table for 5 fractions is a copy of the one for 4. */
    @Test
    void identicalTablesForDifferentFractions() {
        List<LintFinding> findings = lint(
                row("SPINAL_CORD D0.35cc[Gy] < 18", 4),
                row("SPINAL_CORD Max[Gy] <= 25.6", 4),
                row("SPINAL_CORD Max[Gy] <= 25.6", 5),
                row("SPINAL_CORD D0.35cc[Gy] < 18", 5),
                row("CAUDA_EQUINA Max[Gy] <= 28.8", 4),
                row("CAUDA_EQUINA Max[Gy] <= 31.5", 5));
        finds(findings, "identical-fractions", Severity.ERROR, 3);
        assertThat(findings.get(0).message()).contains("spinal cord", "5 fractions", "those for 4");
    }

    @ParameterizedTest
    @CsvSource({
        "D0.35cc[Gy] < 10, D1.2cc[Gy] < 12, not-monotone",
        "D1.2cc[Gy] < 12, D0.35cc[Gy] < 10, not-monotone",
        "D10%[Gy] < 10, D20%[Gy] < 11, not-monotone",
        "V10Gy[cc] < 0.35, D1.2cc[Gy] < 12, not-monotone",
        "V10Gy[cc] < 0.35, V14Gy[cc] < 0.5, not-monotone",
        "Max[cGy] <= 1400, D0.35cc[Gy] < 14.5, above-maximum",
        "Max[Gy] <= 14, V15Gy[cc] < 0.1, above-maximum",
        "Max[Gy] <= 14, D5%[Gy] < 15, above-maximum",
        "Max[Gy] <= 14, Mean[Gy] < 15, above-maximum",
        "Max[Gy] <= 14, Max[Gy] <= 13, limited-twice",
        "Max[Gy] <= 14, Max[Gy] < 14, limited-twice"
    })
    void limitsThatCannotBothBeRight(String first, String second, String rule) {
        assertThat(lint(row("SPINAL_CORD " + first, 1), row("SPINAL_CORD " + second, 1)))
                .extracting(LintFinding::rule)
                .containsExactly(rule);
        // Limits on different structures or for different fractions have nothing to say to each other.
        assertThat(lint(row("SPINAL_CORD " + first, 1), row("THECAL_SAC " + second, 1)))
                .isEmpty();
        assertThat(lint(row("SPINAL_CORD " + first, 1), row("SPINAL_CORD " + second, 3)))
                .noneMatch(f -> f.rule().equals(rule));
    }

    /** One limit may be the same for two numbers of fractions by rounding: that is a doubt, not an error. */
    @Test
    void oneIdenticalLimitIsADoubt() {
        finds(
                lint(row("SPINAL_CORD Max[Gy] <= 25", 4), row("SPINAL_CORD Max[Gy] <= 25", 5)),
                "identical-fractions",
                Severity.WARNING,
                2);
    }

    @ParameterizedTest
    @CsvSource({
        "Max[Gy] <= 21, Max[Gy] <= 20",
        "Max[Gy] <= 21, Max[cGy] <= 2000",
        "D0.35cc[Gy] < 18, V17Gy[cc] < 0.35",
        "D10%[Gy] < 18, D10%[Gy] < 17"
    })
    void lessDoseInMoreFractions(String three, String five) {
        finds(
                lint(row("SPINAL_CORD " + five, 5), row("SPINAL_CORD " + three, 3)),
                "fractions-not-monotone",
                Severity.ERROR,
                1);
        assertThat(lint(row("SPINAL_CORD " + three, 5), row("SPINAL_CORD " + five, 3)))
                .isEmpty();
        assertThat(lint(row("SPINAL_CORD " + three, 3), row("THECAL_SAC " + five, 5)))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "D0.35cc[Gy] < 10, D1.2cc[Gy] < 10",
        "D0.35cc[Gy] < 10, D1.2cc[Gy] < 7",
        "D10%[Gy] < 10, D1.2cc[Gy] < 12",
        "Max[Gy] <= 14, D0.35cc[Gy] < 14",
        "V10Gy[cc] < 0.35, V14Gy[cc] < 0.03",
        "Max[Gy] <= 14, Mean[Gy] < 14"
    })
    void limitsThatFitEachOther(String first, String second) {
        assertThat(lint(row("SPINAL_CORD " + first, 1), row("SPINAL_CORD " + second, 1)))
                .isEmpty();
    }

    @Test
    void aGoalAboveItsLimit() {
        Constraint goal = Limits.limit("SPINAL_CORD Max[Gy] <= 15", 1, Level.OPTIMAL);
        finds(lint(row("SPINAL_CORD Max[Gy] <= 14", 1), goal), "goal-above-limit", Severity.ERROR, 2);
        assertThat(lint(row("SPINAL_CORD Max[Gy] <= 16", 1), goal)).isEmpty();
    }
}

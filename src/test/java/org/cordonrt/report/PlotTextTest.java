package org.cordonrt.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cordonrt.report.Samples.limit;
import static org.cordonrt.report.Samples.match;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.DoubleStream;
import org.cordonrt.check.AssessedStructure;
import org.cordonrt.check.Curve;
import org.cordonrt.check.GapProfile;
import org.cordonrt.constraint.ConstraintResult;
import org.cordonrt.constraint.StructureMatch;
import org.cordonrt.metric.MetricValue;
import org.cordonrt.plan.Point3;
import org.junit.jupiter.api.Test;

class PlotTextTest {
    private static final TextStyle WIDE = TextStyle.plain();
    private static final TextStyle ASCII = new TextStyle(80, true, false, TextStyle.Detail.NORMAL);

    /** A volume that falls on a straight line from all of it at 0 Gy to nothing at 20 Gy. */
    private static AssessedStructure ramp(StructureMatch match) {
        double[] dose = DoubleStream.iterate(0, d -> d <= 20, d -> d + 0.5).toArray();
        double[] volume = DoubleStream.of(dose).map(d -> 8 * (1 - d / 20)).toArray();
        return new AssessedStructure(
                match,
                OptionalDouble.of(8),
                OptionalInt.of(3),
                OptionalDouble.of(1),
                List.of(),
                Optional.of(new Curve(dose, volume, volume, volume)),
                null);
    }

    private static String row(String text, String name) {
        return text.lines().filter(l -> l.startsWith("  " + name)).findFirst().orElseThrow();
    }

    @Test
    void aHistogramFallsFromLeftToRightAndKeepsToTheWidth() {
        String text = PlotText.of(List.of(ramp(match(1, "SpinalCord"))), List.of(), List.of(), ASCII);
        assertThat(text.lines())
                .allMatch(l -> l.length() <= 80)
                .allMatch(l -> l.chars().allMatch(c -> c < 0x7F));
        String drawn = row(text, "SpinalCord").substring(24).strip();
        assertThat(drawn).startsWith("9").endsWith("1").hasSizeGreaterThan(50);
        assertThat(drawn.chars().boxed().toList()).isSortedAccordingTo((a, b) -> b - a);
        assertThat(PlotText.of(List.of(ramp(match(1, "SpinalCord"))), List.of(), List.of(), WIDE))
                .contains("\u2588", "\u2581");
    }

    @Test
    void aBrokenLimitIsMarkedBelowItsDose() {
        StructureMatch cord = match(1, "SpinalCord");
        ConstraintResult broken = ConstraintResult.judge(
                "SET", limit("L", Samples.MAX, 10), cord, MetricValue.of(Samples.MAX, 20, 20, 20));
        String text = PlotText.of(List.of(ramp(cord)), List.of(broken), List.of(), ASCII);
        String marks =
                text.lines().filter(l -> l.strip().equals("X")).findFirst().orElseThrow();
        String axis = row(text, "dose in Gy");
        assertThat(marks.indexOf('X')).isCloseTo(axis.indexOf("10"), org.assertj.core.api.Assertions.within(1));
    }

    @Test
    void theGapIsLowWhereItIsNarrow() {
        List<GapProfile.Place> places = new ArrayList<>();
        for (int z = -50; z <= 50; z++) {
            double mm = 2 + Math.abs(z) / 5.0;
            places.add(new GapProfile.Place(
                    z, true, mm, mm, new Point3(0, 0, z), new Point3(0, mm, z), 6, Optional.empty()));
        }
        GapProfile gap = new GapProfile(
                match(1, "SpinalCord"), match(2, "GTV"), places, places.get(50), 100, 2, 7, 12, List.of(), Double.NaN);
        String text = PlotText.of(List.of(), List.of(), List.of(gap), ASCII);
        String drawn = row(text, "SpinalCord - GTV").substring(24);
        assertThat(drawn).startsWith("9").endsWith("9").contains("2");
        assertThat(drawn.indexOf('2')).isBetween(drawn.length() / 3, drawn.length() * 2 / 3);
        assertThat(text).contains("smallest 2.00 mm at height 0.0");
    }

    @Test
    void nothingToDrawIsNothing() {
        assertThat(PlotText.of(List.of(), List.of(), List.of(), WIDE)).isEmpty();
    }
}

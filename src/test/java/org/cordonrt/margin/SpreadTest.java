package org.cordonrt.margin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import org.cordonrt.Property;
import org.cordonrt.plan.Point3;
import org.junit.jupiter.api.Test;

class SpreadTest {
    private static Spread.Measured measured(double x, double distanceMm, double areaMm2) {
        return new Spread.Measured(new Point3(x, 0, 0), distanceMm, areaMm2);
    }

    @Test
    void onePointIsEverything() {
        Spread s = Spread.of(List.of(measured(3, 2.5, 0.5)));
        assertThat(s).isEqualTo(new Spread(2.5, new Point3(3, 0, 0), 2.5, 2.5, 2.5, 2.5, new Point3(3, 0, 0)));
    }

    @Test
    void percentilesAreSharesOfAreaNotOfPoints() {
        // 4 % of the area at 1 mm, 2 % at 2 mm, the rest at 3 mm but for 1 % at 9 mm.
        Spread s = Spread.of(List.of(measured(0, 3, 93), measured(1, 9, 1), measured(2, 1, 4), measured(3, 2, 2)));
        assertThat(s.p5Mm()).isEqualTo(2);
        assertThat(s.p95Mm()).isEqualTo(3);
        assertThat(s.meanMm()).isEqualTo((93 * 3 + 9 + 4 + 4) / 100.0);
        assertThat(s.minAtMm().x()).isEqualTo(2);
        assertThat(s.maxAtMm().x()).isEqualTo(1);
    }

    /** Held against a sort, with many equal distances and with all different ones. */
    @Test
    void agreesWithSorting() {
        Property.forAll(300, SpreadTest::points, all -> {
            int n = all.size();
            List<Spread.Measured> sorted = all.stream()
                    .sorted(Comparator.comparingDouble(Spread.Measured::distanceMm))
                    .toList();
            double area = all.stream().mapToDouble(Spread.Measured::areaMm2).sum();
            double sum =
                    all.stream().mapToDouble(m -> m.areaMm2() * m.distanceMm()).sum();

            Spread s = Spread.of(all);

            assertThat(s.p5Mm()).isEqualTo(reached(sorted, 0.05 * area));
            assertThat(s.p95Mm()).isEqualTo(reached(sorted, 0.95 * area));
            assertThat(s.minMm()).isEqualTo(sorted.get(0).distanceMm());
            assertThat(s.minAtMm()).isEqualTo(sorted.get(0).at());
            assertThat(s.maxMm()).isEqualTo(sorted.get(n - 1).distanceMm());
            assertThat(s.maxAtMm()).isEqualTo(sorted.get(n - 1).at());
            assertThat(s.meanMm()).isCloseTo(sum / area, within(1e-12));
        });
    }

    private static List<Spread.Measured> points(SplittableRandom random) {
        int n = 1 + random.nextInt(400);
        boolean coarse = random.nextBoolean();
        List<Spread.Measured> all = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            double d = coarse ? random.nextInt(8) : random.nextDouble() * 10 - 2;
            // Quarters add up without rounding, so that the two sums cannot differ at the boundary.
            all.add(measured(i, d, (1 + random.nextInt(9)) / 4.0));
        }
        return all;
    }

    private static double reached(List<Spread.Measured> sorted, double area) {
        double below = 0;
        for (Spread.Measured m : sorted) {
            below += m.areaMm2();
            if (below >= area) {
                return m.distanceMm();
            }
        }
        throw new AssertionError("more than all");
    }
}

package org.cordonrt.robust;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.cordonrt.constraint.Comparison;
import org.cordonrt.dvh.SolidPart;
import org.cordonrt.dvh.SurfacePart;
import org.cordonrt.geometry.SlabSolid;
import org.cordonrt.plan.DoseGrid;
import org.cordonrt.plan.Point3;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How much work a search is, in a dose that rises by 2 Gy for each mm to the left. */
class ShiftSearchTest {
    private static final double GAP = 0.02;
    private static final double RISE = 2;
    private static final double BREAK_MM = 1.5;

    @ParameterizedTest
    @CsvSource({"NEAR_MAX, 0.5", "NEAR_MAX, 0.99", "NEAR_MAX, 1.1", "NEAR_MAX, 3", "MAX, 0.5", "MAX, 0.99", "MAX, 3"})
    void aStartThatIsTooLongCostsLittle(MovedLimit.Kind kind, double gapsTooLong) {
        Searched s = new Searched(kind);
        double length = BREAK_MM + gapsTooLong * GAP;
        ShiftSearch search = s.search(s.coverage.region(length));
        ShiftSearch.Found found = search.run(10, new Point3(length, 0, 0));
        assertThat(found.lowerMm()).isLessThanOrEqualTo(BREAK_MM + 1e-6);
        assertThat(found.upperMm()).isBetween(BREAK_MM - 1e-6, Math.min(length, BREAK_MM + 0.6 * GAP));
        assertThat(found.upperMm() - found.lowerMm()).isLessThanOrEqualTo(GAP);
        // Halved until boxes are as small as what is left between the start and the break it would be tens of
        // thousands.
        assertThat(search.boxes()).isLessThan(200);
    }

    /** A cord whose limit is broken {@code BREAK_MM} to the left of where it is. */
    private static final class Searched {
        private final SlabSolid solid = Phantoms.tube(4, 6);
        private final DoseGrid dose = Phantoms.dose(20, p -> 20 + RISE * p.x());
        private final DoseBlock block = new DoseBlock(dose, new Point3(-20, -20, -20), new Point3(20, 20, 20));
        private final MovedLimit limit;
        private final Coverage coverage;

        Searched(MovedLimit.Kind kind) {
            MovedLimit any = new MovedLimit(solid, kind, 50, 1, Comparison.AT_MOST);
            double rest = new CertifiedShifts(any, dose, block, 0)
                    .metric(new Point3(0, 0, 0), 1e-4)
                    .value();
            limit = new MovedLimit(solid, kind, 50, rest + RISE * BREAK_MM, Comparison.AT_MOST);
            coverage = Coverage.of(MovingStructure.of(solid, 0.5), dose.geometry());
        }

        ShiftSearch search(ShiftSearch.Region region) {
            List<SurfacePart> surface = SurfacePart.of(solid);
            return new ShiftSearch(limit, dose, SolidPart.of(solid), surface, block, region, coverage, GAP, 4000);
        }
    }
}

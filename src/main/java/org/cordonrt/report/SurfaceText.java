package org.cordonrt.report;

import java.util.List;
import java.util.Locale;
import org.cordonrt.check.SurfaceComparison;

/** Surfaces as a whole as tables. */
final class SurfaceText {
    private static final int NAME_WIDTH = 42;

    private SurfaceText() {}

    static void add(Page page, List<SurfaceComparison> surfaces) {
        for (SurfaceComparison s : surfaces) {
            page.heading("Surfaces of " + page.safe(s.from().structure().name()) + " and "
                    + page.safe(s.to().structure().name()) + " (mm; interpolated between planes)");
            TextTable t = new TextTable(2)
                    .left("", NAME_WIDTH)
                    .right("min")
                    .right("P5")
                    .right("mean")
                    .right("P95")
                    .right("max")
                    .left("smallest at", Integer.MAX_VALUE);
            String from = page.safe(s.from().structure().name());
            String to = page.safe(s.to().structure().name());
            row(t, from + " to " + to, s.forward());
            row(t, to + " to " + from, s.backward());
            for (SurfaceComparison.Expansion e : s.expansion()) {
                row(
                        t,
                        e.direction().equals("ALL")
                                ? "margin around " + from
                                : "  " + e.direction().toLowerCase(Locale.ROOT),
                        e.distances());
            }
            page.table(t);
            page.paragraph(
                    "  ",
                    "largest distance (Hausdorff) " + number(s.hausdorffMm()) + "; sampled every "
                            + Decimals.shortest(s.spacingMm(), 2)
                            + " mm: a true minimum or maximum is at most " + Decimals.fixed(s.boundMm(), 2)
                            + " mm beyond the stated one");
            s.breach()
                    .ifPresent(b -> page.paragraph(
                            "  ",
                            from + " reaches out of " + to + " by up to " + number(b.farthestMm()) + " mm at "
                                    + Phrases.point(b.farthestAtMm()) + ", from " + Decimals.fixed(b.fromMm(), 1)
                                    + " to "
                                    + Decimals.fixed(b.toMm(), 1) + ", " + Decimals.fixed(b.outsideCc(), 3)
                                    + " cc in all"));
        }
    }

    private static void row(TextTable t, String what, SurfaceComparison.Distances d) {
        t.row(
                what,
                number(d.minMm()),
                number(d.p5Mm()),
                number(d.meanMm()),
                number(d.p95Mm()),
                number(d.maxMm()),
                Phrases.point(d.minAtMm()));
    }

    private static String number(double v) {
        return Decimals.fixed(v, 2);
    }
}

package org.cordonrt.report;

import java.util.List;
import org.cordonrt.check.GapProfile;

/** The gap along a structure as a table. */
final class ProfileText {
    /** Planes further from the other structure than this tell nothing about the gap; other forms of output have them. */
    private static final double SHOWN_MM = 10;

    private static final int NAME_WIDTH = 16;

    private ProfileText() {}

    static void add(Page page, GapProfile p) {
        page.heading("Along " + page.safe(p.from().structure().name()) + ", to "
                + page.safe(p.to().structure().name()) + " (mm; between the interpolated surfaces)");
        summary(page, p);
        boolean dose = p.nearest().fallOff().isPresent();
        TextTable t =
                new TextTable(2).right("plane").right("3D").right("in plane").right("o'clock");
        if (!dose) {
            t.left("side", NAME_WIDTH);
        } else {
            t.right("there")
                    .right("here")
                    .right("Gy/mm")
                    .right("%/mm")
                    .right("90-50")
                    .right("80-20");
        }
        t.left("nearest point", Integer.MAX_VALUE);
        int left = 0;
        for (GapProfile.Place at : p.places()) {
            if (at.distanceMm() > SHOWN_MM) {
                left++;
            } else if (at.onPlane() || page.isVerbose()) {
                t.row(dose ? withDose(at) : withoutDose(at));
            }
        }
        if (!t.isEmpty()) {
            page.table(t);
        }
        if (left > 0 && !page.isQuiet()) {
            page.paragraph(
                    "  ",
                    "not shown: " + left + " heights more than " + Decimals.shortest(SHOWN_MM, 0)
                            + " mm away (JSON and CSV have all"
                            + (page.isVerbose() ? ")" : "; -v shows those between planes)"));
        }
    }

    private static void summary(Page page, GapProfile p) {
        GapProfile.Place n = p.nearest();
        page.paragraph(
                "  ",
                "smallest " + mm(n.distanceMm()) + " at " + Decimals.shortest(n.heightMm(), 2) + ", " + n.clock()
                        + " o'clock (" + n.side() + ")");
        page.paragraph(
                "  ",
                p.besideMm() > 0
                        ? "beside each other over " + Decimals.fixed(p.besideMm(), 1) + " mm: 5 % of it closer than "
                                + mm(p.p5Mm()) + ", half closer than " + mm(p.medianMm()) + ", 95 % closer than "
                                + mm(p.p95Mm())
                        : "not beside each other: one lies wholly above the other");
        StringBuilder closer = new StringBuilder("length closer than");
        for (GapProfile.Closer c : p.closer()) {
            closer.append(' ')
                    .append(Decimals.shortest(c.thanMm(), 2))
                    .append(" mm: ")
                    .append(Decimals.fixed(c.lengthMm(), 1))
                    .append(';');
        }
        page.paragraph("  ", closer.substring(0, closer.length() - 1));
    }

    /** What the columns mean, once below all profiles. */
    static void addNotes(Page page, List<GapProfile> profiles) {
        if (page.isQuiet() || profiles.isEmpty()) {
            return;
        }
        page.heading(null);
        page.paragraph(
                "Directions are seen from the feet: 12 o'clock is anterior, 3 the patient's left. The nearest point"
                        + " is that of the other structure.");
        if (profiles.get(0).nearest().fallOff().isPresent()) {
            page.paragraph(
                    "Dose in Gy along the shortest path: there at the surface of the other structure, here at that of the"
                            + " first; percent of the prescription; 90-50 and 80-20: on how many mm it falls between them. Dose"
                            + " samples are "
                            + Decimals.shortest(profiles.get(0).gridSpacingMm(), 2)
                            + " mm apart; a coarse grid makes a fall-off look wider: the same plans had 90-50 % widths of 2.5, 2.8"
                            + " and 3.3 mm on grids of 1, 1.5 and 2.5 mm (PMC5658825).");
        }
    }

    private static String[] withoutDose(GapProfile.Place at) {
        return new String[] {
            Decimals.shortest(at.heightMm(), 2),
            mm(at.distanceMm()),
            mm(at.inPlaneMm()),
            at.clock(),
            at.side(),
            Phrases.point(at.toPointMm())
        };
    }

    private static String[] withDose(GapProfile.Place at) {
        GapProfile.Gradient g = at.fallOff().orElseThrow();
        return new String[] {
            Decimals.shortest(at.heightMm(), 2),
            mm(at.distanceMm()),
            mm(at.inPlaneMm()),
            at.clock(),
            number(g.toGy()),
            number(g.fromGy()),
            number(g.gyPerMm()),
            Double.isNaN(g.percentPerMm()) ? "-" : Decimals.fixed(g.percentPerMm(), 1),
            number(g.width9050Mm()),
            number(g.width8020Mm()),
            Phrases.point(at.toPointMm())
        };
    }

    private static String mm(double v) {
        return Double.isNaN(v) ? "-" : v == 0 ? "0" : Decimals.beside(v, 0, 2);
    }

    private static String number(double v) {
        return Double.isNaN(v) ? "-" : Decimals.fixed(v, 2);
    }
}

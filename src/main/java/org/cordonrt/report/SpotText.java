package org.cordonrt.report;

import org.cordonrt.check.HotSpot;
import org.cordonrt.plan.Point3;

/** The hottest part of the cord in words. */
final class SpotText {
    private SpotText() {}

    static void add(Page page, HotSpot h) {
        int n = h.clusters().size();
        page.paragraph(
                "  ",
                "Hottest " + Decimals.shortest(h.volumeCc(), 3) + " cc of "
                        + page.safe(h.structure().structure().name()) + " ("
                        + Decimals.fixed(h.doseGy(), 2) + " Gy or more): "
                        + (n == 1 ? "one cluster" : n + " clusters") + ", sampled every "
                        + Decimals.shortest(h.resolutionMm(), 2) + " mm");
        for (HotSpot.Cluster c : h.clusters()) {
            page.paragraph("    ", cluster(page, c));
        }
    }

    private static String cluster(Page page, HotSpot.Cluster c) {
        String where = Double.isNaN(c.clockHours())
                ? "in the middle"
                : c.clock() + " o'clock (" + c.side() + "), " + Decimals.fixed(c.fromCentreMm(), 1)
                        + " mm from the middle";
        return Decimals.fixed(c.volumeCc(), 3) + " cc around " + point(c.centroidMm()) + ", plane "
                + Decimals.shortest(c.planeMm(), 2) + ", " + where
                + c.target()
                        .map(t -> ", " + Decimals.fixed(t.distanceMm(), 1) + " mm from "
                                + page.safe(t.match().structure().name()))
                        .orElse("");
    }

    private static String point(Point3 p) {
        return "(" + Decimals.fixed(p.x(), 1) + ", " + Decimals.fixed(p.y(), 1) + ", " + Decimals.fixed(p.z(), 1) + ")";
    }
}

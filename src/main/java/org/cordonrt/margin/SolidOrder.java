package org.cordonrt.margin;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.cordonrt.geometry.PlaneFrame;
import org.cordonrt.geometry.PlaneRegion;
import org.cordonrt.geometry.Slab;
import org.cordonrt.geometry.SlabSolid;
import org.cordonrt.plan.Point3;

/**
 * An order of solids by content. A search that always begins with the lesser one gives the same bits whichever way its
 * arguments come. Solids that tie are the same for that purpose.
 */
final class SolidOrder implements Comparator<SlabSolid> {
    private static final Comparator<Point3> POINTS =
            Comparator.comparingDouble(Point3::x).thenComparingDouble(Point3::y).thenComparingDouble(Point3::z);

    private static final Comparator<PlaneFrame> FRAMES = Comparator.comparing(PlaneFrame::w, POINTS)
            .thenComparing(PlaneFrame::u, POINTS)
            .thenComparing(PlaneFrame::v, POINTS);

    private static final Comparator<Slab> SLABS = Comparator.comparingDouble(Slab::planeMm)
            .thenComparingDouble(Slab::lowMm)
            .thenComparingDouble(Slab::highMm)
            .thenComparing(Slab::region, SolidOrder::compareRegions);

    @Override
    public int compare(SlabSolid p, SlabSolid q) {
        int c = FRAMES.compare(p.frame(), q.frame());
        List<Slab> s = p.slabs();
        List<Slab> t = q.slabs();
        for (int i = 0; c == 0 && i < Math.min(s.size(), t.size()); i++) {
            c = SLABS.compare(s.get(i), t.get(i));
        }
        return c != 0 ? c : Integer.compare(s.size(), t.size());
    }

    private static int compareRegions(PlaneRegion p, PlaneRegion q) {
        int c = Double.compare(p.areaMm2(), q.areaMm2());
        if (c != 0) {
            return c;
        }
        double[][] s = p.toRings();
        double[][] t = q.toRings();
        for (int k = 0; c == 0 && k < Math.min(s.length, t.length); k++) {
            c = Arrays.compare(s[k], t[k]);
        }
        return c != 0 ? c : Integer.compare(s.length, t.length);
    }
}

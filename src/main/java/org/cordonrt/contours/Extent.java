package org.cordonrt.contours;

import org.cordonrt.geometry.PlaneFrame;
import org.cordonrt.geometry.Slab;
import org.cordonrt.geometry.SlabSolid;

/**
 * How far a solid reaches along a frame's normal, end caps included, mm.
 *
 * @param lowMm lower end
 * @param highMm upper end
 */
public record Extent(double lowMm, double highMm) {

    /** The extent of a solid along the normal of any frame. */
    public static Extent of(SlabSolid solid, PlaneFrame along) {
        PlaneFrame own = solid.frame();
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        // The share of each own axis in the direction: exactly 0, 0 and 1 where both have the same normal.
        double au = own.equals(along) ? 0 : own.u().dot(along.w());
        double av = own.equals(along) ? 0 : own.v().dot(along.w());
        double aw = own.equals(along) ? 1 : own.w().dot(along.w());
        for (Slab s : solid.slabs()) {
            double least = 0;
            double most = 0;
            if (au != 0 || av != 0) {
                least = Double.POSITIVE_INFINITY;
                most = Double.NEGATIVE_INFINITY;
                for (double[] ring : s.region().toRings()) {
                    for (int i = 0; i < ring.length; i += 2) {
                        double h = au * ring[i] + av * ring[i + 1];
                        least = Math.min(least, h);
                        most = Math.max(most, h);
                    }
                }
            }
            low = Math.min(low, least + Math.min(aw * s.lowMm(), aw * s.highMm()));
            high = Math.max(high, most + Math.max(aw * s.lowMm(), aw * s.highMm()));
        }
        return new Extent(low, high);
    }

    public double lengthMm() {
        return highMm - lowMm;
    }

    // Written out: what the compiler generates for records is slow to start.
    @Override
    public boolean equals(Object other) {
        return other instanceof Extent o
                && Double.compare(lowMm, o.lowMm) == 0
                && Double.compare(highMm, o.highMm) == 0;
    }

    @Override
    public int hashCode() {
        return 31 * Double.hashCode(lowMm) + Double.hashCode(highMm);
    }
}

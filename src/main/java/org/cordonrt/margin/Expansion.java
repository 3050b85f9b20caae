package org.cordonrt.margin;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.cordonrt.Interruption;
import org.cordonrt.geometry.Slab;
import org.cordonrt.geometry.SlabSolid;
import org.cordonrt.plan.Point3;

/**
 * The margin by which one solid surrounds another: from each point of the outer surface to the nearest point of the inner
 * solid, negative where the outer surface runs inside. Each distance is exact, the points are sampled. Immutable.
 *
 * @param all over the whole outer surface
 * @param byDirection over the part of it that faces each way: level faces up or down, walls sideways. Walls within a
 *     plane spacing of the inner solid's ends, or beyond, face neither: there the ends decide how near they are.
 *     Directions without any part are absent
 * @param boundMm how much smaller than the stated minima the true ones may be
 */
public record Expansion(Spread all, Map<Direction, Spread> byDirection, double boundMm) {
    /** Which way a part of a surface faces in the patient. */
    public enum Direction {
        RIGHT,
        LEFT,
        ANTERIOR,
        POSTERIOR,
        SUPERIOR,
        INFERIOR;

        /** DICOM patient axes point left, posterior and superior. */
        static Direction of(Point3 v) {
            double x = Math.abs(v.x());
            double y = Math.abs(v.y());
            double z = Math.abs(v.z());
            if (z >= x && z >= y) {
                return v.z() >= 0 ? SUPERIOR : INFERIOR;
            }
            if (x >= y) {
                return v.x() >= 0 ? LEFT : RIGHT;
            }
            return v.y() >= 0 ? POSTERIOR : ANTERIOR;
        }
    }

    public Expansion {
        byDirection = Map.copyOf(byDirection);
    }

    /** Samples the outer surface. */
    public static Expansion of(SlabSolid inner, SlabSolid outer, double spacingMm) {
        NearestPoint on = NearestPoint.on(inner);
        NearestPoint outside = NearestPoint.outside(inner);
        List<Slab> slabs = inner.slabs();
        double low = slabs.get(0).lowMm() + inner.spacingMm();
        double high = slabs.get(slabs.size() - 1).highMm() - inner.spacingMm();
        List<Spread.Measured> all = new ArrayList<>();
        Map<Direction, List<Spread.Measured>> parts = new EnumMap<>(Direction.class);
        for (SurfaceSamples.Sample s : SurfaceSamples.of(outer, spacingMm)) {
            Interruption.check();
            NearestPoint.Found found = on.to(s.at());
            double d = found.distanceMm();
            if (d == 0) {
                d = -outside.to(s.at()).distanceMm();
            }
            Spread.Measured m = new Spread.Measured(s.at(), d, s.areaMm2());
            all.add(m);
            double h = s.at().dot(inner.frame().w());
            if (s.level() || h >= low && h <= high) {
                parts.computeIfAbsent(Direction.of(s.outward()), k -> new ArrayList<>())
                        .add(m);
            }
        }
        Map<Direction, Spread> byDirection = new EnumMap<>(Direction.class);
        parts.forEach((direction, part) -> byDirection.put(direction, Spread.of(part)));
        return new Expansion(Spread.of(all), byDirection, SurfaceSamples.coverMm(spacingMm));
    }
}

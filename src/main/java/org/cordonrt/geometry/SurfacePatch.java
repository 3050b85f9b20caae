package org.cordonrt.geometry;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import org.cordonrt.Internal;

/** A piece of a surface, as walls from level to level and flat faces. Immutable and thread-safe. */
@Internal
public final class SurfacePatch {
    /** A wall that bends less than this is taken to be straight from level to level. */
    private static final double STRAIGHT_MM = 0.002;

    private final List<SurfaceStrip> strips;

    SurfacePatch(PlaneFrame frame, List<RingStack> stacks) {
        List<SurfaceStrip> all = new ArrayList<>();
        for (RingStack s : stacks) {
            walls(frame, s, all);
        }
        stacks.stream()
                .flatMapToDouble(s -> DoubleStream.concat(
                        s.openLow() ? DoubleStream.of(s.lowMm()) : DoubleStream.empty(),
                        s.openHigh() ? DoubleStream.of(s.highMm()) : DoubleStream.empty()))
                .sorted()
                .distinct()
                .forEach(height -> faces(frame, height, stacks, all));
        strips = List.copyOf(all);
    }

    /** What it consists of. */
    public List<SurfaceStrip> strips() {
        return strips;
    }

    private static void walls(PlaneFrame frame, RingStack s, List<SurfaceStrip> all) {
        double[] levels = s.bends(STRAIGHT_MM);
        double[] lower = s.rowAt(frame, levels[0]);
        for (int j = 1; j < levels.length; j++) {
            double[] upper = s.rowAt(frame, levels[j]);
            all.add(new SurfaceStrip(lower, upper));
            lower = upper;
        }
    }

    /** Flat faces where something ends: what is covered just below or just above a height, but not both. */
    private static void faces(PlaneFrame frame, double height, List<RingStack> stacks, List<SurfaceStrip> all) {
        List<double[]> below = new ArrayList<>();
        List<double[]> above = new ArrayList<>();
        for (RingStack s : stacks) {
            // A part without height counts on one side only, so that it leaves its face.
            if (s.isFlat() ? s.lowMm() == height : s.lowMm() < height && height <= s.highMm()) {
                below.add(s.ringAt(height));
            }
            if (!s.isFlat() && s.lowMm() <= height && height < s.highMm()) {
                above.add(s.ringAt(height));
            }
        }
        List<double[]> either = new ArrayList<>(PlaneRegion.covered(below).outlines());
        either.addAll(PlaneRegion.covered(above).outlines());
        all.addAll(SurfaceStrip.face(frame, height, PlaneRegion.evenOdd(either).toTrapezoids()));
    }
}

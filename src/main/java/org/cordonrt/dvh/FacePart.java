package org.cordonrt.dvh;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.cordonrt.geometry.PlaneRegion;
import org.jspecify.annotations.Nullable;

/**
 * What one of two slabs covers beyond the other at the height where they meet: upwards where the lower one does. At
 * first both regions as they are; divided, convex pieces that only one of them covers.
 */
final class FacePart extends SurfacePart {
    /** Smaller pieces are rounding, mm2. */
    private static final double DUST_MM2 = 1e-12;

    private final double at;
    private final @Nullable PlaneRegion below;
    private final @Nullable PlaneRegion above;
    private final List<Piece> pieces;
    private final double net;
    private final double total;

    /**
     * A convex polygon.
     *
     * @param xy corners
     * @param area above 0 where the solid lies below
     */
    private record Piece(double[] xy, double area) {
        double middle(int axis) {
            double least = Double.POSITIVE_INFINITY;
            double most = Double.NEGATIVE_INFINITY;
            for (int i = axis; i < xy.length; i += 2) {
                least = Math.min(least, xy[i]);
                most = Math.max(most, xy[i]);
            }
            return (least + most) / 2;
        }
    }

    /** Where two slabs meet, of which one may be missing. */
    FacePart(@Nullable PlaneRegion below, @Nullable PlaneRegion above, double at) {
        super(box(at, at, corners(below), corners(above)));
        this.at = at;
        this.below = below;
        this.above = above;
        this.pieces = List.of();
        double up = areaMm2(below);
        double down = areaMm2(above);
        this.net = up - down;
        this.total = up + down;
    }

    private static double areaMm2(@Nullable PlaneRegion region) {
        return region == null ? 0 : region.areaMm2();
    }

    /** Of the box around it. */
    private static double[] corners(@Nullable PlaneRegion r) {
        return r == null ? new double[0] : new double[] {r.minX(), r.minY(), r.maxX(), r.maxY()};
    }

    private FacePart(List<Piece> pieces, double at) {
        super(box(at, at, rings(pieces)));
        this.at = at;
        this.below = null;
        this.above = null;
        this.pieces = pieces;
        double sum = 0;
        double all = 0;
        for (Piece p : pieces) {
            sum += p.area;
            all += Math.abs(p.area);
        }
        this.net = sum;
        this.total = all;
    }

    private static double[][] rings(List<Piece> pieces) {
        double[][] rings = new double[pieces.size()][];
        for (int i = 0; i < rings.length; i++) {
            rings[i] = pieces.get(i).xy;
        }
        return rings;
    }

    @Override
    public double netMm2(int axis) {
        return axis == 2 ? net : 0;
    }

    @Override
    public double totalMm2(int axis) {
        return axis == 2 ? total : 0;
    }

    @Override
    List<SurfacePart> divided(int axis) {
        if (pieces.isEmpty()) {
            return parts(onlyOne());
        }
        int by = axis < 2 && halfMm(axis) > 0 ? axis : halfMm(0) >= halfMm(1) ? 0 : 1;
        List<Piece> first = new ArrayList<>();
        List<Piece> second = new ArrayList<>();
        if (pieces.size() == 1) {
            Piece p = pieces.get(0);
            addPiece(RingClip.keep(p.xy, by, middleMm(by), false), p.area, first);
            addPiece(RingClip.keep(p.xy, by, middleMm(by), true), p.area, second);
        } else {
            List<Piece> sorted = new ArrayList<>(pieces);
            sorted.sort(Comparator.comparingDouble(p -> p.middle(by)));
            first.addAll(sorted.subList(0, sorted.size() / 2));
            second.addAll(sorted.subList(sorted.size() / 2, sorted.size()));
        }
        List<SurfacePart> halves = new ArrayList<>(parts(first));
        halves.addAll(parts(second));
        return halves;
    }

    private List<SurfacePart> parts(List<Piece> some) {
        return some.isEmpty() ? List.of() : List.of(new FacePart(List.copyOf(some), at));
    }

    /** What only one of both regions covers: what their rings together are around an odd number of times. */
    private List<Piece> onlyOne() {
        List<double[]> rings = new ArrayList<>();
        for (PlaneRegion r : new PlaneRegion[] {below, above}) {
            if (r != null) {
                rings.addAll(List.of(r.toRings()));
            }
        }
        List<Piece> out = new ArrayList<>();
        for (double[] t : PlaneRegion.evenOdd(rings).toTrapezoids()) {
            boolean up = below != null && (above == null || below.contains(middle(t, 0), middle(t, 1)));
            addPiece(t, up ? 1 : -1, out);
        }
        return out;
    }

    private static double middle(double[] trapezoid, int axis) {
        return (trapezoid[axis] + trapezoid[2 + axis] + trapezoid[4 + axis] + trapezoid[6 + axis]) / 4;
    }

    private static void addPiece(double[] xy, double sign, List<Piece> out) {
        if (xy.length >= 6) {
            double[] m = new double[4];
            Moments.add(xy, 0, xy.length, m, 0);
            if (m[0] > DUST_MM2) {
                out.add(new Piece(xy, Math.copySign(m[0], sign)));
            }
        }
    }
}

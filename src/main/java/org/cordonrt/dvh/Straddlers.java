package org.cordonrt.dvh;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects, for several dose ranges in one walk, the cells that straddle each range and the volume surely above it. */
final class Straddlers implements CellSink {
    /** What one range met. */
    static final class Range {
        final double lowGy;
        final double highGy;

        /** Volume whose dose is surely above the range. */
        double aboveMm3;

        /** Volume left unsorted because the work bound was reached: it may lie above or below. */
        double unsortedMm3;

        final BoxTable boxes = new BoxTable();
        final List<Piece> pieces = new ArrayList<>();

        private boolean overflows;

        /** Whether the range surely holds the dose that is looked for. */
        final boolean isSure;

        Range(double lowGy, double highGy, boolean isSure) {
            this.lowGy = lowGy;
            this.highGy = highGy;
            this.isSure = isSure;
        }

        /** Whether more cells straddle the range than were kept. */
        boolean overflows() {
            return overflows;
        }

        /** Number of cells kept. */
        int size() {
            return boxes.size() + pieces.size();
        }
    }

    private final Range[] ranges;
    private final int limit;
    private final double[] dose = new double[Trilinear.SIZE];

    Straddlers(List<Range> ranges, int limit) {
        this.ranges = ranges.toArray(new Range[0]);
        this.limit = limit;
    }

    @Override
    public void boxes(Layer layer, int a0, int a1, int b) {
        double row = layer.rowMm3(b);
        int first = layer.at(a0, b);
        for (Range r : ranges) {
            int i = first;
            for (int a = a0; a < a1; a++, i++) {
                if (layer.min[i] > r.highGy) {
                    r.aboveMm3 += row * layer.widthA(a);
                } else if (layer.max[i] >= r.lowGy) {
                    layer.dose(i, dose);
                    addBox(r, row * layer.widthA(a));
                }
            }
        }
    }

    private void addBox(Range r, double mm3) {
        if (r.size() < limit) {
            r.boxes.add(dose, 0, mm3);
        } else {
            r.overflows = true;
            r.unsortedMm3 += mm3;
        }
    }

    @Override
    public void prisms(Layer layer, Prisms prisms, int from, int to, int slab) {
        for (int k = from; k < to; k++) {
            int a = prisms.a(k);
            int b = prisms.b(k);
            int i = layer.at(a, b);
            double min = layer.min[i];
            double max = layer.max[i];
            double mm3 = layer.mm3(a, b);
            if (isWanted(min, max, mm3 * prisms.area(k))) {
                layer.dose(i, dose);
                Piece piece = PrismPiece.of(dose, mm3, prisms, k);
                add(min, max, mm3 * prisms.area(k), piece);
            }
        }
    }

    @Override
    public void polyhedron(Cell cell, Polyhedron body) {
        double mm3 = body.volume() * cell.mm3;
        double min = cell.minCornerGy();
        double max = cell.maxCornerGy();
        if (isWanted(min, max, mm3)) {
            Trilinear.ofCorners(cell.corner, dose);
            add(min, max, mm3, PolyhedronPiece.of(dose, cell.mm3, body));
        }
    }

    /** Counts the cell for the ranges that lie below it, and tells whether it straddles any. */
    private boolean isWanted(double min, double max, double mm3) {
        boolean wanted = false;
        for (Range r : ranges) {
            if (min > r.highGy) {
                r.aboveMm3 += mm3;
            } else if (max >= r.lowGy) {
                wanted = true;
            }
        }
        return wanted;
    }

    private void add(double min, double max, double mm3, @Nullable Piece piece) {
        for (Range r : ranges) {
            if (min <= r.highGy && max >= r.lowGy) {
                if (piece == null) {
                    // Too thin to have a volume of its own.
                    r.unsortedMm3 += Math.abs(mm3);
                } else if (r.size() < limit) {
                    r.pieces.add(piece);
                } else {
                    r.overflows = true;
                    r.unsortedMm3 += mm3;
                }
            }
        }
    }
}

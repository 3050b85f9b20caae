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

        List<Piece> pieces = new ArrayList<>();

        private boolean overflows;

        /** Whether more cells straddle the range than were kept. */
        boolean overflows() {
            return overflows;
        }

        Range(double lowGy, double highGy) {
            this.lowGy = lowGy;
            this.highGy = highGy;
        }
    }

    private final List<Range> ranges;
    private final int limit;

    Straddlers(List<Range> ranges, int limit) {
        this.ranges = ranges;
        this.limit = limit;
    }

    @Override
    public void box(Cell cell) {
        if (isWanted(cell, cell.mm3)) {
            add(cell, cell.mm3, Piece.box(cell.corner, cell.mm3));
        }
    }

    @Override
    public void prism(Cell cell, List<double[]> rings, int slab) {
        double mm3 = RingClip.area(rings) * cell.mm3;
        if (isWanted(cell, mm3)) {
            add(cell, mm3, Piece.prism(cell.corner, cell.mm3, rings));
        }
    }

    @Override
    public void polyhedron(Cell cell, Polyhedron body) {
        double mm3 = body.volume() * cell.mm3;
        if (isWanted(cell, mm3)) {
            add(cell, mm3, Piece.polyhedron(cell.corner, cell.mm3, body));
        }
    }

    /** Counts the cell for the ranges that lie below it, and tells whether it straddles any. */
    private boolean isWanted(Cell cell, double mm3) {
        double min = cell.minCornerGy();
        double max = cell.maxCornerGy();
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

    private void add(Cell cell, double mm3, @Nullable Piece piece) {
        double min = cell.minCornerGy();
        double max = cell.maxCornerGy();
        for (Range r : ranges) {
            if (min <= r.highGy && max >= r.lowGy) {
                if (piece == null) {
                    // Too thin to have a volume of its own.
                    r.unsortedMm3 += Math.abs(mm3);
                } else if (r.pieces.size() < limit) {
                    r.pieces.add(piece);
                } else {
                    r.overflows = true;
                    r.unsortedMm3 += mm3;
                }
            }
        }
    }
}

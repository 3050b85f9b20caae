package org.cordonrt.probe;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cordonrt.Interruption;
import org.cordonrt.geometry.PlaneFrame;
import org.cordonrt.geometry.Slab;
import org.cordonrt.geometry.SlabSolid;
import org.cordonrt.plan.DoseGrid;
import org.cordonrt.plan.GridGeometry;
import org.cordonrt.plan.Point3;
import org.jspecify.annotations.Nullable;

/** Samples the dose cells that may receive a dose within a solid. One use. */
final class HotSampling {
    private static final double MM3_PER_CC = 1000;
    private static final double[] NONE = {};

    /** Smaller clusters, as a share of the part, are the ragged edge of others. */
    private static final double CRUMB = 0.02;

    private static final int MOST_SAMPLES = 4_000_000;
    /**
     * The rows of samples in a cell are spread evenly but not in a lattice (Roberts' R2 sequence, the generalised golden
     * ratio): a lattice along the flat sides and steps of a solid would take all of a thin layer or none.
     */
    private static final double SPREAD_ROWS = 0.7548776662466927;

    private static final double SPREAD_LAYERS = 0.5698402909980532;
    private static final double SHIFT_COLUMNS = 0.6180339887498949;

    /** A column step that rises no more than this stays in its plane. */
    private static final double PARALLEL_MM = 1e-9;

    private static final int MOST_PER_AXIS = 31;

    /** Bits of a cell's number for each axis: more than a grid has along one that an array can hold in three. */
    private static final int BITS = 21;

    private final SlabSolid solid;
    private final PlaneFrame frame;
    private final DoseGrid dose;
    private final GridGeometry grid;
    private final GridPlace place;
    private final double levelGy;
    private final double[] slabLow;
    private final boolean rowsLieInSlabs;

    /** Of each slab, when first needed. */
    private final double[] @Nullable [][] rings;

    /** Dose cells with samples within the solid, by their number. */
    private final Map<Long, HotCell> hits = new HashMap<>();

    /** In the order in which they were found, which does not depend on hashes. */
    private final List<HotCell> found = new ArrayList<>();

    private static final class HotCell {
        private final long number;
        private double mm3;
        private Point3 moment = new Point3(0, 0, 0);
        private boolean taken;

        HotCell(long number) {
            this.number = number;
        }
    }

    HotSampling(SlabSolid solid, DoseGrid dose, double levelGy) {
        this.solid = solid;
        this.frame = solid.frame();
        this.dose = dose;
        this.grid = dose.geometry();
        this.place = new GridPlace(grid);
        this.levelGy = levelGy;
        this.rings = new double[solid.slabs().size()][][];
        // Then a row of samples lies in one slab.
        this.rowsLieInSlabs = Math.abs(frame.w().dot(grid.columnStep())) <= PARALLEL_MM;
        this.slabLow = solid.slabs().stream().mapToDouble(Slab::lowMm).toArray();
    }

    Optional<HotRegion> run(double wantedMm) {
        if (grid.columns() < 2 || grid.rows() < 2 || grid.frames() < 2) {
            return Optional.empty();
        }
        List<int[]> cells = hotCells();
        if (cells.isEmpty() || cells.size() > MOST_SAMPLES) {
            return Optional.empty();
        }
        double widest = 0;
        for (int k = 1; k < grid.frames(); k++) {
            widest = Math.max(widest, place.sortedOffset(k) - place.sortedOffset(k - 1));
        }
        int affordable = (int) Math.max(1, Math.cbrt((double) MOST_SAMPLES / cells.size()));
        int[] n = {
            perAxis(grid.columnStep().norm(), wantedMm, affordable),
            perAxis(grid.rowStep().norm(), wantedMm, affordable),
            perAxis(widest, wantedMm, affordable)
        };
        for (int[] cell : cells) {
            Interruption.check();
            sample(cell, n);
        }
        if (found.isEmpty()) {
            return Optional.empty();
        }
        double resolution = Math.max(
                Math.max(grid.columnStep().norm() / n[0], grid.rowStep().norm() / n[1]), widest / n[2]);
        return Optional.of(new HotRegion(levelGy, resolution, clusters()));
    }

    private static int perAxis(double stepMm, double wantedMm, int affordable) {
        return Math.max(1, Math.min(Math.min(MOST_PER_AXIS, affordable), (int) Math.ceil(stepMm / wantedMm - 1e-9)));
    }

    /** Cells near the solid one of whose corners receives the dose, in the order of slabs. */
    private List<int[]> hotCells() {
        List<int[]> cells = new ArrayList<>();
        BitSet seen = new BitSet();
        for (Slab s : solid.slabs()) {
            Interruption.check();
            double[] low = {Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY};
            double[] high = {Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY};
            for (int corner = 0; corner < 8; corner++) {
                Point3 p = frame.point(
                        (corner & 1) == 0 ? s.region().minX() : s.region().maxX(),
                        (corner & 2) == 0 ? s.region().minY() : s.region().maxY(),
                        (corner & 4) == 0 ? s.lowMm() : s.highMm());
                double[] at = {place.column(p), place.row(p), place.offset(p)};
                for (int axis = 0; axis < 3; axis++) {
                    low[axis] = Math.min(low[axis], at[axis]);
                    high[axis] = Math.max(high[axis], at[axis]);
                }
            }
            int kEnd = Math.min(grid.frames() - 2, place.frameBelow(high[2]));
            int jEnd = (int) Math.min(grid.rows() - 2.0, Math.floor(high[1]));
            int iEnd = (int) Math.min(grid.columns() - 2.0, Math.floor(high[0]));
            for (int k = Math.max(0, place.frameBelow(low[2])); k <= kEnd; k++) {
                for (int j = (int) Math.max(0, Math.floor(low[1])); j <= jEnd; j++) {
                    for (int i = (int) Math.max(0, Math.floor(low[0])); i <= iEnd; i++) {
                        int id = (k * grid.rows() + j) * grid.columns() + i;
                        if (!seen.get(id)) {
                            seen.set(id);
                            if (isHot(i, j, k)) {
                                cells.add(new int[] {i, j, k});
                            }
                        }
                    }
                }
            }
        }
        return cells;
    }

    private boolean isHot(int i, int j, int k) {
        for (int corner = 0; corner < 8; corner++) {
            if (corner(i, j, k, corner) >= levelGy) {
                return true;
            }
        }
        return false;
    }

    private double corner(int i, int j, int k, int corner) {
        return dose.doseGy(i + (corner & 1), j + (corner >> 1 & 1), place.frame(k + (corner >> 2)));
    }

    private void sample(int[] cell, int[] n) {
        double[] d = new double[8];
        for (int c = 0; c < 8; c++) {
            d[c] = corner(cell[0], cell[1], cell[2], c);
        }
        double low = place.sortedOffset(cell[2]);
        double thick = place.sortedOffset(cell[2] + 1) - low;
        double mm3 = Math.abs(grid.columnStep().cross(grid.rowStep()).dot(grid.frameDirection()))
                * thick
                / ((double) n[0] * n[1] * n[2]);
        HotCell hot = new HotCell(number(cell[0], cell[1], cell[2]));
        for (int row = 0; row < n[1] * n[2]; row++) {
            double s = part(0.5 + row * SPREAD_ROWS);
            double t = part(0.5 + row * SPREAD_LAYERS);
            double from = mix(t, mix(s, d[0], d[2]), mix(s, d[4], d[6]));
            double to = mix(t, mix(s, d[1], d[3]), mix(s, d[5], d[7]));
            if (Math.max(from, to) < levelGy) {
                continue;
            }
            double shift = part((row + 0.5) * SHIFT_COLUMNS);
            Point3 start = place.point(cell[0], cell[1] + s, low + t * thick);
            double[] crossings = rowsLieInSlabs ? crossings(start) : null;
            for (int a = 0; a < n[0]; a++) {
                double r = (a + shift) / n[0];
                if (mix(r, from, to) >= levelGy) {
                    Point3 p = start.plus(grid.columnStep().times(r));
                    if (crossings == null ? holds(p) : isOdd(crossings, r)) {
                        hot.mm3 += mm3;
                        hot.moment = hot.moment.plus(p.minus(grid.origin()).times(mm3));
                    }
                }
            }
        }
        if (hot.mm3 > 0) {
            hits.put(hot.number, hot);
            found.add(hot);
        }
    }

    private static double part(double v) {
        return v - Math.floor(v);
    }

    private static double mix(double t, double from, double to) {
        return from + t * (to - from);
    }

    /** The slab at a height; -1 outside the solid. */
    private int slabAt(double h) {
        int k = Arrays.binarySearch(slabLow, h);
        k = k >= 0 ? k : -k - 2;
        return k >= 0 && h <= solid.slabs().get(k).highMm() ? k : -1;
    }

    private boolean holds(Point3 p) {
        int k = slabAt(p.dot(frame.w()));
        return k >= 0 && solid.slabs().get(k).region().contains(p.dot(frame.u()), p.dot(frame.v()));
    }

    /** Where the line through a row of samples crosses the boundary of its slab, in columns from the start, sorted. */
    private double[] crossings(Point3 start) {
        int k = slabAt(start.dot(frame.w()));
        if (k < 0) {
            return NONE;
        }
        double x = start.dot(frame.u());
        double y = start.dot(frame.v());
        double dx = grid.columnStep().dot(frame.u());
        double dy = grid.columnStep().dot(frame.v());
        double d2 = dx * dx + dy * dy;
        double[] at = new double[8];
        int count = 0;
        for (double[] ring : rings(k)) {
            double px = ring[ring.length - 2] - x;
            double py = ring[ring.length - 1] - y;
            double pSide = dx * py - dy * px;
            for (int i = 0; i < ring.length; i += 2) {
                double qx = ring[i] - x;
                double qy = ring[i + 1] - y;
                double qSide = dx * qy - dy * qx;
                if (pSide <= 0 != qSide <= 0) {
                    double share = pSide / (pSide - qSide);
                    if (count == at.length) {
                        at = Arrays.copyOf(at, 2 * count);
                    }
                    at[count++] = ((px + share * (qx - px)) * dx + (py + share * (qy - py)) * dy) / d2;
                }
                px = qx;
                py = qy;
                pSide = qSide;
            }
        }
        double[] sorted = Arrays.copyOf(at, count);
        Arrays.sort(sorted);
        return sorted;
    }

    private double[][] rings(int slab) {
        double[][] known = rings[slab];
        if (known == null) {
            known = solid.slabs().get(slab).region().toRings();
            rings[slab] = known;
        }
        return known;
    }

    /** Whether an odd number of crossings lies before a place: then it is inside. */
    private static boolean isOdd(double[] crossings, double place) {
        boolean odd = false;
        for (int i = 0; i < crossings.length && crossings[i] < place; i++) {
            odd = !odd;
        }
        return odd;
    }

    private static long number(long a, long b, long c) {
        return (c << 2 * BITS) + (b << BITS) + a;
    }

    private List<HotRegion.Cluster> clusters() {
        List<HotRegion.Cluster> clusters = new ArrayList<>();
        double whole = 0;
        for (HotCell s : found) {
            if (!s.taken) {
                HotRegion.Cluster c = cluster(s);
                clusters.add(c);
                whole += c.volumeCc();
            }
        }
        double least = CRUMB * whole;
        clusters.sort(Comparator.comparingDouble(HotRegion.Cluster::volumeCc).reversed());
        List<HotRegion.Cluster> large = new ArrayList<>(
                clusters.stream().filter(c -> c.volumeCc() >= least).toList());
        for (HotRegion.Cluster c : clusters) {
            if (c.volumeCc() < least && !large.isEmpty()) {
                addToNearest(large, c);
            }
        }
        return large.isEmpty() ? clusters : large;
    }

    private static void addToNearest(List<HotRegion.Cluster> large, HotRegion.Cluster crumb) {
        int nearest = 0;
        for (int i = 1; i < large.size(); i++) {
            if (large.get(i).centroidMm().distanceTo(crumb.centroidMm())
                    < large.get(nearest).centroidMm().distanceTo(crumb.centroidMm())) {
                nearest = i;
            }
        }
        HotRegion.Cluster c = large.get(nearest);
        double cc = c.volumeCc() + crumb.volumeCc();
        Point3 centroid =
                c.centroidMm().times(c.volumeCc() / cc).plus(crumb.centroidMm().times(crumb.volumeCc() / cc));
        large.set(nearest, new HotRegion.Cluster(cc, centroid));
    }

    private HotRegion.Cluster cluster(HotCell seed) {
        Deque<HotCell> open = new ArrayDeque<>();
        open.add(seed);
        seed.taken = true;
        double mm3 = 0;
        Point3 moment = new Point3(0, 0, 0);
        while (!open.isEmpty()) {
            HotCell s = open.remove();
            mm3 += s.mm3;
            moment = moment.plus(s.moment);
            for (int dc = -1; dc <= 1; dc++) {
                for (int db = -1; db <= 1; db++) {
                    for (int da = -1; da <= 1; da++) {
                        HotCell next = hits.get(s.number + number(da, db, dc));
                        if (next != null && !next.taken) {
                            next.taken = true;
                            open.add(next);
                        }
                    }
                }
            }
        }
        return new HotRegion.Cluster(mm3 / MM3_PER_CC, grid.origin().plus(moment.times(1 / mm3)));
    }
}

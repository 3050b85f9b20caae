package org.cordonrt.dvh;

import java.util.Arrays;
import java.util.List;
import org.cordonrt.Internal;
import org.cordonrt.geometry.PlaneFrame;
import org.cordonrt.geometry.Slab;
import org.cordonrt.geometry.SlabSolid;
import org.cordonrt.plan.DoseGrid;
import org.cordonrt.plan.GridGeometry;
import org.cordonrt.plan.Point3;

/**
 * A solid cut into small pieces, each with its exact volume and its centre of mass: what is moved through a dose many
 * times, where cutting the solid anew each time would cost too much. The pieces share no volume and leave none out; they
 * lie in the cells of a lattice along the solid's own planes, so that the dose grid may lie at any angle.
 *
 * <p>Immutable and thread-safe.
 */
@Internal
public final class SolidPieces {
    /** Lattice points: about 30 MB while the solid is cut. */
    private static final double MOST_KNOTS = 4e6;

    /** Heights closer than this, mm, are one. */
    private static final double SAME_HEIGHT_MM = 1e-6;

    /**
     * The lattice is turned in the plane: where layers of pieces lay along an isodose, as they would with most doses,
     * whole layers would cross a dose at once.
     */
    private static final double COS = Math.cos(0.46);

    private static final double SIN = Math.sin(0.46);

    private final double[] xyz;
    private final double[] mm3;
    private final double radiusMm;

    private SolidPieces(double[] xyz, double[] mm3, double radiusMm) {
        this.xyz = xyz;
        this.mm3 = mm3;
        this.radiusMm = radiusMm;
    }

    /**
     * Cuts a solid.
     *
     * @param pitchMm width of the lattice's cells, mm, above 0; wider ones are taken where they would be too many
     */
    public static SolidPieces of(SlabSolid solid, double pitchMm) {
        if (!(pitchMm > 0)) {
            throw new IllegalArgumentException("a pitch of " + pitchMm + " mm");
        }
        List<Slab> slabs = solid.slabs();
        PlaneFrame f = solid.frame();
        Point3 along = f.u().times(COS).plus(f.v().times(SIN));
        Point3 across = f.u().times(-SIN).plus(f.v().times(COS));
        double x0 = Double.POSITIVE_INFINITY;
        double x1 = Double.NEGATIVE_INFINITY;
        double y0 = Double.POSITIVE_INFINITY;
        double y1 = Double.NEGATIVE_INFINITY;
        for (Slab s : slabs) {
            for (double[] ring : s.region().toRings()) {
                for (int i = 0; i < ring.length; i += 2) {
                    double x = COS * ring[i] + SIN * ring[i + 1];
                    double y = -SIN * ring[i] + COS * ring[i + 1];
                    x0 = Math.min(x0, x);
                    x1 = Math.max(x1, x);
                    y0 = Math.min(y0, y);
                    y1 = Math.max(y1, y);
                }
            }
        }
        double height = slabs.get(slabs.size() - 1).highMm() - slabs.get(0).lowMm();
        double pitch = pitchMm;
        while ((x1 - x0 + 4 * pitch) * (y1 - y0 + 4 * pitch) * (height + 4 * pitch) / (pitch * pitch * pitch)
                > MOST_KNOTS) {
            pitch *= 1.25;
        }
        double[] heights = heights(slabs, pitch);
        int columns = (int) Math.ceil((x1 - x0) / pitch) + 3;
        int rows = (int) Math.ceil((y1 - y0) / pitch) + 3;
        Point3 origin = along.times(x0 - pitch).plus(across.times(y0 - pitch));
        GridGeometry lattice =
                new GridGeometry(columns, rows, origin, along.times(pitch), across.times(pitch), f.w(), heights);
        Collector pieces = new Collector(lattice);
        GridAxes axes = new GridAxes(lattice, f);
        SolidCells.of(solid, axes).walk(DoseGrid.of(lattice, new double[lattice.sampleCount()]), pieces);
        double tallest = 0;
        for (int k = 1; k < heights.length; k++) {
            tallest = Math.max(tallest, heights[k] - heights[k - 1]);
        }
        return new SolidPieces(
                Arrays.copyOf(pieces.xyz, 3 * pieces.count),
                Arrays.copyOf(pieces.mm3, pieces.count),
                Math.sqrt(2 * pitch * pitch + tallest * tallest));
    }

    /** The faces of all slabs, and heights between them no further apart than the pitch. */
    private static double[] heights(List<Slab> slabs, double pitch) {
        double[] heights = new double[16];
        int n = 0;
        for (Slab s : slabs) {
            int parts = (int) Math.max(1, Math.ceil(s.thicknessMm() / pitch - SAME_HEIGHT_MM));
            for (int i = 0; i <= parts; i++) {
                double h = i == parts ? s.highMm() : s.lowMm() + s.thicknessMm() * i / parts;
                if (n == 0 || h > heights[n - 1] + SAME_HEIGHT_MM) {
                    if (n == heights.length) {
                        heights = Arrays.copyOf(heights, 2 * n);
                    }
                    heights[n++] = h;
                }
            }
        }
        return Arrays.copyOf(heights, n);
    }

    public int count() {
        return mm3.length;
    }

    /** Volume of a piece, mm3. */
    public double mm3(int i) {
        return mm3[i];
    }

    /** Centre of mass of a piece, patient coordinates, mm. */
    public double x(int i) {
        return xyz[3 * i];
    }

    public double y(int i) {
        return xyz[3 * i + 1];
    }

    public double z(int i) {
        return xyz[3 * i + 2];
    }

    /** No point of a piece is further from its centre of mass, mm. */
    public double radiusMm() {
        return radiusMm;
    }

    /** Keeps the centres of what the solid fills. */
    private static final class Collector implements CellSink {
        private final GridGeometry lattice;
        private double[] xyz = new double[3 * 1024];
        private double[] mm3 = new double[1024];
        private int count;

        Collector(GridGeometry lattice) {
            this.lattice = lattice;
        }

        @Override
        public void boxes(Layer layer, int a0, int a1, int b) {
            for (int a = a0; a < a1; a++) {
                add(layer, a + 0.5, b + 0.5, layer.mm3(a, b));
            }
        }

        @Override
        public void prisms(Layer layer, Prisms prisms, int from, int to, int slab) {
            for (int k = from; k < to; k++) {
                double area = prisms.area(k);
                if (area > 0) {
                    int a = prisms.a(k);
                    int b = prisms.b(k);
                    add(layer, a + prisms.momentX(k) / area, b + prisms.momentY(k) / area, area * layer.mm3(a, b));
                }
            }
        }

        @Override
        public void polyhedron(Cell cell, Polyhedron body) {
            throw new IllegalStateException("a lattice along the solid's planes cuts no bodies");
        }

        private void add(Layer layer, double a, double b, double volume) {
            if (count == mm3.length) {
                mm3 = Arrays.copyOf(mm3, 2 * count);
                xyz = Arrays.copyOf(xyz, 6 * count);
            }
            double low = lattice.frameOffsetMm(layer.c);
            double high = lattice.frameOffsetMm(layer.c + 1);
            double c = low + (high - low) * (layer.c0 + layer.c1) / 2;
            Point3 p = lattice.origin()
                    .plus(lattice.columnStep().times(a))
                    .plus(lattice.rowStep().times(b))
                    .plus(lattice.frameDirection().times(c));
            xyz[3 * count] = p.x();
            xyz[3 * count + 1] = p.y();
            xyz[3 * count + 2] = p.z();
            mm3[count++] = volume;
        }
    }
}

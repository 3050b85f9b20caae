package org.cordonrt.dvh;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A polygon over part of the height of a dose cell. The polygon may be any ring that {@link RingStack} or
 * {@link RingClip} makes, or {@link Prisms} joins; parts that run to and fro cancel.
 *
 * <p>With g the linear function on one face less d, the integral of max(g, 0) over the polygon is a sum over its edges:
 * the field grad(g) max(g, 0)^2 / (2 |grad g|^2) has the divergence max(g, 0) and vanishes on the line g = 0, so that
 * Gauss's theorem leaves the edges alone. The volume is the difference of the integrals for the two faces, divided by
 * the slope between them.
 */
final class PrismPiece extends Piece {
    /** Ratio of slopes below which the difference of the faces would lose its digits. */
    private static final double SMALL = 1e-5;

    /** The dose on the box around the polygon. */
    private final double[] dose;

    /** Polygon, in units of the cell: xy[from] up to xy[to - 1]. */
    private final double[] xy;

    private final int from;
    private final int to;

    /** Box around the polygon: middle and width. */
    private final double middleX;

    private final double middleY;
    private final double widthX;
    private final double widthY;

    /** The polygon's area and its volume, mm3 per unit of area. */
    private final double area;

    private final double mm3PerArea;

    /** The linear function half-way up is level + gradX x + gradY y; over the height it rises by rise. */
    private final double level;

    private final double gradX;
    private final double gradY;
    private final double rise;

    /** What the function changes by across the box in the plane, and 6 |grad|^2. */
    private final double inPlane;

    private final double slopes;

    /** Integral of the linear function half-way up over the polygon. */
    private final double levelIntegral;

    private final double lowest;
    private final double highest;

    private PrismPiece(
            double[] dose,
            double[] xy,
            int from,
            int to,
            double x0,
            double y0,
            double x1,
            double y1,
            double area,
            double momentX,
            double momentY,
            double mm3PerArea) {
        super(area * mm3PerArea, Trilinear.below(dose, 0), Trilinear.above(dose, 0));
        this.dose = dose;
        this.xy = xy;
        this.from = from;
        this.to = to;
        this.middleX = (x0 + x1) / 2;
        this.middleY = (y0 + y1) / 2;
        this.widthX = x1 - x0;
        this.widthY = y1 - y0;
        this.area = area;
        this.mm3PerArea = mm3PerArea;
        this.gradX = dose[Trilinear.A] / widthX;
        this.gradY = dose[Trilinear.B] / widthY;
        this.rise = dose[Trilinear.C];
        this.inPlane = Math.abs(dose[Trilinear.A]) + Math.abs(dose[Trilinear.B]);
        this.slopes = 6 * (gradX * gradX + gradY * gradY);
        this.level = dose[Trilinear.MEAN] - gradX * middleX - gradY * middleY;
        this.levelIntegral = level * area + gradX * momentX + gradY * momentY;
        double lo = Double.POSITIVE_INFINITY;
        double hi = Double.NEGATIVE_INFINITY;
        for (int i = from; i < to; i += 2) {
            double v = level + gradX * xy[i] + gradY * xy[i + 1];
            lo = Order.lesser(lo, v);
            hi = Order.greater(hi, v);
        }
        this.lowest = lo;
        this.highest = hi;
    }

    /**
     * One prism of a slab in its cell; null when it has no volume.
     *
     * @param cellDose the dose in the cell between the slab's faces
     */
    static @Nullable PrismPiece of(double[] cellDose, double cellMm3, Prisms prisms, int i) {
        double x0 = prisms.minX(i);
        double y0 = prisms.minY(i);
        double x1 = prisms.maxX(i);
        double y1 = prisms.maxY(i);
        double area = prisms.area(i);
        if (!(x1 > x0 && y1 > y0 && area > 0)) {
            return null;
        }
        double[] d = new double[Trilinear.SIZE];
        Trilinear.restrict(cellDose, 0, (x0 + x1) / 2 - 0.5, (y0 + y1) / 2 - 0.5, 0, x1 - x0, y1 - y0, 1, d, 0);
        return new PrismPiece(
                d,
                prisms.xy(),
                prisms.from(i),
                prisms.to(i),
                x0,
                y0,
                x1,
                y1,
                area,
                prisms.momentX(i),
                prisms.momentY(i),
                cellMm3);
    }

    /**
     * A polygon over the whole height of a cell.
     *
     * @param cellDose the dose in the cell
     * @param xy the polygon, counter-clockwise, in units of the cell from 0 to 1
     */
    static PrismPiece of(double[] cellDose, double cellMm3, double[] xy) {
        List<Piece> out = new ArrayList<>(1);
        double[] middle = new double[Trilinear.SIZE];
        Trilinear.restrict(cellDose, 0, 0, 0, 0, 1, 1, 1, middle, 0);
        part(middle, xy, 0, xy.length, 0, 0, 1, 1, cellMm3).addHalf(xy, out);
        return (PrismPiece) out.get(0);
    }

    @Override
    double lowestGy() {
        return lowest - Math.abs(rise) / 2;
    }

    @Override
    double highestGy() {
        return highest + Math.abs(rise) / 2;
    }

    @Override
    void split(List<Piece> out) {
        int axis = Trilinear.worstAxis(dose, 0);
        if (axis == 2) {
            for (boolean upper : new boolean[] {false, true}) {
                double[] d = new double[Trilinear.SIZE];
                Trilinear.half(dose, 0, 2, upper, d, 0);
                out.add(part(
                        d,
                        xy,
                        from,
                        to,
                        middleX - widthX / 2,
                        middleY - widthY / 2,
                        middleX + widthX / 2,
                        middleY + widthY / 2,
                        mm3PerArea / 2));
            }
            return;
        }
        double[] polygon = Arrays.copyOfRange(xy, from, to);
        addHalf(RingClip.keep(polygon, axis, axis == 0 ? middleX : middleY, false), out);
        addHalf(RingClip.keep(polygon, axis, axis == 0 ? middleX : middleY, true), out);
    }

    private void addHalf(double[] polygon, List<Piece> out) {
        double x0 = Double.POSITIVE_INFINITY;
        double y0 = Double.POSITIVE_INFINITY;
        double x1 = Double.NEGATIVE_INFINITY;
        double y1 = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < polygon.length; i += 2) {
            x0 = Order.lesser(x0, polygon[i]);
            x1 = Order.greater(x1, polygon[i]);
            y0 = Order.lesser(y0, polygon[i + 1]);
            y1 = Order.greater(y1, polygon[i + 1]);
        }
        if (!(x1 > x0 && y1 > y0)) {
            return;
        }
        double[] d = new double[Trilinear.SIZE];
        Trilinear.restrict(
                dose,
                0,
                ((x0 + x1) / 2 - middleX) / widthX,
                ((y0 + y1) / 2 - middleY) / widthY,
                0,
                (x1 - x0) / widthX,
                (y1 - y0) / widthY,
                1,
                d,
                0);
        PrismPiece p = part(d, polygon, 0, polygon.length, x0, y0, x1, y1, mm3PerArea);
        if (p.area > 0) {
            out.add(p);
        }
    }

    private static PrismPiece part(
            double[] d, double[] xy, int from, int to, double x0, double y0, double x1, double y1, double mm3PerArea) {
        double[] m = new double[4];
        Moments.add(xy, from, to, m, 0);
        return new PrismPiece(d, xy, from, to, x0, y0, x1, y1, m[0], m[1], m[2], mm3PerArea);
    }

    @Override
    double linearMm3Above(double d) {
        double height = Math.abs(rise);
        double low = d - height / 2;
        double high = d + height / 2;
        if (high <= lowest) {
            return mm3;
        }
        if (low > highest) {
            return 0;
        }
        double v;
        if (inPlane <= SMALL * height) {
            v = byTetrahedra(d);
        } else if (height <= SMALL * inPlane) {
            v = areaAbove(d);
        } else {
            v = (integralAbove(low) - integralAbove(high)) / height;
        }
        return mm3PerArea * Order.lesser(area, Order.greater(0, v));
    }

    @Override
    void bounds(double d, Bend bend, double[] out) {
        if (d <= bottomGy() || d > topGy()) {
            double v = d <= bottomGy() ? mm3 : 0;
            out[LEAST] = v;
            out[MOST] = v;
            out[LIKELY] = v;
            out[PER_GY] = 0;
            return;
        }
        double perX = 1 / widthX;
        double perY = 1 / widthY;
        if (!bend.prism(dose, d, xy, from, to, middleX, middleY, perX, perY, lowest, highest, area * perX * perY)) {
            super.bounds(d, bend, out);
            return;
        }
        double box = mm3PerArea * widthX * widthY;
        double likely = linearMm3Above(d) + box * bend.shift();
        out[LEAST] = Order.lesser(mm3, Order.greater(0, likely - box * bend.less()));
        out[MOST] = Order.lesser(mm3, Order.greater(0, likely + box * bend.more()));
        out[LIKELY] = Order.lesser(mm3, Order.greater(0, likely));
        out[PER_GY] = box * bend.density();
    }

    /** Integral over the polygon of max(function half-way up - d, 0). */
    private double integralAbove(double d) {
        if (d >= highest) {
            return 0;
        }
        if (d <= lowest) {
            return levelIntegral - d * area;
        }
        double gx = gradX;
        double gy = gradY;
        double[] p = xy;
        int end = to;
        double start = level - d;
        double x = p[end - 2];
        double y = p[end - 1];
        double at = start + gx * x + gy * y;
        double sum = 0;
        for (int i = from; i < end; i += 2) {
            double nextX = p[i];
            double nextY = p[i + 1];
            double next = start + gx * nextX + gy * nextY;
            if (at >= 0 || next >= 0) {
                double squares;
                if (at < 0) {
                    // Of an edge that passes d only the part above counts.
                    squares = next * next * (next / (next - at));
                } else if (next < 0) {
                    squares = at * at * (at / (at - next));
                } else {
                    squares = at * at + at * next + next * next;
                }
                sum += (gx * (nextY - y) - gy * (nextX - x)) * squares;
            }
            x = nextX;
            y = nextY;
            at = next;
        }
        return sum / slopes;
    }

    /**
     * The integral over the polygon of what the function half-way up exceeds a dose by is a sum over edges, of the change
     * of its cube from corner to corner; the volume is the difference of two such integrals. Level along the height or
     * across it, the function has no such form.
     */
    @Override
    boolean cubes(TruncatedCubes out, double tiltGy) {
        out.clear();
        double height = Math.abs(rise) + tiltGy;
        double gx = gradX + Math.copySign(tiltGy / widthX, gradX);
        double gy = gradY + Math.copySign(tiltGy / widthY, gradY);
        double start = dose[Trilinear.MEAN] - gx * middleX - gy * middleY;
        double scale = mm3PerArea / (6 * (gx * gx + gy * gy) * height);
        if (!Double.isFinite(scale)) {
            return false;
        }
        double x = xy[to - 2];
        double y = xy[to - 1];
        double at = start + gx * x + gy * y;
        for (int i = from; i < to; i += 2) {
            double nextX = xy[i];
            double nextY = xy[i + 1];
            double next = start + gx * nextX + gy * nextY;
            double flux = gx * (nextY - y) - gy * (nextX - x);
            if (flux != 0) {
                double w = scale * flux / (next - at);
                out.add(next + height / 2, w);
                out.add(next - height / 2, -w);
                out.add(at + height / 2, -w);
                out.add(at - height / 2, w);
            }
            x = nextX;
            y = nextY;
            at = next;
        }
        return true;
    }

    /** Area of the polygon where the function is at least d: the derivative of the integral. */
    private double areaAbove(double d) {
        double sum = 0;
        double x = xy[to - 2];
        double y = xy[to - 1];
        double p = level + gradX * x + gradY * y - d;
        for (int i = from; i < to; i += 2) {
            double nextX = xy[i];
            double nextY = xy[i + 1];
            double q = level + gradX * nextX + gradY * nextY - d;
            if (p > 0 || q > 0) {
                double flux = gradX * (nextY - y) - gradY * (nextX - x);
                if (p > 0) {
                    sum += flux * (q >= 0 ? p + q : p * p / (p - q));
                } else {
                    sum += flux * (q * q / (q - p));
                }
            }
            x = nextX;
            y = nextY;
            p = q;
        }
        return sum / (2 * (gradX * gradX + gradY * gradY));
    }

    /** A fan of triangles with signs, each a triangular prism of three tetrahedra of equal volume: safe for any slope. */
    private double byTetrahedra(double d) {
        double half = rise / 2;
        double ox = xy[from];
        double oy = xy[from + 1];
        double v0 = level + gradX * ox + gradY * oy;
        double sum = 0;
        for (int i = from + 2; i + 3 < to; i += 2) {
            double twiceArea = (xy[i] - ox) * (xy[i + 3] - oy) - (xy[i + 2] - ox) * (xy[i + 1] - oy);
            if (twiceArea != 0) {
                double v1 = level + gradX * xy[i] + gradY * xy[i + 1];
                double v2 = level + gradX * xy[i + 2] + gradY * xy[i + 3];
                double b0 = v0 - half;
                double b1 = v1 - half;
                double b2 = v2 - half;
                double t0 = v0 + half;
                double t1 = v1 + half;
                double t2 = v2 + half;
                sum += twiceArea
                        * (Tetrahedra.shareAbove(b0, b1, b2, t2, d)
                                + Tetrahedra.shareAbove(b0, b1, t1, t2, d)
                                + Tetrahedra.shareAbove(b0, t0, t1, t2, d));
            }
        }
        return sum / 6;
    }
}

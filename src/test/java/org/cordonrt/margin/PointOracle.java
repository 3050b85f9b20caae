package org.cordonrt.margin;

import java.util.ArrayList;
import java.util.List;
import org.cordonrt.geometry.Slab;
import org.cordonrt.geometry.SlabSolid;
import org.cordonrt.plan.Point3;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/** Answers about single points of a slab solid, slowly and by other means than the code under test. */
final class PointOracle {
    private static final GeometryFactory FACTORY = new GeometryFactory();

    private final SlabSolid solid;
    private final List<Geometry> regions = new ArrayList<>();
    private final List<Geometry> joined = new ArrayList<>();

    PointOracle(SlabSolid solid) {
        this.solid = solid;
        for (Slab s : solid.slabs()) {
            regions.add(sideBySide(s.region().toTrapezoids()));
        }
    }

    /** Trapezoids as they are, which no tangle of contours can upset: fit for distances from outside. */
    private static Geometry sideBySide(double[][] rings) {
        Geometry[] parts = new Geometry[rings.length];
        for (int i = 0; i < rings.length; i++) {
            parts[i] = polygon(rings[i]);
        }
        return FACTORY.createGeometryCollection(parts);
    }

    /** The even-odd region of rings. */
    static Geometry geometry(double[][] rings) {
        Geometry g = FACTORY.createPolygon();
        for (double[] r : rings) {
            Polygon ring = polygon(r);
            if (ring.getArea() > 0) {
                g = polygonsOf(OverlayNGRobust.overlay(g, ring, OverlayNG.SYMDIFFERENCE));
            }
        }
        return g;
    }

    private static Polygon polygon(double[] ring) {
        Coordinate[] c = new Coordinate[ring.length / 2 + 1];
        for (int i = 0; i < c.length; i++) {
            int j = i % (c.length - 1);
            c[i] = new Coordinate(ring[2 * j], ring[2 * j + 1]);
        }
        return FACTORY.createPolygon(c);
    }

    private static Geometry polygonsOf(Geometry g) {
        List<Polygon> polygons = new ArrayList<>();
        for (int i = 0; i < g.getNumGeometries(); i++) {
            if (g.getGeometryN(i) instanceof Polygon p) {
                polygons.add(p);
            }
        }
        return FACTORY.createMultiPolygon(polygons.toArray(new Polygon[0]));
    }

    private Point3 local(Point3 p) {
        return new Point3(
                p.dot(solid.frame().u()),
                p.dot(solid.frame().v()),
                p.dot(solid.frame().w()));
    }

    private static Geometry point(Point3 local) {
        return FACTORY.createPoint(new Coordinate(local.x(), local.y()));
    }

    /** Distance of a patient point to the solid, mm. */
    double distanceMm(Point3 p) {
        Point3 q = local(p);
        double best = Double.POSITIVE_INFINITY;
        for (int k = 0; k < regions.size(); k++) {
            Slab s = solid.slabs().get(k);
            double gap = Math.max(0, Math.max(s.lowMm() - q.z(), q.z() - s.highMm()));
            if (gap < best) {
                best = Math.min(best, Math.hypot(gap, regions.get(k).distance(point(q))));
            }
        }
        return best;
    }

    /** Distance of a patient point inside the solid to the outside, mm. */
    double depthMm(Point3 p) {
        Point3 q = local(p);
        List<Slab> slabs = solid.slabs();
        if (joined.isEmpty()) {
            slabs.forEach(s -> joined.add(geometry(s.region().toRings())));
        }
        double best = Math.min(
                slabs.get(slabs.size() - 1).highMm() - q.z(),
                q.z() - slabs.get(0).lowMm());
        for (int k = 0; k < regions.size(); k++) {
            Slab s = slabs.get(k);
            double gap = Math.max(0, Math.max(s.lowMm() - q.z(), q.z() - s.highMm()));
            if (gap < best) {
                Geometry region = joined.get(k);
                double free =
                        region.distance(point(q)) > 0 ? 0 : region.getBoundary().distance(point(q));
                best = Math.min(best, Math.hypot(gap, free));
            }
        }
        return best;
    }

    /** Patient points on a grid along the solid's own axes, inside it. */
    List<Point3> gridInside(double step) {
        List<Point3> points = new ArrayList<>();
        for (Slab s : solid.slabs()) {
            int n = (int) Math.max(1, Math.round(s.thicknessMm() / step));
            for (int k = 0; k < n; k++) {
                double z = s.lowMm() + (k + 0.5) * s.thicknessMm() / n;
                for (double y = s.region().minY(); y < s.region().maxY(); y += step) {
                    for (double x = s.region().minX(); x < s.region().maxX(); x += step) {
                        if (s.region().contains(x, y)) {
                            points.add(solid.frame().point(x, y, z));
                        }
                    }
                }
            }
        }
        return points;
    }
}

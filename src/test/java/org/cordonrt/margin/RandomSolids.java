package org.cordonrt.margin;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import org.cordonrt.geometry.SlabSolid;
import org.cordonrt.plan.Point3;

/** Two small random structures near each other: star-shaped contours, some with a hole, on a few uneven planes; and what else is random about them. */
record RandomSolids(List<Plane> firstPlanes, List<Plane> secondPlanes, long seed) {
    record Plane(double heightMm, double[][] polygons) {}

    static RandomSolids pair(SplittableRandom random) {
        double away = random.nextDouble(20);
        double direction = random.nextDouble(2 * Math.PI);
        return new RandomSolids(
                planes(random, 0, 0, random.nextDouble(-4, 4)),
                planes(random, away * Math.cos(direction), away * Math.sin(direction), random.nextDouble(-9, 9)),
                random.nextLong());
    }

    private static List<Plane> planes(SplittableRandom random, double x, double y, double z) {
        List<Plane> planes = new ArrayList<>();
        int count = 1 + random.nextInt(5);
        boolean hole = random.nextInt(3) == 0;
        double height = z;
        for (int k = 0; k < count; k++) {
            double cx = x + random.nextDouble(2);
            double cy = y + random.nextDouble(2);
            double[] outer = star(random, cx, cy, 5, 10);
            planes.add(new Plane(
                    height, hole ? new double[][] {outer, star(random, cx, cy, 1, 4)} : new double[][] {outer}));
            height += random.nextDouble(0.5, 3);
        }
        return planes;
    }

    private static double[] star(SplittableRandom random, double x, double y, double inner, double outer) {
        // Enough vertices that the chords of the outer contour stay clear of the hole.
        int n = 9 + random.nextInt(16);
        double[] xy = new double[2 * n];
        for (int i = 0; i < n; i++) {
            double a = 2 * Math.PI * (i + random.nextDouble(0.8)) / n;
            double r = random.nextDouble(inner, outer);
            xy[2 * i] = x + r * Math.cos(a);
            xy[2 * i + 1] = y + r * Math.sin(a);
        }
        return xy;
    }

    /** The preferred normals are those of {@link org.cordonrt.geometry.SolidOptions}. */
    SlabSolid first(UnaryOperator<Point3> motion, Point3... preferredNormals) {
        return solid(firstPlanes, motion, preferredNormals);
    }

    SlabSolid second(UnaryOperator<Point3> motion, Point3... preferredNormals) {
        return solid(secondPlanes, motion, preferredNormals);
    }

    private static SlabSolid solid(List<Plane> planes, UnaryOperator<Point3> motion, Point3... preferredNormals) {
        Shapes shapes = Shapes.moved(motion);
        for (Plane p : planes) {
            shapes.add(new double[] {p.heightMm()}, p.polygons());
        }
        return shapes.solid(preferredNormals);
    }
}

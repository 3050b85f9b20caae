package org.cordonrt.phantom;

import org.cordonrt.plan.Point3;

/** A piece of a surface over the unit square. */
@FunctionalInterface
interface Surface {
    Point3 at(double u, double v);

    /** Parameters per direction of the first search. */
    int GRID = 24;

    /** The search ends when its step in parameters, at most some 100 mm long, is below this: a minimum is flat. */
    double END_STEP = 1e-7;

    /**
     * Smallest signed distance from this surface to a tube's: a grid of parameters, then a pattern search around the
     * best of them. The surfaces here are smooth on the scale of the grid, so that the best grid point lies in the
     * basin of the smallest value.
     */
    default double gapTo(Tube tube) {
        double best = Double.POSITIVE_INFINITY;
        double u = 0;
        double v = 0;
        for (int i = 0; i <= GRID; i++) {
            for (int j = 0; j <= GRID; j++) {
                double d = distance(tube, (double) i / GRID, (double) j / GRID);
                if (d < best) {
                    best = d;
                    u = (double) i / GRID;
                    v = (double) j / GRID;
                }
            }
        }
        double step = 0.5 / GRID;
        while (step > END_STEP) {
            double bestU = u;
            double bestV = v;
            for (int i = -1; i <= 1; i++) {
                for (int j = -1; j <= 1; j++) {
                    double uu = Math.max(0, Math.min(1, u + i * step));
                    double vv = Math.max(0, Math.min(1, v + j * step));
                    double d = distance(tube, uu, vv);
                    if (d < best) {
                        best = d;
                        bestU = uu;
                        bestV = vv;
                    }
                }
            }
            if (bestU == u && bestV == v) {
                step /= 2;
            }
            u = bestU;
            v = bestV;
        }
        return best;
    }

    private double distance(Tube tube, double u, double v) {
        Point3 p = at(u, v);
        return tube.signedDistance(p.x(), p.y(), p.z());
    }
}

package org.cordonrt.illustration;

import java.util.List;

/** Lines of equal dose between the pixels of a raster: straight across each square of four pixel centres. */
final class IsodoseLines {
    private final Raster raster;
    private final ViewPlane plane;
    private final float level;
    private final LineChains chains = new LineChains();

    private IsodoseLines(Raster raster, ViewPlane plane, double level) {
        this.raster = raster;
        this.plane = plane;
        this.level = (float) level;
    }

    static List<Samples> of(Raster dose, ViewPlane plane, double levelGy) {
        IsodoseLines lines = new IsodoseLines(dose, plane, levelGy);
        for (int row = 0; row + 1 < dose.size(); row++) {
            for (int column = 0; column + 1 < dose.size(); column++) {
                lines.square(column, row);
            }
        }
        return lines.chains.lines();
    }

    private void square(int i, int j) {
        float nw = raster.at(i, j);
        float ne = raster.at(i + 1, j);
        float se = raster.at(i + 1, j + 1);
        float sw = raster.at(i, j + 1);
        if (Float.isNaN(nw + ne + se + sw)) {
            return;
        }
        int code = (nw >= level ? 1 : 0) | (ne >= level ? 2 : 0) | (se >= level ? 4 : 0) | (sw >= level ? 8 : 0);
        if (code == 0 || code == 15) {
            return;
        }
        double[] north = {i + share(nw, ne), j};
        double[] east = {i + 1, j + share(ne, se)};
        double[] south = {i + share(sw, se), j + 1};
        double[] west = {i, j + share(nw, sw)};
        boolean middle = (nw + ne + se + sw) / 4 >= level;
        switch (code) {
            case 1, 14 -> line(west, north);
            case 2, 13 -> line(north, east);
            case 4, 11 -> line(east, south);
            case 8, 7 -> line(south, west);
            case 3, 12 -> line(west, east);
            case 6, 9 -> line(north, south);
            // Opposite corners above: the middle tells whether they are joined.
            default -> {
                boolean apart = (code == 5) != middle;
                line(west, apart ? north : south);
                line(east, apart ? south : north);
            }
        }
    }

    private double share(float from, float to) {
        return ((double) level - from) / ((double) to - from);
    }

    private void line(double[] p, double[] q) {
        double pixel = plane.sizeMm() / raster.size();
        chains.add(
                plane.leftMm() + (p[0] + 0.5) * pixel,
                plane.topMm() + (p[1] + 0.5) * pixel,
                plane.leftMm() + (q[0] + 0.5) * pixel,
                plane.topMm() + (q[1] + 0.5) * pixel);
    }
}

package org.cordonrt.phantom.analytic;

/**
 * A dose that rises along one direction in the planes, straight from sample to sample: what trilinear interpolation
 * makes of any such dose.
 *
 * @param alongX x of the unit vector towards higher dose
 * @param alongY y of it
 * @param positionMm of the samples along it, ascending
 * @param gy dose of the samples, ascending
 */
record ProfileDose(double alongX, double alongY, double[] positionMm, double[] gy) {
    double at(double mm) {
        int i = 0;
        while (i < positionMm.length - 2 && positionMm[i + 1] < mm) {
            i++;
        }
        return gy[i] + slope(i) * (mm - positionMm[i]);
    }

    /** Where a dose is taken on; beyond the samples, on the straight continuation. */
    double positionOf(double doseGy) {
        int i = 0;
        while (i < gy.length - 2 && gy[i + 1] < doseGy) {
            i++;
        }
        return positionMm[i] + (doseGy - gy[i]) / slope(i);
    }

    /** Integral of the dose over a polygon. */
    double over(Ring ring) {
        double sum = 0;
        for (int i = 0; i + 1 < gy.length; i++) {
            Ring.Part from = ring.beyond(alongX, alongY, i == 0 ? Double.NEGATIVE_INFINITY : positionMm[i]);
            Ring.Part to =
                    ring.beyond(alongX, alongY, i + 2 == gy.length ? Double.POSITIVE_INFINITY : positionMm[i + 1]);
            double area = from.areaMm2() - to.areaMm2();
            sum += (gy[i] - slope(i) * positionMm[i]) * area + slope(i) * (from.moment() - to.moment());
        }
        return sum;
    }

    private double slope(int i) {
        return (gy[i + 1] - gy[i]) / (positionMm[i + 1] - positionMm[i]);
    }
}

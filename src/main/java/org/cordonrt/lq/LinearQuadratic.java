package org.cordonrt.lq;

/**
 * The linear-quadratic model of fractionation with one alpha/beta and no recovery in time: BED = D (1 + d / ab) and
 * EQD2 = D (d + ab) / (2 + ab), with total dose D in n equal fractions d = D / n (Fowler, Br J Radiol 1989,
 * doi:10.1259/0007-1285-62-740-679). At the high doses per fraction of radiosurgery the model is disputed. Immutable.
 *
 * @param alphaBetaGy alpha/beta in Gy, above 0 and finite
 */
public record LinearQuadratic(double alphaBetaGy) {
    /** What Sahgal 2013 (doi:10.1016/j.ijrobp.2012.05.007) and HyTEC (doi:10.1016/j.ijrobp.2019.09.038) use for the cord. */
    public static final double CORD_ALPHA_BETA_GY = 2;

    private static final double STANDARD_FRACTION_GY = 2;

    public LinearQuadratic {
        if (!(alphaBetaGy > 0) || Double.isInfinite(alphaBetaGy)) {
            throw new IllegalArgumentException("an alpha/beta of " + alphaBetaGy + " Gy");
        }
    }

    /** The model with the alpha/beta of 2 Gy that the cord literature uses by convention. */
    public static LinearQuadratic ofCord() {
        return new LinearQuadratic(CORD_ALPHA_BETA_GY);
    }

    /**
     * Biologically effective dose, Gy.
     *
     * @param doseGy total dose of the course, at least 0
     * @param fractions at least 1
     */
    public double bedGy(double doseGy, int fractions) {
        require(doseGy, fractions);
        return doseGy * (1 + doseGy / fractions / alphaBetaGy);
    }

    /**
     * Equivalent total dose in fractions of 2 Gy, Gy. Increases with the dose.
     *
     * @param doseGy total dose of the course, at least 0
     * @param fractions at least 1
     */
    public double eqd2Gy(double doseGy, int fractions) {
        require(doseGy, fractions);
        return doseGy * (doseGy / fractions + alphaBetaGy) / (STANDARD_FRACTION_GY + alphaBetaGy);
    }

    /**
     * The total dose that has a given EQD2 in a number of fractions, Gy: the inverse of {@link #eqd2Gy}.
     *
     * @param eqd2Gy at least 0
     * @param fractions at least 1
     */
    public double doseGy(double eqd2Gy, int fractions) {
        require(eqd2Gy, fractions);
        // D^2 / n + ab D - EQD2 (2 + ab) = 0, written so that nothing cancels.
        double c = eqd2Gy * (STANDARD_FRACTION_GY + alphaBetaGy);
        return 2 * c / (alphaBetaGy + Math.sqrt(alphaBetaGy * alphaBetaGy + 4 * c / fractions));
    }

    private static void require(double doseGy, int fractions) {
        if (!(doseGy >= 0) || Double.isInfinite(doseGy)) {
            throw new IllegalArgumentException("a dose of " + doseGy + " Gy");
        }
        if (fractions < 1) {
            throw new IllegalArgumentException(fractions + " fractions");
        }
    }
}

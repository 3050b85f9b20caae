package org.cordonrt.phantom;

/**
 * A dose that looks like a radiosurgery plan's: a plateau a little above the prescription in the target, a steep
 * fall-off outside it, a faint bath further away, and a dip around the cord, whose surface gets about the wanted
 * maximum where the target is near. Smooth enough for a 2 mm grid. Immutable.
 */
final class DoseModel {
    /** Plateau over prescription. */
    private static final double PLATEAU = 1.04;

    private static final double BATH = 0.03;
    private static final double BATH_REACH_MM = 40;

    /** The edge of the target gets the prescription: the logistic function is then 1 / 1.04. */
    private static final double EDGE = StrictMath.log(1 / (PLATEAU - 1));

    private final Target target;
    private final Tube cord;
    private final double prescriptionGy;
    private final double cordMaxGy;
    private final double gradientGyPerMm;
    private final double edgeSlopePerMm;

    /**
     * @param target what is to get the prescription
     * @param gradientGyPerMm steepest gradient
     */
    DoseModel(Target target, Tube cord, double prescriptionGy, double cordMaxGy, double gradientGyPerMm) {
        this.target = target;
        this.cord = cord;
        this.prescriptionGy = prescriptionGy;
        this.cordMaxGy = cordMaxGy;
        this.gradientGyPerMm = gradientGyPerMm;
        // A logistic function of slope k falls by k/4 of its plateau per mm at its steepest.
        this.edgeSlopePerMm = 4 * gradientGyPerMm / (PLATEAU * prescriptionGy);
    }

    /** The dose in one axial plane, Gy. */
    @FunctionalInterface
    interface Plane {
        double doseGy(double x, double y);
    }

    Plane at(double z) {
        Target.DoseEdge edge = target.doseEdge(z);
        Ellipse rim = cord.section(Math.max(cord.zLow(), Math.min(cord.zHigh(), z)));
        double beyondEnd = Math.max(cord.zLow() - z, z - cord.zHigh());
        return (x, y) -> {
            double t = edge.mm(x, y);
            double filled = PLATEAU / (1 + StrictMath.exp(edgeSlopePerMm * t - EDGE));
            double far = Math.max(0, t) / BATH_REACH_MM;
            double wanted = prescriptionGy * (filled + BATH / (1 + far * far));
            return lesser(wanted, allowed(rim, beyondEnd, x, y));
        };
    }

    /** What the sparing of the cord allows: the maximum at its surface, rising outwards and falling off inwards. */
    private double allowed(Ellipse rim, double beyondEnd, double x, double y) {
        double dx = x - rim.cx();
        double dy = y - rim.cy();
        double q = Math.sqrt(dx * dx / (rim.a() * rim.a()) + dy * dy / (rim.b() * rim.b()));
        double r = Math.sqrt(dx * dx + dy * dy);
        double side = q > 1e-9 ? r - r / q : -Math.min(rim.a(), rim.b());
        double mm = Target.combine(side, beyondEnd);
        return mm > 0 ? cordMaxGy + gradientGyPerMm * mm : cordMaxGy * StrictMath.exp(gradientGyPerMm / cordMaxGy * mm);
    }

    /** A smooth minimum: (a^-8 + b^-8)^(-1/8). */
    private static double lesser(double a, double b) {
        double low = Math.min(a, b);
        double q = low / Math.max(a, b);
        double q2 = q * q;
        double q4 = q2 * q2;
        return low / Math.sqrt(Math.sqrt(Math.sqrt(1 + q4 * q4)));
    }
}

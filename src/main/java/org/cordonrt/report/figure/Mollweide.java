package org.cordonrt.report.figure;

/**
 * The whole sphere of directions as an ellipse, area by area (Mollweide 1805; Snyder 1987, USGS Professional Paper 1395,
 * page 249), seen as the patient's front is by somebody who faces the patient: the front in the middle, the patient's left
 * on the right, the head at the top, the back at both ends.
 *
 * @param x of the middle, px
 * @param y of the middle, px
 * @param radius half the height, px; the width is twice the height
 */
record Mollweide(double x, double y, double radius) {
    private static final int TURNS = 50;
    private static final double NEAR = 1e-12;

    /**
     * The place of a direction, px.
     *
     * @param acrossDegrees from the front towards the patient's left, -180 to 180
     * @param upDegrees towards the head, -90 to 90
     */
    double[] px(double acrossDegrees, double upDegrees) {
        double wanted = Math.PI * StrictMath.sin(StrictMath.toRadians(upDegrees));
        double t = StrictMath.toRadians(upDegrees);
        for (int i = 0; i < TURNS && Math.abs(upDegrees) < 90; i++) {
            double step = (2 * t + StrictMath.sin(2 * t) - wanted) / (2 + 2 * StrictMath.cos(2 * t));
            t -= step;
            if (Math.abs(step) < NEAR) {
                break;
            }
        }
        return new double[] {x + 2 * radius * acrossDegrees / 180 * StrictMath.cos(t), y - radius * StrictMath.sin(t)};
    }
}

package org.cordonrt.plan;

/**
 * A point or vector in DICOM patient coordinates.
 *
 * @param x mm towards the patient's left
 * @param y mm towards the patient's back
 * @param z mm towards the patient's head
 */
public record Point3(double x, double y, double z) {
    /** The sum, by coordinate. */
    public Point3 plus(Point3 o) {
        return new Point3(x + o.x, y + o.y, z + o.z);
    }

    /** The difference, by coordinate. */
    public Point3 minus(Point3 o) {
        return new Point3(x - o.x, y - o.y, z - o.z);
    }

    /** Every coordinate times a factor. */
    public Point3 times(double f) {
        return new Point3(x * f, y * f, z * f);
    }

    /** Scalar product. */
    public double dot(Point3 o) {
        return x * o.x + y * o.y + z * o.z;
    }

    /** Vector product. */
    public Point3 cross(Point3 o) {
        return new Point3(y * o.z - z * o.y, z * o.x - x * o.z, x * o.y - y * o.x);
    }

    /** Length, mm. */
    public double norm() {
        return Math.sqrt(dot(this));
    }

    /** Distance from another point, mm. */
    public double distanceTo(Point3 o) {
        return minus(o).norm();
    }

    /** Whether no coordinate is infinite or not a number. */
    public boolean isFinite() {
        return Double.isFinite(x) && Double.isFinite(y) && Double.isFinite(z);
    }

    // Written out: what the compiler generates for records is slow to start.
    @Override
    public boolean equals(Object other) {
        return other instanceof Point3 o
                && Double.compare(x, o.x) == 0
                && Double.compare(y, o.y) == 0
                && Double.compare(z, o.z) == 0;
    }

    @Override
    public int hashCode() {
        return 31 * (31 * Double.hashCode(x) + Double.hashCode(y)) + Double.hashCode(z);
    }
}

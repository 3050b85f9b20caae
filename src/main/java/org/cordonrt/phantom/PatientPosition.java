package org.cordonrt.phantom;

import org.cordonrt.plan.Point3;

/**
 * How the patient lies on the couch (PS3.3 section C.7.3.1.1.2) and, with it, which way the rows and columns of an
 * axial image taken there run in patient coordinates: rows to the right and columns down for someone who looks into the
 * machine from the foot of the couch.
 */
public enum PatientPosition {
    /** Head first, supine. */
    HFS(new Point3(1, 0, 0), new Point3(0, 1, 0)),
    /** Head first, prone. */
    HFP(new Point3(-1, 0, 0), new Point3(0, -1, 0)),
    /** Head first, right side down. */
    HFDR(new Point3(0, 1, 0), new Point3(-1, 0, 0)),
    /** Head first, left side down. */
    HFDL(new Point3(0, -1, 0), new Point3(1, 0, 0)),
    /** Feet first, supine. */
    FFS(new Point3(-1, 0, 0), new Point3(0, 1, 0)),
    /** Feet first, prone. */
    FFP(new Point3(1, 0, 0), new Point3(0, -1, 0)),
    /** Feet first, right side down. */
    FFDR(new Point3(0, -1, 0), new Point3(-1, 0, 0)),
    /** Feet first, left side down. */
    FFDL(new Point3(0, 1, 0), new Point3(1, 0, 0));

    private final Point3 alongRow;
    private final Point3 alongColumn;

    PatientPosition(Point3 alongRow, Point3 alongColumn) {
        this.alongRow = alongRow;
        this.alongColumn = alongColumn;
    }

    /** Unit vector from one column to the next. */
    public Point3 alongRow() {
        return alongRow;
    }

    /** Unit vector from one row to the next. */
    public Point3 alongColumn() {
        return alongColumn;
    }

    /** Unit vector along which relative frame offsets count: +z head first, -z feet first. */
    public Point3 normal() {
        return alongRow.cross(alongColumn);
    }
}

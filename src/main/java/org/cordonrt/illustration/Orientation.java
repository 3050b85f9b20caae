package org.cordonrt.illustration;

import org.cordonrt.plan.Point3;

/**
 * A direction of looking at the patient, as usual in radiology: axial slices from the feet, coronal ones from the front,
 * sagittal ones from the patient's left. Patient coordinates belong to the patient, so that this holds for every patient position.
 */
public enum Orientation {
    AXIAL("axial", new Point3(1, 0, 0), new Point3(0, 1, 0), "R", "L", "A", "P"),
    SAGITTAL("sagittal", new Point3(0, 1, 0), new Point3(0, 0, -1), "A", "P", "H", "F"),
    CORONAL("coronal", new Point3(1, 0, 0), new Point3(0, 0, -1), "R", "L", "H", "F");

    private final String word;
    private final Point3 right;
    private final Point3 down;
    private final String leftLetter;
    private final String rightLetter;
    private final String topLetter;
    private final String bottomLetter;

    Orientation(
            String word,
            Point3 right,
            Point3 down,
            String leftLetter,
            String rightLetter,
            String topLetter,
            String bottomLetter) {
        this.word = word;
        this.right = right;
        this.down = down;
        this.leftLetter = leftLetter;
        this.rightLetter = rightLetter;
        this.topLetter = topLetter;
        this.bottomLetter = bottomLetter;
    }

    public String word() {
        return word;
    }

    /** Unit vector that points to the right of the picture, patient coordinates. */
    public Point3 right() {
        return right;
    }

    /** Unit vector that points down in the picture, patient coordinates. */
    public Point3 down() {
        return down;
    }

    /** Unit vector along which slices of this orientation are stacked: x, y or z. */
    public Point3 normal() {
        return switch (this) {
            case AXIAL -> new Point3(0, 0, 1);
            case SAGITTAL -> new Point3(1, 0, 0);
            case CORONAL -> new Point3(0, 1, 0);
        };
    }

    /** The patient axis across the slices: x, y or z. */
    public String axis() {
        return switch (this) {
            case AXIAL -> "z";
            case SAGITTAL -> "x";
            case CORONAL -> "y";
        };
    }

    /** What lies at the left of the picture: R for the patient's right, and so on. */
    public String leftLetter() {
        return leftLetter;
    }

    public String rightLetter() {
        return rightLetter;
    }

    public String topLetter() {
        return topLetter;
    }

    public String bottomLetter() {
        return bottomLetter;
    }
}

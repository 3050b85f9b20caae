package org.cordonrt.rt;

import java.util.List;
import java.util.Locale;
import org.cordonrt.dicom.DataSet;
import org.cordonrt.dicom.Tag;
import org.cordonrt.issue.CordonException;
import org.cordonrt.issue.Issue;
import org.cordonrt.issue.IssueCode;
import org.cordonrt.plan.GridGeometry;
import org.cordonrt.plan.Point3;

/**
 * Where the samples of an RT Dose lie: Image Plane (PS3.3 C.7.6.2.1.1) and Grid Frame Offset Vector (PS3.3 C.8.8.3.2).
 */
final class GridGeometryReader {
    /** Larger departures of the two direction cosines from orthonormal are refused. */
    private static final double ORIENTATION_TOLERANCE = 1e-3;
    /** Smaller departures are the rounding of exported decimals and not worth a word. */
    private static final double ORIENTATION_ROUNDING = 1e-5;
    /** A cosine this small is meant to be zero: 0.3 micrometres over 300 mm. */
    private static final double COSINE_ZERO = 1e-6;
    /** An absolute vector repeats the position, often with fewer decimals. */
    private static final double POSITION_TOLERANCE_MM = 0.01;

    private static final double RELATIVE_ZERO_MM = 1e-4;
    private static final double FAR_MM = 10_000;

    private GridGeometryReader() {}

    static GridGeometry read(DataSet dose, List<Issue> issues) {
        int rows = positive(dose, Tag.Rows);
        int columns = positive(dose, Tag.Columns);
        int frames = dose.has(Tag.NumberOfFrames) ? positive(dose, Tag.NumberOfFrames) : 1;
        if ((long) rows * columns * frames > Integer.MAX_VALUE) {
            throw dose.invalid(
                    Tag.NumberOfFrames,
                    "a grid of " + columns + " x " + rows + " x " + frames + " samples is too large");
        }
        double[] position = dose.requireDecimals(Tag.ImagePositionPatient, 3);
        for (double v : position) {
            if (!(Math.abs(v) <= FAR_MM)) {
                throw dose.invalid(Tag.ImagePositionPatient, "lies at " + v + " mm, outside of any patient");
            }
        }
        double[] spacing = dose.requireDecimals(Tag.PixelSpacing, 2);
        for (double v : spacing) {
            if (!(v > 1e-3 && v < 1e3)) {
                throw dose.invalid(Tag.PixelSpacing, "a spacing of " + v + " mm is impossible");
            }
        }
        Point3[] axes = axes(dose, issues);
        Point3 normal = axes[0].cross(axes[1]);
        double[] offsets = offsets(dose, frames, position[2], normal, issues);
        // The first spacing is that between rows, hence along the second direction.
        return new GridGeometry(
                columns,
                rows,
                new Point3(position[0], position[1], position[2]),
                axes[0].times(spacing[1]),
                axes[1].times(spacing[0]),
                normal,
                offsets);
    }

    private static int positive(DataSet dose, int tag) {
        int n = dose.requireInteger(tag);
        if (n < 1) {
            throw dose.invalid(tag, "is " + n + ", not a number of samples");
        }
        return n;
    }

    /** Directions of increasing column and of increasing row, orthonormal. */
    private static Point3[] axes(DataSet dose, List<Issue> issues) {
        double[] o = dose.requireDecimals(Tag.ImageOrientationPatient, 6);
        Point3 a = new Point3(o[0], o[1], o[2]);
        Point3 b = new Point3(o[3], o[4], o[5]);
        double off = Math.max(Math.max(Math.abs(a.norm() - 1), Math.abs(b.norm() - 1)), Math.abs(a.dot(b)));
        if (!(off <= ORIENTATION_TOLERANCE)) {
            throw dose.invalid(Tag.ImageOrientationPatient, "the two directions are not perpendicular unit vectors");
        }
        if (off > ORIENTATION_ROUNDING) {
            issues.add(Issue.of(
                    IssueCode.DICOM_ODDITY,
                    String.format(
                            Locale.ROOT,
                            "%s: the directions were off by %.1e and made perpendicular and of unit length",
                            dose.where(Tag.ImageOrientationPatient),
                            off)));
        }
        Point3 column = unit(snap(unit(a)));
        Point3 row = unit(snap(unit(b.minus(column.times(column.dot(b))))));
        return new Point3[] {column, row};
    }

    private static Point3 unit(Point3 p) {
        return p.times(1 / p.norm());
    }

    private static Point3 snap(Point3 p) {
        return new Point3(snap(p.x()), snap(p.y()), snap(p.z()));
    }

    private static double snap(double cosine) {
        return Math.abs(cosine) < COSINE_ZERO ? 0 : cosine;
    }

    /** Offsets of the frames along the normal, from the plane of Image Position (Patient). */
    private static double[] offsets(DataSet dose, int frames, double z, Point3 normal, List<Issue> issues) {
        double[] vector = dose.decimals(Tag.GridFrameOffsetVector);
        if (frames == 1) {
            // One frame lies where Image Position (Patient) says, whatever the vector adds to that.
            return new double[1];
        }
        if (vector.length == 0) {
            throw dose.missing(Tag.GridFrameOffsetVector);
        }
        if (vector.length != frames) {
            throw dose.invalid(
                    Tag.GridFrameOffsetVector, "has " + vector.length + " offsets for " + frames + " frames");
        }
        for (double v : vector) {
            if (!(Math.abs(v) <= FAR_MM)) {
                throw dose.invalid(Tag.GridFrameOffsetVector, "has a frame at " + v + " mm, outside of any patient");
            }
        }
        requireMonotonic(dose, vector);
        double first = vector[0];
        double direction;
        if (Math.abs(first) <= RELATIVE_ZERO_MM) {
            direction = 1;
        } else if (Math.abs(first - z) <= POSITION_TOLERANCE_MM && normal.x() == 0 && normal.y() == 0) {
            // The standard allows z coordinates for the orientation 1\0\0\0\1\0 only; for other transverse grids they
            // can mean just one thing too, but are worth a word.
            direction = normal.z() > 0 ? 1 : -1;
            if (!isPlainTransverse(dose)) {
                issues.add(Issue.of(
                        IssueCode.DICOM_ODDITY,
                        dose.where(Tag.GridFrameOffsetVector)
                                + " holds z coordinates, which the standard allows for another orientation only"));
            }
        } else {
            throw new CordonException(
                    IssueCode.DOSE_GRID_GEOMETRY,
                    String.format(
                            Locale.ROOT,
                            "%s starts with %s, which is neither 0 (offsets) nor the z of Image Position (Patient), %s, of"
                                    + " a transverse grid; export the dose again",
                            dose.where(Tag.GridFrameOffsetVector),
                            first,
                            z));
        }
        double[] offsets = new double[frames];
        for (int k = 0; k < frames; k++) {
            offsets[k] = direction * (vector[k] - first);
        }
        offsets[0] = 0;
        return offsets;
    }

    private static boolean isPlainTransverse(DataSet dose) {
        double[] o = dose.requireDecimals(Tag.ImageOrientationPatient, 6);
        return o[0] > 0.5 && o[4] > 0.5;
    }

    private static void requireMonotonic(DataSet dose, double[] vector) {
        double sign = Math.signum(vector[1] - vector[0]);
        for (int k = 1; k < vector.length; k++) {
            if (!(sign * (vector[k] - vector[k - 1]) > 0)) {
                throw new CordonException(
                        IssueCode.DOSE_GRID_GEOMETRY,
                        String.format(
                                Locale.ROOT,
                                "%s: frames %d and %d lie at %s and %s, which is not in order; export the dose again",
                                dose.where(Tag.GridFrameOffsetVector),
                                k,
                                k + 1,
                                vector[k - 1],
                                vector[k]));
            }
        }
    }
}

package org.cordonrt.plan;

import java.util.Objects;
import org.ejml.data.DMatrix3;
import org.ejml.data.DMatrix3x3;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.fixed.CommonOps_DDF3;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.SingularValueDecomposition_F64;

/**
 * A rotation followed by a translation, from one frame of reference to another: q = R p + t, in mm. Immutable and
 * thread-safe.
 */
public final class RigidTransform {
    /** Exported matrices have few decimals; a larger departure from a rotation is something else. */
    private static final double ORTHONORMALITY = 1e-3;

    private static final double LAST_ROW = 1e-6;
    private static final double FARTHEST_MM = 10_000;
    private static final RigidTransform IDENTITY = new RigidTransform(identityMatrix(), new Point3(0, 0, 0));

    private final DMatrix3x3 rotation;
    private final Point3 translationMm;

    private RigidTransform(DMatrix3x3 rotation, Point3 translationMm) {
        this.rotation = rotation;
        this.translationMm = Objects.requireNonNull(translationMm, "translationMm");
    }

    private static DMatrix3x3 identityMatrix() {
        DMatrix3x3 m = new DMatrix3x3();
        CommonOps_DDF3.setIdentity(m);
        return m;
    }

    /** Nothing moves. */
    public static RigidTransform identity() {
        return IDENTITY;
    }

    /** A shift without rotation. */
    public static RigidTransform translation(Point3 mm) {
        return new RigidTransform(identityMatrix(), mm);
    }

    /**
     * The transform of a homogeneous 4 x 4 matrix in row-major order, as DICOM writes it (Frame of Reference
     * Transformation Matrix (3006,00C6)). Its rotation is replaced by the nearest exact one, which differs from it by
     * the rounding of decimals only.
     *
     * @throws IllegalArgumentException when the matrix is not that of a rigid transform; the message says why
     */
    public static RigidTransform ofMatrix(double[] rowMajor) {
        if (rowMajor.length != 16) {
            throw new IllegalArgumentException("a transform has 16 numbers, not " + rowMajor.length);
        }
        for (double v : rowMajor) {
            if (!Double.isFinite(v)) {
                throw new IllegalArgumentException("a number of the transform is not finite");
            }
        }
        double last = Math.max(
                Math.max(Math.abs(rowMajor[12]), Math.abs(rowMajor[13])),
                Math.max(Math.abs(rowMajor[14]), Math.abs(rowMajor[15] - 1)));
        if (last > LAST_ROW) {
            throw new IllegalArgumentException("its last row is not 0, 0, 0, 1");
        }
        DMatrixRMaj given = new DMatrixRMaj(3, 3);
        for (int r = 0; r < 3; r++) {
            for (int c = 0; c < 3; c++) {
                given.set(r, c, rowMajor[4 * r + c]);
            }
        }
        Point3 t = new Point3(rowMajor[3], rowMajor[7], rowMajor[11]);
        if (!(t.norm() <= FARTHEST_MM)) {
            throw new IllegalArgumentException("it moves by more than " + (int) FARTHEST_MM / 1000 + " m");
        }
        return new RigidTransform(nearestRotation(given), t);
    }

    /** The orthogonal factor of the polar decomposition, U V^T of the singular value decomposition (Higham 1986). */
    private static DMatrix3x3 nearestRotation(DMatrixRMaj given) {
        SingularValueDecomposition_F64<DMatrixRMaj> svd = DecompositionFactory_DDRM.svd(3, 3, true, true, false);
        if (!svd.decompose(given.copy())) {
            throw new IllegalArgumentException("its rotation cannot be decomposed");
        }
        for (double s : svd.getSingularValues()) {
            if (Math.abs(s - 1) > ORTHONORMALITY) {
                throw new IllegalArgumentException("it scales or shears, so it is not rigid");
            }
        }
        DMatrixRMaj product = new DMatrixRMaj(3, 3);
        CommonOps_DDRM.mult(svd.getU(null, false), svd.getV(null, true), product);
        if (CommonOps_DDRM.det(product) < 0) {
            throw new IllegalArgumentException("it mirrors, so it is not rigid");
        }
        DMatrix3x3 r = new DMatrix3x3();
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                r.set(i, j, product.get(i, j));
            }
        }
        return r;
    }

    /** Where a point goes, mm. */
    public Point3 apply(Point3 p) {
        return rotate(p).plus(translationMm);
    }

    /** Where a direction goes. */
    public Point3 rotate(Point3 direction) {
        DMatrix3 out = new DMatrix3();
        CommonOps_DDF3.mult(rotation, new DMatrix3(direction.x(), direction.y(), direction.z()), out);
        return new Point3(out.a1, out.a2, out.a3);
    }

    /** The way back. */
    public RigidTransform inverse() {
        DMatrix3x3 back = new DMatrix3x3(rotation);
        CommonOps_DDF3.transpose(back);
        RigidTransform turned = new RigidTransform(back, new Point3(0, 0, 0));
        return new RigidTransform(back, turned.rotate(translationMm).times(-1));
    }

    /** This transform after another one. */
    public RigidTransform after(RigidTransform first) {
        DMatrix3x3 product = new DMatrix3x3();
        CommonOps_DDF3.mult(rotation, first.rotation, product);
        return new RigidTransform(product, apply(first.translationMm));
    }

    /** The same samples at the places this transform takes them to; nothing is resampled. */
    public DoseGrid apply(DoseGrid dose) {
        GridGeometry g = dose.geometry();
        double[] offsetsMm = new double[g.frames()];
        for (int k = 0; k < offsetsMm.length; k++) {
            offsetsMm[k] = g.frameOffsetMm(k);
        }
        return dose.at(new GridGeometry(
                g.columns(),
                g.rows(),
                apply(g.origin()),
                rotate(g.columnStep()),
                rotate(g.rowStep()),
                rotate(g.frameDirection()),
                offsetsMm));
    }

    /** Angle of the rotation, degrees. */
    public double rotationDegrees() {
        double trace = rotation.a11 + rotation.a22 + rotation.a33;
        return Math.toDegrees(Math.acos(Math.max(-1, Math.min(1, (trace - 1) / 2))));
    }

    /** The translation, which comes after the rotation, mm. */
    public Point3 translationMm() {
        return translationMm;
    }
}

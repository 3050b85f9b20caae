package org.cordonrt.rt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.util.List;
import org.cordonrt.dicom.DataSetBuilder;
import org.cordonrt.dicom.DicomWriter;
import org.cordonrt.dicom.Tag;
import org.cordonrt.dicom.TransferSyntax;
import org.cordonrt.issue.CordonException;
import org.cordonrt.issue.IssueCode;
import org.cordonrt.plan.Point3;
import org.cordonrt.plan.RigidTransform;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpatialRegistrationTest {
    private static final String OLD = "1.2.3.1";
    private static final String NEW = "1.2.3.2";
    private static final double[] SHIFT = {1, 0, 0, 5, 0, 1, 0, -6, 0, 0, 1, 7, 0, 0, 0, 1};
    private static final double[] TURN = {0, -1, 0, 10, 1, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1};
    private static final double[] SAME = {1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1};

    @TempDir
    Path folder;

    /** A registration of the given frames of reference into a registered one. */
    private static DataSetBuilder registration(String registered, DataSetBuilder... items) {
        return new DataSetBuilder()
                .text(Tag.SOPClassUID, "1.2.840.10008.5.1.4.1.1.66.1")
                .text(Tag.SOPInstanceUID, "1.2.3.4")
                .text(Tag.Modality, "REG")
                .text(Tag.FrameOfReferenceUID, registered)
                .sequence(Tag.RegistrationSequence, items);
    }

    private static DataSetBuilder item(String frame, String type, double... matrix) {
        DataSetBuilder numbers = new DataSetBuilder()
                .decimals(Tag.FrameOfReferenceTransformationMatrix, matrix)
                .text(Tag.FrameOfReferenceTransformationMatrixType, type);
        return new DataSetBuilder()
                .text(Tag.FrameOfReferenceUID, frame)
                .sequence(Tag.MatrixRegistrationSequence, new DataSetBuilder().sequence(Tag.MatrixSequence, numbers));
    }

    private SpatialRegistration read(DataSetBuilder content) {
        Path file = folder.resolve("reg.dcm");
        DicomWriter.write(file, content, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);
        return SpatialRegistration.read(file);
    }

    private static void same(Point3 a, Point3 b) {
        assertThat(a.distanceTo(b)).isLessThan(1e-9);
    }

    /** The matrix takes points of the frame it stands with into the registered one (PS3.3 C.20.2.1.1). */
    @Test
    void leadsFromTheOldFrameToTheNew() {
        SpatialRegistration r = read(registration(NEW, item(NEW, "RIGID", SAME), item(OLD, "RIGID", SHIFT)));
        same(r.between(OLD, NEW).apply(new Point3(1, 1, 1)), new Point3(6, -5, 8));
        same(r.between(NEW, OLD).apply(new Point3(6, -5, 8)), new Point3(1, 1, 1));
        assertThat(r.input().modality()).isEqualTo("REG");
        assertThat(r.input().sha256()).hasSize(64);
    }

    /** Either frame, or neither, may be the registered one, and the registered one needs no item. */
    @Test
    void goesByWayOfTheRegisteredFrame() {
        same(
                read(registration(NEW, item(OLD, "RIGID", SHIFT)))
                        .between(OLD, NEW)
                        .apply(new Point3(0, 0, 0)),
                new Point3(5, -6, 7));
        same(
                read(registration(OLD, item(NEW, "RIGID", SHIFT)))
                        .between(OLD, NEW)
                        .apply(new Point3(0, 0, 0)),
                new Point3(-5, 6, -7));
        RigidTransform both = read(registration("1.2.3.9", item(OLD, "RIGID", SHIFT), item(NEW, "RIGID", TURN)))
                .between(OLD, NEW);
        // Old to registered: + (5, -6, 7). Back from registered to new: x' = y, y' = 10 - x.
        same(both.apply(new Point3(0, 0, 0)), new Point3(-6, 5, 7));
    }

    @Test
    void refusesWhatIsNotRigidOrNotClear() {
        DataSetBuilder deformable =
                registration(NEW, item(OLD, "RIGID", SHIFT)).text(Tag.SOPClassUID, "1.2.840.10008.5.1.4.1.1.66.3");
        refused(deformable, "deformable registration");
        refused(
                registration(NEW, item(OLD, "RIGID", SHIFT)).text(Tag.SOPClassUID, "1.2.840.10008.5.1.4.1.1.2"),
                "not Spatial Registration");
        refused(registration(NEW, item(OLD, "AFFINE", SHIFT)), "type 'AFFINE'");
        refused(registration(NEW, item(OLD, "RIGID_SCALE", SHIFT)), "type 'RIGID_SCALE'");
        double[] scaled = SHIFT.clone();
        scaled[0] = 1.1;
        refused(registration(NEW, item(OLD, "RIGID", scaled)), "scales or shears");
        refused(registration(NEW, item(OLD, "RIGID", SHIFT), item(OLD, "RIGID", SAME)), "twice");
        DataSetBuilder matrix = new DataSetBuilder()
                .decimals(Tag.FrameOfReferenceTransformationMatrix, SHIFT)
                .text(Tag.FrameOfReferenceTransformationMatrixType, "RIGID");
        refused(
                registration(
                        NEW,
                        new DataSetBuilder()
                                .text(Tag.FrameOfReferenceUID, OLD)
                                .sequence(
                                        Tag.MatrixRegistrationSequence,
                                        new DataSetBuilder().sequence(Tag.MatrixSequence, List.of(matrix, matrix)))),
                "not just one matrix");
        refused(registration(NEW, item(OLD, "RIGID", SHIFT).remove(Tag.FrameOfReferenceUID)), "no frame of reference");
    }

    @Test
    void refusesFramesItDoesNotHold() {
        SpatialRegistration r = read(registration(NEW, item(OLD, "RIGID", SHIFT)));
        assertThatExceptionOfType(CordonException.class)
                .isThrownBy(() -> r.between("1.9", NEW))
                .withMessageContaining("previous dose");
        assertThatExceptionOfType(CordonException.class)
                .isThrownBy(() -> r.between(OLD, "1.9"))
                .withMessageContaining("current plan");
    }

    @Test
    void missingNumbersAreRefused() {
        assertThatExceptionOfType(CordonException.class)
                .isThrownBy(() -> read(registration(NEW, item(OLD, "RIGID", 1, 0, 0))));
        assertThatExceptionOfType(CordonException.class).isThrownBy(() -> read(registration(NEW)));
    }

    private void refused(DataSetBuilder content, String words) {
        assertThatExceptionOfType(CordonException.class)
                .isThrownBy(() -> read(content))
                .satisfies(e -> assertThat(e.code()).isEqualTo(IssueCode.REGISTRATION))
                .withMessageContaining(words)
                .withMessageContaining("reg.dcm");
    }
}

package org.cordonrt.rt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.cordonrt.rt.Refusals.assertRefused;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.cordonrt.Property;
import org.cordonrt.dicom.DataSetBuilder;
import org.cordonrt.dicom.DicomFile;
import org.cordonrt.dicom.DicomWriter;
import org.cordonrt.dicom.Tag;
import org.cordonrt.dicom.TransferSyntax;
import org.cordonrt.issue.Issue;
import org.cordonrt.issue.IssueCode;
import org.cordonrt.plan.GridGeometry;
import org.cordonrt.plan.Point3;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GridGeometryReaderTest {
    private final List<Issue> issues = new ArrayList<>();

    private GridGeometry read(DataSetBuilder builder) {
        return GridGeometryReader.read(
                DicomFile.parse(DicomWriter.toBytes(builder, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN))
                        .dataSet(),
                issues);
    }

    private static void assertAt(GridGeometry grid, int column, int row, int frame, double x, double y, double z) {
        assertThat(grid.centre(column, row, frame).distanceTo(new Point3(x, y, z)))
                .as("centre of (%d, %d, %d) is %s", column, row, frame, grid.centre(column, row, frame))
                .isLessThan(1e-9);
    }

    @Test
    void theFirstPixelSpacingIsBetweenRows() {
        GridGeometry grid = read(RtFixture.dose());
        assertAt(grid, 0, 0, 0, 10, 20, 30);
        assertAt(grid, 1, 0, 0, 12, 20, 30);
        assertAt(grid, 0, 1, 0, 10, 22.5, 30);
        assertAt(grid, 2, 3, 1, 14, 27.5, 33);
        assertThat(issues).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "1, 0, 0,  0, 1, 0,   0, 0, 1", // head first supine
        "-1, 0, 0, 0, -1, 0,  0, 0, 1", // head first prone
        "0, 1, 0,  -1, 0, 0,  0, 0, 1", // decubitus
        "-1, 0, 0, 0, 1, 0,   0, 0, -1", // feet first supine
        "1, 0, 0,  0, -1, 0,  0, 0, -1", // feet first prone
        "1, 0, 0,  0, 0, -1,  0, 1, 0", // coronal
        "0, 1, 0,  0, 0, -1,  -1, 0, 0" // sagittal
    })
    void relativeOffsetsCountAlongTheNormal(
            double ax, double ay, double az, double bx, double by, double bz, double nx, double ny, double nz) {
        GridGeometry grid = read(RtFixture.dose().decimals(Tag.ImageOrientationPatient, ax, ay, az, bx, by, bz));
        assertAt(grid, 0, 0, 1, 10 + 3 * nx, 20 + 3 * ny, 30 + 3 * nz);
        assertAt(grid, 1, 0, 0, 10 + 2 * ax, 20 + 2 * ay, 30 + 2 * az);
        assertAt(grid, 0, 1, 0, 10 + 2.5 * bx, 20 + 2.5 * by, 30 + 2.5 * bz);
        assertThat(issues).isEmpty();
    }

    @Test
    void offsetsMayFallAndStartWithMinusZero() {
        GridGeometry grid = read(RtFixture.dose().text(Tag.GridFrameOffsetVector, "-0", "-3"));
        assertAt(grid, 0, 0, 0, 10, 20, 30);
        assertAt(grid, 0, 0, 1, 10, 20, 27);
    }

    @ParameterizedTest
    @CsvSource({"30, 33", "30, 27", "30.0004, 33.0004"})
    void offsetsThatStartAtThePositionAreCoordinates(double first, double second) {
        GridGeometry grid = read(RtFixture.dose().decimals(Tag.GridFrameOffsetVector, first, second));
        assertAt(grid, 0, 0, 1, 10, 20, 30 + second - first);
        assertThat(issues).isEmpty();
    }

    @Test
    void coordinatesMeanTheSameForAGridThatLooksTheOtherWay() {
        GridGeometry grid = read(RtFixture.dose()
                .decimals(Tag.ImageOrientationPatient, -1, 0, 0, 0, 1, 0)
                .decimals(Tag.GridFrameOffsetVector, 30, 33));
        assertAt(grid, 0, 0, 1, 10, 20, 33);
        assertThat(issues).extracting(Issue::code).containsExactly(IssueCode.DICOM_ODDITY);
    }

    @Test
    void coordinatesOfAGridThatIsNotTransverseAreRefused() {
        assertRefused(
                        IssueCode.DOSE_GRID_GEOMETRY,
                        () -> read(RtFixture.dose()
                                .decimals(Tag.ImageOrientationPatient, 1, 0, 0, 0, 0, -1)
                                .decimals(Tag.GridFrameOffsetVector, 30, 33)))
                .contains("GridFrameOffsetVector");
    }

    @Test
    void anOffsetThatStartsSomewhereElseIsRefused() {
        assertRefused(
                        IssueCode.DOSE_GRID_GEOMETRY,
                        () -> read(RtFixture.dose().decimals(Tag.GridFrameOffsetVector, 5, 8)))
                .contains("GridFrameOffsetVector", "5.0", "30.0");
    }

    @ParameterizedTest
    @CsvSource({"0, 3, 3", "0, 3, 2", "0, 0, 3"})
    void framesOutOfOrderAreRefused(double a, double b, double c) {
        assertRefused(
                        IssueCode.DOSE_GRID_GEOMETRY,
                        () -> read(RtFixture.dose()
                                .integers(Tag.NumberOfFrames, 3)
                                .decimals(Tag.GridFrameOffsetVector, a, b, c)))
                .contains("not in order");
    }

    @Test
    void unevenFramesAreKept() {
        GridGeometry grid =
                read(RtFixture.dose().integers(Tag.NumberOfFrames, 3).decimals(Tag.GridFrameOffsetVector, 0, 3, 7));
        assertAt(grid, 0, 0, 2, 10, 20, 37);
    }

    @Test
    void aCountOfOffsetsThatDisagreesIsRefused() {
        assertRefused(
                        IssueCode.DICOM_INVALID_VALUE,
                        () -> read(RtFixture.dose().decimals(Tag.GridFrameOffsetVector, 0, 3, 6)))
                .contains("3 offsets for 2 frames");
        assertRefused(
                IssueCode.DICOM_MISSING_ATTRIBUTE, () -> read(RtFixture.dose().remove(Tag.GridFrameOffsetVector)));
    }

    @Test
    void aSingleFrameNeedsNoOffsets() {
        GridGeometry grid = read(RtFixture.dose().remove(Tag.NumberOfFrames).remove(Tag.GridFrameOffsetVector));
        assertThat(grid.frames()).isEqualTo(1);
        assertAt(grid, 0, 0, 0, 10, 20, 30);
    }

    @Test
    void directionsThatAreSlightlyOffAreMendedAndReported() {
        GridGeometry grid =
                read(RtFixture.dose().decimals(Tag.ImageOrientationPatient, 0.9999, 0.0002, 0, 0.0001, 1.0001, 0));
        assertThat(grid.columnStep().norm()).isCloseTo(2, within(1e-12));
        assertThat(grid.columnStep().dot(grid.rowStep())).isCloseTo(0, within(1e-12));
        assertThat(issues).extracting(Issue::code).containsExactly(IssueCode.DICOM_ODDITY);
    }

    @ParameterizedTest
    @CsvSource({"0.99, 0, 0, 0, 1, 0", "1, 0, 0, 0.01, 1, 0", "0, 0, 0, 0, 1, 0", "1, 0, 0, 1, 0, 0"})
    void directionsThatAreNoDirectionsAreRefused(double a, double b, double c, double d, double e, double f) {
        assertRefused(
                        IssueCode.DICOM_INVALID_VALUE,
                        () -> read(RtFixture.dose().decimals(Tag.ImageOrientationPatient, a, b, c, d, e, f)))
                .contains("ImageOrientationPatient");
    }

    @ParameterizedTest
    @CsvSource({"0, 2", "2, -1", "1e-9, 2", "2, 1e9"})
    void impossibleSpacingsAreRefused(double a, double b) {
        assertRefused(IssueCode.DICOM_INVALID_VALUE, () -> read(RtFixture.dose().decimals(Tag.PixelSpacing, a, b)))
                .contains("PixelSpacing");
    }

    @Test
    void aGridThatNoArrayHoldsIsRefused() {
        assertRefused(
                        IssueCode.DICOM_INVALID_VALUE,
                        () -> read(RtFixture.dose()
                                .integers(Tag.Rows, 65535)
                                .integers(Tag.Columns, 65535)
                                .integers(Tag.NumberOfFrames, 2)))
                .contains("too large");
    }

    @Test
    void anyRotationPutsSamplesWhereTheAxesSay() {
        Property.forAll(200, GridGeometryReaderTest::randomRotation, axes -> {
            Point3 a = axes[0];
            Point3 b = axes[1];
            Point3 n = a.cross(b);
            GridGeometry grid = new GridGeometryReaderTest()
                    .read(RtFixture.dose()
                            .decimals(Tag.ImageOrientationPatient, a.x(), a.y(), a.z(), b.x(), b.y(), b.z()));
            Point3 expected = new Point3(10, 20, 30)
                    .plus(a.times(2 * 2))
                    .plus(b.times(3 * 2.5))
                    .plus(n.times(3));
            assertThat(grid.centre(2, 3, 1).distanceTo(expected)).isLessThan(1e-5);
        });
    }

    private static Point3[] randomRotation(SplittableRandom random) {
        Point3 a = unit(random);
        Point3 b = unit(random);
        b = b.minus(a.times(a.dot(b)));
        return new Point3[] {a, b.times(1 / b.norm())};
    }

    private static Point3 unit(SplittableRandom random) {
        Point3 p = new Point3(random.nextDouble() - 0.5, random.nextDouble() - 0.5, random.nextDouble() - 0.5);
        return p.times(1 / p.norm());
    }
}

package org.cordonrt.phantom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.cordonrt.dicom.DataSet;
import org.cordonrt.dicom.DicomFile;
import org.cordonrt.dicom.DicomWriter;
import org.cordonrt.dicom.Tag;
import org.cordonrt.dicom.TransferSyntax;
import org.cordonrt.plan.Contour;
import org.cordonrt.plan.ContourGeometricType;
import org.cordonrt.plan.DoseGrid;
import org.cordonrt.plan.GridGeometry;
import org.cordonrt.plan.Point3;
import org.cordonrt.plan.Structure;
import org.cordonrt.plan.TreatmentCase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class SpinePhantomTest {
    private static SpineOptions.Builder small() {
        return SpineOptions.defaults().toBuilder()
                .cordLengthMm(40)
                .targetHeightMm(12)
                .doseSpacingMm(4);
    }

    private static Structure structure(SpinePhantom p, String name) {
        return p.treatmentCase().structures().structures().stream()
                .filter(s -> s.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    static Stream<Arguments> shapesAndGaps() {
        return Stream.of(TargetShape.values())
                .flatMap(shape -> Stream.of(-1.0, 0.0, 1.0, 2.5, 5.0)
                        .flatMap(gap -> Stream.of(0.0, 35.0).map(slant -> Arguments.of(shape, gap, slant))));
    }

    @ParameterizedTest
    @MethodSource("shapesAndGaps")
    void theGapIsTheOneAskedFor(TargetShape shape, double gapMm, double slantDegrees) {
        SpinePhantom p = SpinePhantom.of(small().target(shape)
                .gapMm(gapMm)
                .slantDegrees(slantDegrees)
                .planeSpacingMm(4)
                .build());
        assertThat(p.trueGapMm()).isCloseTo(gapMm, within(1e-5));
    }

    /** Vertices lie on the smooth surfaces: the nearest pair can only be further apart, and not by much. */
    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "ABOVE")
    void theGapIsTheDistanceOfDenselyDrawnContours(TargetShape shape) {
        SpinePhantom p = SpinePhantom.of(small().target(shape)
                .gapMm(2)
                .slantDegrees(20)
                .planeSpacingMm(0.5)
                .pointSpacingMm(0.25)
                .build());
        List<Contour> gtv = structure(p, "GTV").contours();
        double nearest = Double.POSITIVE_INFINITY;
        for (Contour a : structure(p, "SpinalCord").contours()) {
            for (Contour b : gtv) {
                double dz = a.z(0) - b.z(0);
                if (Math.abs(dz) < 5) {
                    nearest = Math.min(nearest, Math.hypot(dz, nearestInPlane(a, b)));
                }
            }
        }
        assertThat(nearest).isBetween(2 - 0.02, 2 + 0.12);
    }

    /** Both flat ends lie half a plane spacing beyond the last contours. */
    @Test
    void theGapToATargetAboveIsThatOfTheSlabs() {
        SpinePhantom p = SpinePhantom.of(
                small().target(TargetShape.ABOVE).gapMm(4).planeSpacingMm(2).build());
        double cordTop = structure(p, "SpinalCord").contours().stream()
                .mapToDouble(c -> c.z(0))
                .max()
                .orElseThrow();
        double gtvBottom = structure(p, "GTV").contours().stream()
                .mapToDouble(c -> c.z(0))
                .min()
                .orElseThrow();
        assertThat(gtvBottom - 1 - (cordTop + 1)).isCloseTo(4, within(1e-9));
    }

    private static double nearestInPlane(Contour a, Contour b) {
        double nearest = Double.POSITIVE_INFINITY;
        for (int i = 0; i < a.size(); i++) {
            for (int j = 0; j < b.size(); j++) {
                double dx = a.x(i) - b.x(j);
                double dy = a.y(i) - b.y(j);
                nearest = Math.min(nearest, dx * dx + dy * dy);
            }
        }
        return Math.sqrt(nearest);
    }

    /** 2 mm across a slanted cord is more within an axial plane: 2 / cos(slant). */
    @Test
    void thePrvIsAnExpansionInThreeDimensions() {
        SpinePhantom p = SpinePhantom.of(
                small().bends(0).slantDegrees(40).pointSpacingMm(0.2).build());
        double[] cord = extentY(middle(structure(p, "SpinalCord")));
        double[] prv = extentY(middle(structure(p, "SpinalCord_PRV02")));
        double expected = 2 / Math.cos(Math.toRadians(40));
        assertThat(cord[0] - prv[0]).isCloseTo(expected, within(0.03));
        assertThat(prv[1] - cord[1]).isCloseTo(expected, within(0.03));
    }

    private static Contour middle(Structure s) {
        return s.contours().stream().filter(c -> c.z(0) == -200).findFirst().orElseThrow();
    }

    private static double[] extentY(Contour c) {
        double[] e = {Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY};
        for (int i = 0; i < c.size(); i++) {
            e[0] = Math.min(e[0], c.y(i));
            e[1] = Math.max(e[1], c.y(i));
        }
        return e;
    }

    @Test
    void theCordGetsAboutItsMaximumAndTheTargetItsPrescription() {
        SpineOptions options = SpineOptions.defaults();
        TreatmentCase c = SpinePhantom.of(options).treatmentCase();
        SampledDose cord = SampledDose.of(c, "SpinalCord", options.planeSpacingMm());
        SampledDose gtv = SampledDose.of(c, "GTV", options.planeSpacingMm());
        assertThat(cord.atVolumeGy(0.035)).isCloseTo(options.cordMaxGy(), within(0.5));
        assertThat(gtv.atVolumeGy(gtv.volumeCc() / 2)).isBetween(18.0, 20.0);
    }

    @Test
    void theSameOptionsGiveTheSameBytesAndOthersOtherUids() {
        SpineOptions options = small().build();
        byte[] first =
                DicomWriter.toBytes(SpinePhantom.of(options).doseFile(), TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);
        byte[] again = DicomWriter.toBytes(
                SpinePhantom.of(small().build()).doseFile(), TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);
        assertThat(again).isEqualTo(first);
        SpinePhantom other = SpinePhantom.of(small().seed(77).build());
        assertThat(other.treatmentCase().structures().frameOfReferenceUid())
                .isNotEqualTo(
                        SpinePhantom.of(options).treatmentCase().structures().frameOfReferenceUid())
                .matches("2\\.25\\.[1-9][0-9]{0,38}");
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "OTHER", value = TransferSyntax.class)
    void filesHoldWhatTheModelHolds(TransferSyntax syntax) {
        SpinePhantom p = SpinePhantom.of(small().build());
        TreatmentCase model = p.treatmentCase();
        DataSet rs = DicomFile.parse(DicomWriter.toBytes(p.structureSetFile(), syntax))
                .dataSet();
        List<DataSet> rois = rs.requireItems(Tag.ROIContourSequence);
        assertThat(rois).hasSameSizeAs(model.structures().structures());
        for (int i = 0; i < rois.size(); i++) {
            List<Contour> contours = model.structures().structures().get(i).contours();
            List<DataSet> items = rois.get(i).requireItems(Tag.ContourSequence);
            assertThat(items).hasSameSizeAs(contours);
            for (int k = 0; k < items.size(); k++) {
                assertThat(items.get(k).decimals(Tag.ContourData))
                        .isEqualTo(contours.get(k).toArray());
                assertThat(items.get(k).requireInteger(Tag.NumberOfContourPoints))
                        .isEqualTo(contours.get(k).size());
            }
        }
        DicomFile rd = DicomFile.parse(DicomWriter.toBytes(p.doseFile(), syntax));
        DoseGrid dose = model.dose().orElseThrow();
        GridGeometry g = dose.geometry();
        double scaling = rd.dataSet().requireDecimal(Tag.DoseGridScaling);
        int[] words = rd.pixelWords(g.sampleCount(), 32);
        for (int at = 0; at < words.length; at += 97) {
            int inFrame = at % (g.rows() * g.columns());
            assertThat(words[at] * scaling)
                    .isEqualTo(
                            dose.doseGy(inFrame % g.columns(), inFrame / g.columns(), at / (g.rows() * g.columns())));
        }
        DataSet rp = DicomFile.parse(DicomWriter.toBytes(p.planFile(), syntax)).dataSet();
        assertThat(rp.requireItems(Tag.FractionGroupSequence).get(0).requireInteger(Tag.NumberOfFractionsPlanned))
                .isEqualTo(1);
        assertThat(rp.requireItems(Tag.ReferencedStructureSetSequence).get(0).requireText(Tag.ReferencedSOPInstanceUID))
                .isEqualTo(rs.requireText(Tag.SOPInstanceUID));
        assertThat(rd.dataSet()
                        .requireItems(Tag.ReferencedRTPlanSequence)
                        .get(0)
                        .requireText(Tag.ReferencedSOPInstanceUID))
                .isEqualTo(rp.requireText(Tag.SOPInstanceUID));
    }

    @ParameterizedTest
    @EnumSource(PatientPosition.class)
    void theDoseIsTheSameHoweverThePatientLies(PatientPosition position) {
        DoseGrid expected =
                SpinePhantom.of(small().build()).treatmentCase().dose().orElseThrow();
        for (SliceOrder order : SliceOrder.values()) {
            DoseGrid turned = SpinePhantom.of(
                            small().position(position).sliceOrder(order).build())
                    .treatmentCase()
                    .dose()
                    .orElseThrow();
            GridGeometry g = turned.geometry();
            assertThat(g.sampleCount()).isEqualTo(expected.geometry().sampleCount());
            for (int k = 0; k < g.frames(); k++) {
                for (int i = 0; i < g.columns(); i += 3) {
                    Point3 p = g.centre(i, g.rows() / 2, k);
                    // One unit of the stored dose and the rounding of the interpolation.
                    assertThat(SampledDose.trilinear(expected, p))
                            .isCloseTo(turned.doseGy(i, g.rows() / 2, k), within(2e-6));
                }
            }
        }
    }

    @Test
    void imageAxesFollowThePosition() {
        for (PatientPosition p : PatientPosition.values()) {
            assertThat(p.normal().z()).isEqualTo(p.name().startsWith("HF") ? 1 : -1);
            Point3 down = p.alongColumn();
            Point3 expected = switch (p.name().substring(2)) {
                case "S" -> new Point3(0, 1, 0); // the back is down
                case "P" -> new Point3(0, -1, 0);
                case "DL" -> new Point3(1, 0, 0);
                case "DR" -> new Point3(-1, 0, 0);
                default -> throw new AssertionError(p);
            };
            assertThat(down).isEqualTo(expected);
        }
    }

    @Test
    void absoluteOffsetsAreHeights() {
        SpinePhantom p = SpinePhantom.of(small().offsets(OffsetStyle.ABSOLUTE).build());
        DataSet rd = DicomFile.parse(DicomWriter.toBytes(p.doseFile(), TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN))
                .dataSet();
        GridGeometry g = p.treatmentCase().dose().orElseThrow().geometry();
        double[] offsets = rd.decimals(Tag.GridFrameOffsetVector);
        assertThat(offsets[0]).isEqualTo(rd.decimals(Tag.ImagePositionPatient)[2]);
        for (int k = 0; k < offsets.length; k++) {
            assertThat(offsets[k]).isCloseTo(g.centre(0, 0, k).z(), within(1e-9));
        }
    }

    @Test
    void holesAreTheSameSolidHoweverTheyAreDrawn() {
        SpineOptions.Builder ring = small().target(TargetShape.RING);
        Structure nested =
                structure(SpinePhantom.of(ring.holes(HoleStyle.NESTED).build()), "PTV");
        Structure xor = structure(SpinePhantom.of(ring.holes(HoleStyle.XOR).build()), "PTV");
        Structure keyhole =
                structure(SpinePhantom.of(ring.holes(HoleStyle.KEYHOLE).build()), "PTV");
        assertThat(xor.contours()).allMatch(c -> c.type() == ContourGeometricType.CLOSEDPLANAR_XOR);
        assertThat(nested.contours()).hasSameSizeAs(xor.contours());
        assertThat(keyhole.contours()).hasSize(nested.contours().size() / 2);
        for (int k = 0; k < keyhole.contours().size(); k++) {
            double outer = area(nested.contours().get(2 * k));
            double hole = area(nested.contours().get(2 * k + 1));
            assertThat(outer).isGreaterThan(hole + 100);
            assertThat(area(keyhole.contours().get(k))).isCloseTo(outer - hole, within(1e-9));
        }
    }

    @Test
    void contoursRunAsAsked() {
        assertThat(structure(SpinePhantom.of(small().build()), "GTV").contours())
                .allMatch(c -> area(c) > 0);
        assertThat(structure(SpinePhantom.of(small().winding(Winding.CLOCKWISE).build()), "GTV")
                        .contours())
                .allMatch(c -> area(c) < 0);
        List<Contour> mixed = structure(
                        SpinePhantom.of(small().winding(Winding.ALTERNATING).build()), "GTV")
                .contours();
        assertThat(mixed).anyMatch(c -> area(c) > 0).anyMatch(c -> area(c) < 0);
        List<Double> descending =
                structure(
                                SpinePhantom.of(small().sliceOrder(SliceOrder.DESCENDING)
                                        .build()),
                                "GTV")
                        .contours()
                        .stream()
                        .map(c -> c.z(0))
                        .toList();
        assertThat(descending).isSortedAccordingTo(Comparator.reverseOrder());
    }

    private static double area(Contour c) {
        double twice = 0;
        for (int i = 0, j = c.size() - 1; i < c.size(); j = i++) {
            twice += c.x(j) * c.y(i) - c.x(i) * c.y(j);
        }
        return twice / 2;
    }

    @Test
    void theGridCoversAllSlabsButTheBody() {
        for (TargetShape shape : TargetShape.values()) {
            SpineOptions options = small().target(shape).build();
            TreatmentCase c = SpinePhantom.of(options).treatmentCase();
            GridGeometry g = c.dose().orElseThrow().geometry();
            Point3 low = g.centre(0, 0, 0);
            Point3 high = g.centre(g.columns() - 1, g.rows() - 1, g.frames() - 1);
            for (Structure s : c.structures().structures()) {
                boolean covered = s.contours().stream().allMatch(k -> {
                    boolean in = k.z(0) - 1 >= low.z() && k.z(0) + 1 <= high.z();
                    for (int i = 0; i < k.size(); i++) {
                        in &= k.x(i) > low.x() && k.x(i) < high.x() && k.y(i) > low.y() && k.y(i) < high.y();
                    }
                    return in;
                });
                assertThat(covered).as(s.name()).isEqualTo(!s.name().equals("External"));
            }
        }
    }

    @Test
    void nobodyIsNamed() {
        DataSet plan = DicomFile.parse(DicomWriter.toBytes(
                        SpinePhantom.of(small().build()).planFile(), TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN))
                .dataSet();
        assertThat(plan.requireText(Tag.PatientName)).isEqualTo("Phantom^Spine");
        assertThat(plan.requireText(Tag.PatientID)).startsWith("CORDON-");
        assertThat(plan.text(Tag.PatientBirthDate)).isEmpty();
    }

    @Test
    void impossibleOptionsAreRefusedInOneLine() {
        assertThatThrownBy(() -> small().fractions(0).build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("fractions");
        assertThatThrownBy(() -> small().gapMm(Double.NaN).build()).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> small().doseBits(8).build()).hasMessageContaining("16 or 32");
        assertThatThrownBy(() -> small().offsets(OffsetStyle.ABSOLUTE)
                        .position(PatientPosition.FFS)
                        .build())
                .hasMessageContaining("HFS");
        assertThatThrownBy(() -> SpinePhantom.of(small().cordRadiusMm(3)
                        .gapMm(-3)
                        .target(TargetShape.BESIDE)
                        .build()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("gap");
    }
}

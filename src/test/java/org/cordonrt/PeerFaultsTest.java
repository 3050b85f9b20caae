package org.cordonrt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import org.cordonrt.check.Assessment;
import org.cordonrt.check.CheckOptions;
import org.cordonrt.check.PlanCheck;
import org.cordonrt.constraint.ConstraintSets;
import org.cordonrt.constraint.LintFinding;
import org.cordonrt.constraint.State;
import org.cordonrt.dicom.DataSetBuilder;
import org.cordonrt.dicom.DicomWriter;
import org.cordonrt.dicom.Tag;
import org.cordonrt.dicom.TransferSyntax;
import org.cordonrt.dvh.Dvh;
import org.cordonrt.dvh.DvhOptions;
import org.cordonrt.geometry.Slab;
import org.cordonrt.geometry.SlabSolid;
import org.cordonrt.geometry.SolidOptions;
import org.cordonrt.issue.CordonException;
import org.cordonrt.issue.Issue;
import org.cordonrt.issue.IssueCode;
import org.cordonrt.metric.Metric;
import org.cordonrt.metric.MetricValue;
import org.cordonrt.phantom.SpineOptions;
import org.cordonrt.phantom.SpinePhantom;
import org.cordonrt.plan.Contour;
import org.cordonrt.plan.ContourGeometricType;
import org.cordonrt.plan.DoseGrid;
import org.cordonrt.plan.GridGeometry;
import org.cordonrt.plan.Point3;
import org.cordonrt.plan.Structure;
import org.cordonrt.plan.StructureSet;
import org.cordonrt.plan.TreatmentCase;
import org.cordonrt.rt.CaseReader;
import org.cordonrt.rt.CaseRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Faults found by reading the published source of other programs that compute dose-volume histograms or check limits,
 * each as a test that this one does not have it. The file named is where to look in the other.
 */
class PeerFaultsTest {
    private static final ContourGeometricType CLOSED = ContourGeometricType.CLOSED_PLANAR;
    private static final ContourGeometricType XOR = ContourGeometricType.CLOSEDPLANAR_XOR;
    private static final double[] PLANES = {-4, -2, 0, 2, 4};

    /** dicompyler-core dvh.py: the nearest bin of a coarse histogram answers, and may be that of 0 Gy. */
    @Test
    void aColdStructureHasItsDoseAndNotZero() {
        SlabSolid cold = solid(disc(6, 64, PLANES));
        DoseGrid dose = dose(2, p -> p.x() < 0 ? 0.004 : 0.004 + 1e-5 * p.x());
        assertThat(value(cold, dose, "D2%[Gy]").value()).isBetween(0.004, 0.0041);
        assertThat(value(cold, dose, "D0.03cc[Gy]").value()).isBetween(0.004, 0.0041);
    }

    /** dicompyler-core dicomparser.py: the area of the end slices is halved by integer division. */
    @Test
    void theEndsOfASmallSphereAreNotRoundedDown() {
        List<Contour> contours = new ArrayList<>();
        double area = 0;
        for (double z = -1.25; z < 1.5; z += 0.5) {
            double r = Math.sqrt(1.5 * 1.5 - z * z);
            contours.addAll(disc(r, 48, z));
            area += 48 * Math.sin(2 * Math.PI / 48) / 2 * r * r;
        }
        assertThat(solid(contours).volumeCc()).isCloseTo(area * 0.5 / 1000, within(1e-12));
    }

    /** dicompyler-core dvhcalc.py: whether spacings divide is asked of a remainder of floating-point numbers. */
    @Test
    void aSpacingOfManyDecimalsIsOneLikeAnother() {
        SlabSolid s = solid(disc(6, 64, PLANES));
        MetricValue coarse = value(s, dose(1, p -> 10 + p.x()), "D0.03cc[Gy]");
        for (double spacing : new double[] {0.976562, 0.2441405 * 4, 0.3}) {
            MetricValue v = value(s, dose(spacing, p -> 10 + p.x()), "D0.03cc[Gy]");
            assertThat(v.value()).isCloseTo(coarse.value(), within(1e-4));
        }
    }

    /** Weasis RtSet.java: of the contours of a plane only the largest counts. */
    @Test
    void aPlaneMayHaveAHoleOrTwoIslands() {
        List<Contour> ring = disc(10, 64, PLANES);
        ring.addAll(disc(5, 64, PLANES));
        double share = 64 * Math.sin(2 * Math.PI / 64) / 2;
        assertThat(solid(ring).volumeCc()).isCloseTo(share * 75 * 10 / 1000, within(1e-12));
        List<Contour> islands = polygon(CLOSED, new double[] {0, 0, 4, 0, 4, 4, 0, 4}, PLANES);
        islands.addAll(polygon(CLOSED, new double[] {6, 0, 9, 0, 9, 3, 6, 3}, PLANES));
        assertThat(solid(islands).volumeCc()).isCloseTo((16 + 9) * 10 / 1000.0, within(1e-12));
    }

    /** Weasis RtSet.java: vertices are rounded to pixels. */
    @Test
    void aThinCordOnACoarseGridKeepsItsVertices() {
        SlabSolid cord = solid(disc(3, 60, PLANES));
        double area = 60 * Math.sin(2 * Math.PI / 60) / 2 * 9;
        assertThat(cord.volumeCc()).isCloseTo(area * 10 / 1000, within(1e-12));
        assertThat(value(cord, dose(2.5, p -> 10 + p.x()), "Max[Gy]").value()).isCloseTo(13, within(1e-6));
    }

    /** Weasis Dose.java: the upper edge of the histogram leaves out the hottest voxel. */
    @Test
    void theHottestSampleIsTheMaximum() {
        DoseGrid dose = dose(2, p -> p.norm() < 0.5 ? 31.7 : 20);
        assertThat(dose.maxSampleGy()).isEqualTo(31.7);
        MetricValue max = value(solid(disc(6, 64, PLANES)), dose, "Max[Gy]");
        assertThat(max.upper()).isGreaterThanOrEqualTo(31.7);
        assertThat(max.value()).isCloseTo(31.7, within(1e-6));
    }

    /** Weasis calculatePlaneThickness: the smallest gap is the thickness of every plane, so a repeat makes a film. */
    @Test
    void aPlaneDrawnTwiceDoesNotThinTheOthers() {
        double[] twice = {-4, -2, 0, 0.01, 2, 4};
        assertThat(solid(disc(6, 64, twice)).volumeCc())
                .isCloseTo(solid(disc(6, 64, PLANES)).volumeCc(), within(1e-9));
    }

    /** Weasis StructureSet.java, dicompyler-core dicomparser.py: CLOSEDPLANAR_XOR is unknown, so that it has no volume. */
    @Test
    void aHoleIsTheSameAsXorAndAsKeyhole() {
        double[] outer = {-8, -8, 8, -8, 8, 8, -8, 8};
        double[] inner = {-3, -3, -3, 3, 3, 3, 3, -3};
        double[] keyhole = {-8, -8, 8, -8, 8, 8, -8, 8, -8, -8, -3, -3, -3, 3, 3, 3, 3, -3, -3, -3};
        SlabSolid hole = solid(both(CLOSED, outer, inner));
        SlabSolid xor = solid(both(XOR, outer, inner));
        SlabSolid seam = solid(polygon(CLOSED, keyhole, PLANES));
        assertThat(xor.volumeCc()).isCloseTo(hole.volumeCc(), within(1e-9));
        assertThat(seam.volumeCc()).isCloseTo(hole.volumeCc(), within(1e-9));
        DoseGrid dose = dose(2.1, p -> 10 + Math.sin(p.x() / 3) * Math.cos(p.y() / 4) * p.z());
        for (String metric : List.of("Max[Gy]", "D0.035cc[Gy]", "Mean[Gy]", "V10Gy[cc]")) {
            double truth = value(hole, dose, metric).value();
            assertThat(value(xor, dose, metric).value()).as(metric).isCloseTo(truth, within(1e-9));
            // A seam through a cell makes two parts of it, and the values are estimates from the parts.
            assertThat(value(seam, dose, metric).value()).as(metric).isCloseTo(truth, within(1e-5));
        }
    }

    /** dicompyler-core, Weasis: a structure on one plane has no thickness and so no volume. */
    @Test
    void aSinglePlaneHasTheStatedThicknessAndAWarning() {
        SlabSolid single = solid(disc(6, 64, 0));
        double area = 64 * Math.sin(2 * Math.PI / 64) / 2 * 36;
        assertThat(single.volumeCc())
                .isCloseTo(area * SolidOptions.DEFAULT_SINGLE_PLANE_THICKNESS_MM / 1000, within(1e-12));
        assertThat(single.issues()).extracting(Issue::code).containsExactly(IssueCode.CONTOUR_SINGLE_PLANE);
    }

    /** CERR getDSHPoints.m: the lower cap is made from the upper slice. */
    @Test
    void eachEndIsClosedByItsOwnPlane() {
        List<Contour> cone = new ArrayList<>();
        List<Contour> turned = new ArrayList<>();
        for (double z : PLANES) {
            cone.addAll(disc(5 + z, 64, z));
            turned.addAll(disc(5 - z, 64, z));
        }
        List<Slab> up = solid(cone).slabs();
        List<Slab> down = solid(turned).slabs();
        assertThat(solid(cone).volumeCc()).isCloseTo(solid(turned).volumeCc(), within(1e-12));
        for (int i = 0; i < up.size(); i++) {
            Slab a = up.get(i);
            Slab b = down.get(up.size() - 1 - i);
            assertThat(a.region().areaMm2()).isCloseTo(b.region().areaMm2(), within(1e-9));
            assertThat(a.lowMm()).isCloseTo(-b.highMm(), within(1e-12));
        }
        double highest = value(solid(cone), dose(2, p -> 20 + p.z()), "Max[Gy]").value();
        assertThat(highest).isCloseTo(25, within(1e-6));
    }

    /** Varian's ESAPI sample for V at a dose: off by one bin at the maximum, and in the first bin. */
    @Test
    void nothingGetsMoreThanTheMaximumAndEverythingMoreThanNone() {
        SlabSolid s = solid(polygon(CLOSED, new double[] {-5, -5, 5, -5, 5, 5, -5, 5}, PLANES));
        DoseGrid dose = dose(2, p -> 20 + p.x());
        assertThat(value(s, dose, "V25.001Gy[cc]").value()).isZero();
        // The last thousandth of a gray is a thousandth of a millimetre of 100 mm2.
        assertThat(value(s, dose, "V24.999Gy[cc]").value()).isCloseTo(1e-4, within(2e-6));
        assertThat(value(s, dose, "V0Gy[cc]").value()).isCloseTo(s.volumeCc(), within(1e-9));
        assertThat(value(s, dose, "V14.999Gy[cc]").value()).isCloseTo(s.volumeCc(), within(1e-9));
    }

    /** plastimatch: a dose is always taken as centigray. */
    @Test
    void unitsAreReadAndUnknownOnesRefused(@TempDir Path folder) {
        SpinePhantom phantom = small();
        phantom.write(folder);
        for (String units : List.of("RELATIVE", "CGY", "")) {
            DataSetBuilder dose = phantom.doseFile().text(Tag.DoseUnits, units);
            DicomWriter.write(folder.resolve(SpinePhantom.DOSE_FILE), dose, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);
            assertThatExceptionOfType(CordonException.class)
                    .isThrownBy(() -> CaseReader.read(CaseRequest.of(folder)))
                    .satisfies(e -> assertThat(e.code()).isIn(IssueCode.DOSE_UNITS, IssueCode.DICOM_MISSING_ATTRIBUTE))
                    .withMessageContaining("Dose");
        }
    }

    /** dosemetrics compliance.py: a limit that is not understood, or whose structure is missing, is not mentioned. */
    @Test
    void aMissingStructureIsARowThatIsNoPass() {
        TreatmentCase plan = small().treatmentCase();
        TreatmentCase without = new TreatmentCase(
                plan.inputs(),
                new StructureSet("", plan.structures().frameOfReferenceUid(), List.of()),
                plan.dose(),
                plan.plan(),
                plan.storedDvhs(),
                plan.issues());
        Assessment a = PlanCheck.assess(without, CheckOptions.defaults());
        assertThat(a.verdict().state()).isEqualTo(State.NOT_EVALUABLE);
        assertThat(a.constraints()).extracting(r -> r.state()).contains(State.NOT_EVALUABLE);
    }

    /** dosemetrics compliance.py. */
    @Test
    void anUnknownMetricIsAnErrorWithItsLine() {
        assertThat(ConstraintSets.lint(Path.of("testdata/constraints/lint/metric.yaml")))
                .extracting(LintFinding::rule)
                .contains("metric");
    }

    /** dosemetrics, RTScope: contours of a plane are joined, so that a hole is filled. */
    @Test
    void whatIsHotInAHoleIsNotInTheRing() {
        double[] outer = {-8, -8, 8, -8, 8, 8, -8, 8};
        double[] inner = {-3, -3, -3, 3, 3, 3, 3, -3};
        DoseGrid dose = dose(1, p -> Math.hypot(p.x(), p.y()) < 1.5 ? 60 : 10);
        assertThat(value(solid(both(CLOSED, outer, inner)), dose, "Max[Gy]").value())
                .isCloseTo(10, within(1e-9));
    }

    /** OpenTPS: fails when the grids of dose and image are the same. */
    @Test
    void aStructureDrawnOnTheSamplesOfTheDose() {
        SlabSolid s = solid(polygon(CLOSED, new double[] {-4, -4, 4, -4, 4, 4, -4, 4}, PLANES));
        DoseGrid dose = dose(2, p -> 10 + p.x());
        assertThat(value(s, dose, "Max[Gy]").value()).isCloseTo(14, within(1e-6));
        assertThat(value(s, dose, "D50%[Gy]").value()).isCloseTo(10, within(1e-3));
    }

    /** PlanCheck (a script on GitHub): the file of limits for four fractions is that for five. */
    @Test
    void identicalLimitsForDifferentFractionsAreFound() {
        assertThat(ConstraintSets.lint(Path.of("testdata/constraints/lint/identical-fractions.yaml")))
                .extracting(LintFinding::rule)
                .contains("identical-fractions");
    }

    /** SlicerRT: the dose of more volume than there is comes out as 0. */
    @Test
    void moreVolumeThanThereIsGetsTheMinimumWithANote() {
        SlabSolid stub = solid(polygon(CLOSED, new double[] {0, 0, 2, 0, 2, 2.5, 0, 2.5}, -1, 0, 1, 2));
        assertThat(stub.volumeCc()).isCloseTo(0.02, within(1e-12));
        MetricValue v = value(stub, dose(1, p -> 20 + p.x()), "D0.035cc[Gy]");
        assertThat(v.value()).isCloseTo(20, within(1e-6));
        assertThat(v.note()).isNotNull().contains("0.02 cc");
    }

    private static MetricValue value(SlabSolid solid, DoseGrid dose, String metric) {
        return Dvh.of(solid, dose, DvhOptions.defaults()).evaluate(Metric.parse(metric));
    }

    private static SlabSolid solid(List<Contour> contours) {
        return SlabSolid.of(Structure.of(1, "Test", contours), SolidOptions.defaults());
    }

    private static List<Contour> disc(double radius, int points, double... planes) {
        double[] xy = new double[2 * points];
        for (int i = 0; i < points; i++) {
            xy[2 * i] = radius * Math.cos(2 * Math.PI * i / points);
            xy[2 * i + 1] = radius * Math.sin(2 * Math.PI * i / points);
        }
        return polygon(CLOSED, xy, planes);
    }

    private static List<Contour> both(ContourGeometricType type, double[] outer, double[] inner) {
        List<Contour> contours = polygon(type, outer, PLANES);
        contours.addAll(polygon(type, inner, PLANES));
        return contours;
    }

    private static List<Contour> polygon(ContourGeometricType type, double[] xy, double... planes) {
        List<Contour> contours = new ArrayList<>();
        for (double z : planes) {
            double[] xyz = new double[xy.length / 2 * 3];
            for (int i = 0; i < xy.length / 2; i++) {
                xyz[3 * i] = xy[2 * i];
                xyz[3 * i + 1] = xy[2 * i + 1];
                xyz[3 * i + 2] = z;
            }
            contours.add(Contour.of(type, xyz));
        }
        return contours;
    }

    /** A grid around the origin, 30 mm wide at least. */
    private static DoseGrid dose(double spacingMm, ToDoubleFunction<Point3> gy) {
        int half = (int) Math.ceil(15 / spacingMm);
        int n = 2 * half + 1;
        double start = -half * spacingMm;
        GridGeometry g = new GridGeometry(
                n,
                n,
                new Point3(start, start, start),
                new Point3(spacingMm, 0, 0),
                new Point3(0, spacingMm, 0),
                new Point3(0, 0, 1),
                DoubleStream.iterate(0, z -> z + spacingMm).limit(n).toArray());
        double[] samples = new double[g.sampleCount()];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = gy.applyAsDouble(g.centre(i % n, i / n % n, i / n / n));
        }
        return DoseGrid.of(g, samples);
    }

    private static SpinePhantom small() {
        return SpinePhantom.of(SpineOptions.defaults().toBuilder()
                .cordLengthMm(30)
                .targetHeightMm(10)
                .planeSpacingMm(3)
                .pointSpacingMm(2)
                .doseSpacingMm(3)
                .build());
    }
}

package org.cordonrt.phantom.analytic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.cordonrt.issue.CordonException;
import org.cordonrt.phantom.CaseFiles;
import org.cordonrt.phantom.analytic.Truth.Basis;
import org.cordonrt.plan.Contour;
import org.cordonrt.plan.DoseGrid;
import org.cordonrt.plan.GridGeometry;
import org.cordonrt.plan.Point3;
import org.cordonrt.plan.Structure;
import org.cordonrt.plan.TreatmentCase;
import org.cordonrt.rt.CaseReader;
import org.cordonrt.rt.CaseRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnalyticCasesTest {

    @Test
    void everyNameIsUniqueAndSafeForAFolder() {
        List<AnalyticCase> all = AnalyticCases.all();
        assertThat(all.stream().map(AnalyticCase::name))
                .doesNotHaveDuplicates()
                .allMatch(n -> n.matches("[a-z0-9.x-]+"));
        assertThat(all).hasSize(647);
        assertThat(AnalyticCases.set(false)).hasSize(107);
        assertThat(AnalyticCases.set(true)).hasSize(647);
    }

    @Test
    void aFamilyStandsForItsCasesAndAnUnknownNameForNone() {
        assertThat(AnalyticCases.named(List.of("stanley"), false)).hasSize(60);
        assertThat(AnalyticCases.named(List.of("stanley"), true)).hasSize(600);
        assertThat(AnalyticCases.named(List.of("stanley-3mm-slice1-1", "cord", "cord-gradient"), false))
                .extracting(AnalyticCase::name)
                .containsExactly("stanley-3mm-slice1-1", "cord-gradient");
        assertThatThrownBy(() -> AnalyticCases.named(List.of("spheres"), false))
                .isInstanceOf(CordonException.class)
                .hasMessageContaining("'spheres'")
                .hasMessageContaining("nelms1, nelms2, stanley");
    }

    /** The publication counts 17 metrics for each of five shapes and four grids, or three spacings. */
    @Test
    void nelmsComparesAsManyNumbersAsThePublication() {
        assertThat(ideal(Family.NELMS1)).isEqualTo(340);
        assertThat(ideal(Family.NELMS2)).isEqualTo(255);
    }

    private static long ideal(Family family) {
        return AnalyticCases.named(List.of(family.word()), true).stream()
                .flatMap(c -> c.make().truths().stream())
                .filter(t -> t.basis() == Basis.IDEAL_SHAPE)
                .count();
    }

    @Test
    void pointsLieAtMostAFifthOfAMillimetreApart() {
        for (Structure s : make("nelms2-3mm-ap").structures()) {
            for (Contour c : s.contours()) {
                for (int i = 0; i < c.size(); i++) {
                    assertThat(c.point(i).distanceTo(c.point((i + 1) % c.size())))
                            .as(s.name())
                            .isLessThanOrEqualTo(0.2 + 2e-4);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nelms2-3mm-si",
                "cord-gradient",
                "ring-three-ways",
                "planes-uneven",
                "position-hfs",
                "position-ffdl",
                "position-oblique-grid",
                "position-oblique-contours"
            })
    void aLinearDoseIsStoredWithoutRounding(String name) {
        DoseGrid grid = make(name).dose().grid();
        GridGeometry g = grid.geometry();
        double corner = grid.doseGy(0, 0, 0);
        double alongX = grid.doseGy(1, 0, 0) - corner;
        double alongY = grid.doseGy(0, 1, 0) - corner;
        double alongZ = grid.doseGy(0, 0, 1) - corner;
        for (int k = 0; k < g.frames(); k++) {
            for (int j = 0; j < g.rows(); j++) {
                for (int i = 0; i < g.columns(); i++) {
                    assertThat(grid.doseGy(i, j, k))
                            .isCloseTo(corner + i * alongX + j * alongY + k * alongZ, within(1e-11));
                }
            }
        }
    }

    @Test
    void everyPatientPositionHasTheSameDoseAtTheSamePlace() {
        Point3 place = new Point3(10 + 1, -20 + 1.5, 30 - 3);
        for (AnalyticCase c : AnalyticCases.named(List.of("position"), true)) {
            if (!c.name().contains("oblique")) {
                assertThat(doseAtSample(c.make().dose().grid(), place))
                        .as(c.name())
                        .isCloseTo(30.0 + 5.5 - 13.875 + 6.75, within(1e-9));
            }
        }
    }

    private static double doseAtSample(DoseGrid grid, Point3 place) {
        GridGeometry g = grid.geometry();
        for (int k = 0; k < g.frames(); k++) {
            for (int j = 0; j < g.rows(); j++) {
                for (int i = 0; i < g.columns(); i++) {
                    if (g.centre(i, j, k).distanceTo(place) < 1e-9) {
                        return grid.doseGy(i, j, k);
                    }
                }
            }
        }
        throw new AssertionError("no sample at " + place);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nelms2-2mm-ap",
                "stanley-3mm-slice1-6",
                "walker-r2-mid-slice",
                "cord-gradient",
                "falloff-3mm",
                "ring-three-ways",
                "planes-uneven",
                "position-hfp",
                "position-ffdr",
                "position-oblique-contours",
                "saddle-edge"
            })
    void filesHoldExactlyTheModel(String name, @TempDir Path dir) {
        AnalyticPhantom phantom = make(name);
        phantom.write(dir);
        TreatmentCase read = CaseReader.read(CaseRequest.of(dir));
        TreatmentCase model = phantom.treatmentCase();
        assertThat(read.structures().frameOfReferenceUid())
                .isEqualTo(model.structures().frameOfReferenceUid());
        assertThat(read.plan()).isEqualTo(model.plan());
        for (int s = 0; s < phantom.structures().size(); s++) {
            List<Contour> expected = phantom.structures().get(s).contours();
            List<Contour> found = read.structures().structures().get(s).contours();
            assertThat(found).hasSameSizeAs(expected);
            for (int i = 0; i < expected.size(); i++) {
                assertThat(found.get(i).toArray()).isEqualTo(expected.get(i).toArray());
                assertThat(found.get(i).type()).isEqualTo(expected.get(i).type());
            }
        }
        DoseGrid a = model.dose().orElseThrow();
        DoseGrid b = read.dose().orElseThrow();
        assertThat(b.geometry().matches(a.geometry(), 1e-9)).isTrue();
        assertThat(b.doseGy(3, 2, 1)).isEqualTo(a.doseGy(3, 2, 1));
        assertThat(b.maxSampleGy()).isEqualTo(a.maxSampleGy());
    }

    @Test
    void theSameCaseIsTheSameToTheByte(@TempDir Path dir) throws IOException {
        make("walker-r3-on-slice").write(dir.resolve("a"));
        make("walker-r3-on-slice").write(dir.resolve("b"));
        for (String file : List.of(CaseFiles.STRUCTURE_SET_FILE, CaseFiles.DOSE_FILE, CaseFiles.PLAN_FILE)) {
            assertThat(Files.mismatch(
                            dir.resolve("a").resolve(file), dir.resolve("b").resolve(file)))
                    .isEqualTo(-1);
        }
    }

    /** A ring's truth does not depend on how it is drawn. */
    @Test
    void aKeyholeEnclosesTheRing() {
        double[] outer = Outlines.regular(0, 0, 12, 90);
        double[] inner = Outlines.regular(1, 0, 5, 60);
        double ring = new Ring(outer, 1).whole(0, 0).areaMm2()
                + new Ring(inner, -1).whole(0, 0).areaMm2();
        assertThat(new Ring(Outlines.keyhole(outer, inner), 1).whole(0, 0).areaMm2())
                .isCloseTo(ring, within(1e-9));
    }

    @Test
    void saddleAgreesWithCountingPoints() {
        AnalyticPhantom saddle = make("saddle-edge");
        int n = 1500;
        double[] gy = new double[n * (n - 1) / 2];
        int at = 0;
        for (int i = 0; i < n; i++) {
            for (int j = 0; i + j < n - 1; j++) {
                gy[at++] = 30 + 0.1 * (15 * (i + 0.5) / n) * (15 * (j + 0.5) / n);
            }
        }
        Arrays.sort(gy);
        for (Truth t : saddle.truths()) {
            if (t.structure().equals("MaxInEdge") && t.quantity().matches("D[0-9]+%\\[Gy\\]")) {
                double percent = Double.parseDouble(
                        t.quantity().substring(1, t.quantity().indexOf('%')));
                assertThat(t.value())
                        .as(t.quantity())
                        .isCloseTo(gy[(int) (gy.length * (1 - percent / 100))], within(0.01));
            }
        }
        assertThat(saddle.truths()).anyMatch(t -> t.quantity().equals("Max[Gy]") && t.value() == 35.625);
    }

    @Test
    void theTableOfTruthsHasALineForEach() {
        TruthTable table = new TruthTable();
        AnalyticPhantom cord = make("cord-gradient");
        table.add(cord);
        assertThat(table.size()).isEqualTo(cord.truths().size());
        assertThat(table.csv().split("\r\n")).hasSize(table.size() + 1).allMatch(line -> line.split(",").length == 6);
        assertThat(table.csv()).contains("cord-gradient,Cord20,ideal shape,Max[Gy],Gy,13\r\n");
    }

    private static AnalyticPhantom make(String name) {
        return AnalyticCases.named(List.of(name), true).get(0).make();
    }
}

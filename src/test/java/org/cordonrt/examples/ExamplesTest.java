package org.cordonrt.examples;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.cordonrt.check.Assessment;
import org.cordonrt.check.CheckOptions;
import org.cordonrt.check.PlanCheck;
import org.cordonrt.constraint.State;
import org.cordonrt.metric.Metric;
import org.cordonrt.plan.DoseGrid;
import org.cordonrt.plan.GridGeometry;
import org.cordonrt.plan.Structure;
import org.cordonrt.plan.TreatmentCase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The examples do what they say. */
class ExamplesTest {
    private static final Path SPINE = Path.of("testdata", "spine");

    @Test
    void checksAFolder() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        CheckAFolder.run(SPINE.resolve("1fx-pass"), new PrintStream(bytes, true, StandardCharsets.UTF_8));
        assertThat(bytes.toString(StandardCharsets.UTF_8))
                .startsWith("PASS: SpinalCord D1.2cc 6.43 Gy of 7 Gy")
                .contains("PASS D0.35cc[Gy] in [8.1");
    }

    @Test
    void theExampleOfTheReadmeIsThatOne() throws IOException {
        String source = Files.readString(Path.of("src/test/java/org/cordonrt/examples/CheckAFolder.java"));
        String lines = source.split("// README\n")[1]
                .stripIndent()
                .replace("CaseRequest.of(folder)", "CaseRequest.of(Path.of(\"plan\"))")
                .replace("out.println", "System.out.println")
                .strip();
        for (String page : List.of("README.md", "src/site/markdown/library.md")) {
            assertThat(Files.readString(Path.of(page))).as(page).contains("```java\n" + lines + "\n```");
        }
    }

    @Test
    void checksArrays() {
        Assessment found = CheckArrays.run();
        assertThat(found.verdict().state()).isEqualTo(State.PASS);
        assertThat(found.margins())
                .singleElement()
                .satisfies(m -> assertThat(m.distanceMm()).isBetween(4.9, 5.1));
    }

    @Test
    void checksLimitsOfOnesOwn(@TempDir Path folder) throws IOException {
        Assessment found = OwnLimits.run(CheckArrays.plan(), folder);
        assertThat(found.sets()).extracting(Assessment.UsedSet::id).containsExactly("OURS", "TG101");
        assertThat(found.constraints())
                .filteredOn(r -> r.setId().equals("OURS"))
                .singleElement()
                .satisfies(r -> assertThat(r.state()).isEqualTo(State.PASS));
    }

    @Test
    void loopsOverDoses() {
        TreatmentCase plan = CheckArrays.plan();
        DoseGrid whole = plan.dose().orElseThrow();
        GridGeometry grid = whole.geometry();
        Structure cord = plan.structures().byNumber(1).orElseThrow();
        List<DoseGrid> beams = List.of(scaled(whole, 0.3), scaled(whole, 0.7));
        double[] weights = LoopOverDoses.run(cord, grid, beams, 5);
        assertThat(weights[0]).isEqualTo(1);
        assertThat(weights[1]).isLessThan(1);
        TreatmentCase after = plan.withDose(scaled(whole, 0.3 * weights[0] + 0.7 * weights[1]));
        assertThat(PlanCheck.assess(after, CheckOptions.defaults())
                        .structures()
                        .get(0)
                        .metrics())
                .filteredOn(v -> v.metric().equals(Metric.parse("D0.035cc[Gy]")))
                .singleElement()
                .satisfies(v -> assertThat(v.value()).isBetween(4.7, 5.0));
    }

    private static DoseGrid scaled(DoseGrid dose, double factor) {
        GridGeometry g = dose.geometry();
        double[] doseGy = new double[g.sampleCount()];
        for (int k = 0, at = 0; k < g.frames(); k++) {
            for (int j = 0; j < g.rows(); j++, at += g.columns()) {
                dose.copyRowGy(j, k, 0, g.columns(), doseGy, at);
            }
        }
        for (int i = 0; i < doseGy.length; i++) {
            doseGy[i] *= factor;
        }
        return DoseGrid.of(g, doseGy);
    }

    @Test
    void checksManyPlans(@TempDir Path empty) {
        Map<Path, String> verdicts =
                ParallelBatch.run(List.of(SPINE.resolve("1fx-pass"), SPINE.resolve("1fx-fail"), empty));
        assertThat(verdicts)
                .containsEntry(SPINE.resolve("1fx-pass"), "PASS")
                .containsEntry(SPINE.resolve("1fx-fail"), "FAIL")
                .containsEntry(empty, "NO_STRUCTURE_SET");
    }

    @Test
    void useThePublicApiOnly() {
        JavaClasses examples = new ClassFileImporter().importPackages("org.cordonrt.examples");
        ArchRuleDefinition.noClasses()
                .should()
                .dependOnClassesThat()
                .areAnnotatedWith(org.cordonrt.Internal.class)
                .check(examples);
        ArchRuleDefinition.noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.cordonrt.dicom..", "org.cordonrt.cli..", "org.cordonrt.contours..")
                .check(examples);
    }
}

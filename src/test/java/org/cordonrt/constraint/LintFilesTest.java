package org.cordonrt.constraint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cordonrt.issue.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Under testdata/constraints/lint there is a file for every rule, named after it, that has just that fault. */
class LintFilesTest {
    private static final Path FOLDER = Path.of("testdata", "constraints", "lint");
    private static final String CLEAN = "clean.yaml";

    private static final Set<String> RULES = Set.of(
            "above-maximum",
            "differs-from-source",
            "duplicate-id",
            "duplicate-key",
            "extends",
            "fractions-not-monotone",
            "goal-above-limit",
            "id-taken",
            "identical-fractions",
            "limited-twice",
            "metric",
            "missing-key",
            "not-monotone",
            "other-structure",
            "source",
            "type",
            "unit",
            "unknown-key",
            "value",
            "yaml");

    /** Doubts; all other rules are errors, and a file with an error is refused. */
    private static final Set<String> DOUBTS = Set.of("differs-from-source");

    static List<Path> faulty() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(f -> !f.endsWith(CLEAN)).sorted().toList();
        }
    }

    @Test
    void everyRuleHasItsFile() throws IOException {
        assertThat(faulty().stream().map(f -> f.getFileName().toString().replace(".yaml", "")))
                .containsExactlyInAnyOrderElementsOf(RULES);
    }

    @ParameterizedTest
    @MethodSource("faulty")
    void everyFileTripsItsRuleAlone(Path file) {
        String rule = file.getFileName().toString().replace(".yaml", "");
        assertThat(ConstraintSets.lint(file)).isNotEmpty().allSatisfy(f -> {
            assertThat(f.rule()).as(f.message()).isEqualTo(rule);
            assertThat(f.severity()).isEqualTo(DOUBTS.contains(rule) ? Severity.WARNING : Severity.ERROR);
            assertThat(f.message()).isNotBlank().doesNotContain("\n");
        });
    }

    @Test
    void aCleanFileExtendsABuiltInSet() {
        Path file = FOLDER.resolve(CLEAN);
        assertThat(ConstraintSets.lint(file)).isEmpty();
        ConstraintSet set = ConstraintSets.load(file.toString());
        ConstraintSet base = ConstraintSets.load("TG101");
        assertThat(set.base()).contains(new ConstraintSet.Base("TG101", base.version()));
        assertThat(set.sha256()).matches("[0-9a-f]{64}").isNotEqualTo(base.sha256());
        Map<String, Constraint> byId = set.constraints().stream().collect(Collectors.toMap(Constraint::id, c -> c));
        assertThat(byId).hasSize(base.constraints().size()).doesNotContainKey("T2");
        // Written anew: its number and its source are the user's, not those of TG-101.
        assertThat(byId.get("T3").limit()).isEqualTo(13.7);
        assertThat(byId.get("T3").source().doi()).isEqualTo("10.1000/some.thing");
        // Taken over: its source stays.
        assertThat(byId.get("T1")).isEqualTo(base.constraints().get(0));
        assertThat(byId.get("T1").source().doi()).isEqualTo("10.1118/1.3438081");
        assertThat(byId.get("C").priority()).hasValue(2);
        assertThat(byId.get("C").condition()).isEqualTo("cord not drawn");
        assertThat(byId.get("C").requirement()).isEqualTo(Requirement.IF_PRESENT);
    }

    /** What the linter understands of the words in which a file describes the structure of its source. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            SPINAL_CORD  | Spinal cord as seen on MRI                        | fits
            SPINAL_CORD  | True cord or a surrogate (cord PRV or thecal sac) | fits
            SPINAL_CORD  | Spinal cord, defined as the thecal sac            | error
            SPINAL_CORD  | Spinal canal                                      | error
            SPINAL_CORD  | Cord PRV of 2 mm                                  | error
            SPINAL_CORD  | PRV of the spinal cord                            | error
            SPINAL_CORD  | Myelon                                            | fits
            CORD_PRV     | Spinal cord plus 2 mm                             | fits
            CORD_PRV     | Spinal cord                                       | error
            THECAL_SAC   | Dural sac                                         | fits
            THECAL_SAC   | Spinal cord                                       | error
            SPINAL_CANAL | Spinal cord, contoured by the bony limits of the canal | fits
            PARTIAL_CORD | Spinal cord 6 mm above to 6 mm below the target   | fits
            CAUDA_EQUINA | Spinal cord                                       | error
            ESOPHAGUS    | Whatever is near the spinal cord                  | fits
            """)
    void theStructureOfTheSourceMustBeTheOneItIsPutOn(StructureKind kind, String inSource, String outcome) {
        Constraint c = Limits.limit(kind + " Max[Gy] <= 13.71", Requirement.IF_PRESENT);
        List<LintFinding> findings = SourceLint.of(
                List.of(new PlacedConstraint(Limits.inSource(c, inSource), new YamlNode.Place(1, 1))), List.of());
        assertThat(findings).hasSize(outcome.equals("fits") ? 0 : 1);
    }

    /** Without words, the number itself tells: 22.5 Gy in 3 fractions stands in Timmerman's table for the canal. */
    @Test
    void aKnownNumberOnAnotherStructureIsADoubt() {
        List<ConstraintSet> builtIn =
                ConstraintSets.builtInIds().stream().map(ConstraintSets::load).toList();
        Constraint canalNumber = Limits.limit("SPINAL_CORD Max[Gy] <= 22.5", 3, Level.MANDATORY);
        assertThat(SourceLint.of(List.of(new PlacedConstraint(canalNumber, new YamlNode.Place(1, 1))), builtIn))
                .singleElement()
                .satisfies(f -> {
                    assertThat(f.severity()).isEqualTo(Severity.WARNING);
                    assertThat(f.rule()).isEqualTo("other-structure");
                    assertThat(f.message()).contains("spinal canal", "Timmerman");
                });
        Constraint cordNumber = Limits.limit("SPINAL_CORD Max[Gy] <= 21.9", 3, Level.MANDATORY);
        assertThat(SourceLint.of(List.of(new PlacedConstraint(cordNumber, new YamlNode.Place(1, 1))), builtIn))
                .isEmpty();
    }

    /** Where the file cites the source, it is an error. */
    @Test
    void aCitedNumberOnAnotherStructureIsAnError() {
        List<ConstraintSet> builtIn = List.of(ConstraintSets.load("TIMMERMAN2022"));
        Constraint canal = builtIn.get(0).constraints().stream()
                .filter(c -> c.id().equals("cord-3fx-D0.35cc"))
                .findFirst()
                .orElseThrow();
        Constraint onCord = Limits.on(StructureKind.SPINAL_CORD, Limits.inSource(canal, "Spinal cord"));
        assertThat(SourceLint.of(List.of(new PlacedConstraint(onCord, new YamlNode.Place(1, 1))), builtIn))
                .singleElement()
                .satisfies(f -> assertThat(f.severity()).isEqualTo(Severity.ERROR));
    }

    /** Information judges nothing, so it cannot be misapplied. */
    @Test
    void builtInSetsAreClean() {
        for (String id : ConstraintSets.builtInIds()) {
            List<PlacedConstraint> rows = ConstraintSets.load(id).constraints().stream()
                    .map(c -> new PlacedConstraint(c, new YamlNode.Place(1, 1)))
                    .toList();
            assertThat(SourceLint.of(rows, List.of())).as(id).isEmpty();
            assertThat(ConstraintLint.of(rows)).as(id).isEmpty();
        }
    }
}

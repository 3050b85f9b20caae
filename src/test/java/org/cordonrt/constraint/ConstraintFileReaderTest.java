package org.cordonrt.constraint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cordonrt.constraint.ConstraintFiles.VALID;
import static org.cordonrt.constraint.ConstraintFiles.errors;
import static org.cordonrt.constraint.ConstraintFiles.with;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Locale;
import java.util.Objects;
import java.util.SplittableRandom;
import org.cordonrt.Property;
import org.cordonrt.issue.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ConstraintFileReaderTest {
    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(resource(ConstraintSets.SCHEMA_RESOURCE));

    private static String resource(String name) {
        try (InputStream in = Objects.requireNonNull(ConstraintSets.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static boolean schemaAccepts(String yaml) {
        Object document = new Load(LoadSettings.builder().build()).loadFromString(yaml);
        JsonNode json = JsonMapper.shared().valueToTree(document);
        return SCHEMA.validate(json).isEmpty();
    }

    @Test
    void readsEveryField() {
        ConstraintFileReader.Outcome outcome = ConstraintFileReader.read(VALID);
        ConstraintSet set = Objects.requireNonNull(outcome.set(), () -> "" + outcome.findings());
        assertThat(set.id()).isEqualTo("CLINIC");
        assertThat(set.version()).isEqualTo("2");
        assertThat(set.alphaBetaGy()).isEmpty();
        Constraint c1 = set.constraints().get(0);
        assertThat(c1.text()).isEqualTo("D0.035cc[Gy] <= 14 Gy");
        assertThat(c1.level()).isEqualTo(Level.MANDATORY);
        assertThat(c1.requirement()).isEqualTo(Requirement.ALWAYS);
        assertThat(c1.risk()).isNull();
        assertThat(c1.source().citation()).isEqualTo(set.citation());
        assertThat(c1.source().doi()).isEqualTo("10.1000/some.thing");
        assertThat(c1.source().readAt()).containsExactly("https://example.org/a", "https://example.org/b");
        Constraint c2 = set.constraints().get(1);
        assertThat(c2.text()).isEqualTo("V10Gy[cc] < 0.35 cc");
        assertThat(c2.level()).isEqualTo(Level.OPTIMAL);
        assertThat(c2.requirement()).isEqualTo(Requirement.NEVER);
        assertThat(c2.risk()).isEqualTo("low");
        assertThat(c2.events()).isEqualTo("1 of 100");
        assertThat(c2.note()).isEqualTo("A note.");
        assertThat(c2.source().citation()).isEqualTo("Somebody Else B. Another paper. 2021");
        assertThat(c2.source().doi()).isNull();
        assertThat(outcome.findings())
                .singleElement()
                .satisfies(f -> assertThat(f.severity()).isEqualTo(Severity.WARNING))
                .satisfies(f -> assertThat(f.message()).isEqualTo("the source has no DOI"))
                .satisfies(f ->
                        assertThat(VALID.lines().toList().get(f.line() - 1)).contains("doi: none"));
    }

    @ParameterizedTest
    @MethodSource("org.cordonrt.constraint.ConstraintSets#builtInIds")
    void builtInFilesFollowTheSchemaAndAreClean(String name) {
        String yaml = resource("sets/" + name.toLowerCase(Locale.ROOT) + ".yaml");
        assertThat(schemaAccepts(yaml)).isTrue();
        assertThat(ConstraintFileReader.read(yaml).findings())
                // The gap that surgery aims at is stated by a hospital, which has no DOI.
                .filteredOn(f -> !name.equals("SEPARATION") || !f.message().equals("the source has no DOI"))
                .isEmpty();
    }

    @Test
    void theSchemaKnowsEveryKindThatTakesLimits() {
        for (StructureKind kind : StructureKind.values()) {
            String yaml = with("structure: SPINAL_CORD", "structure: " + kind);
            assertThat(schemaAccepts(yaml)).as(kind.name()).isEqualTo(kind.takesLimits());
            assertThat(errors(yaml).isEmpty()).as(kind.name()).isEqualTo(kind.takesLimits());
        }
    }

    /** Reader and schema must agree on what is valid; the reader says where and what. */
    @ParameterizedTest
    @CsvSource(delimiterString = " => ", textBlock = """
        schema: cordon/constraint-set/1\\n => '' => missing-key => 2:1
        set/1 => set/2 => value => 2:9
        id: CLINIC => id: our limits => value => 3:5
        id: CLINIC => id: 7 => type => 3:5
        version: "2" => version: 2 => type => 5:10
        version: "2" => version: "" => value => 5:10
        version: "2" => version: [2] => type => 5:10
        version: "2" => verison: "2" => unknown-key => 5:1
        doi: 10.1000/some.thing\\n => '' => missing-key => 2:1
        doi: 10.1000/some.thing => doi: https://doi.org/10.1000/1 => source => 8:6
        doi: 10.1000/some.thing => doi: => type => 8:5
        citation: Somebody A. Something about cords. A journal 2020\\n => '' => missing-key => 2:1
        addresses:\\n => alphaBetaGy: 0\\naddresses:\\n => value => 9:14
        addresses:\\n => alphaBetaGy: "2"\\naddresses:\\n => type => 9:14
        A: https://example.org/a => A: 3 => type => 10:6
        structure: SPINAL_CORD => structure: SpinalCord => value => 14:16
        structure: SPINAL_CORD => structure: OTHER => value => 14:16
        fractions: 1 => fractions: 1.5 => value => 16:16
        fractions: 1 => fractions: 0 => value => 16:16
        fractions: 1 => fractions: 100 => value => 16:16
        level: mandatory => level: mandatory\\n    priority: 0 => value => 22:15
        level: mandatory => level: mandatory\\n    priority: 10 => value => 22:15
        level: mandatory => level: mandatory\\n    priority: 1.5 => value => 22:15
        addresses:\\n => alphaBetaGy: 100.5\\naddresses:\\n => value => 9:14
        fractions: 1 => fractions: one => type => 16:16
        fractions: 1 => fractions: [1, 2] => type => 16:16
        fractions: 1 => fractions: true => type => 16:16
        fractions: 1\\n => '\\n' => missing-key => 13:5
        D0.035cc[Gy] => D0.035cc => metric => 17:13
        D0.035cc[Gy] => Dmax[Gy] => metric => 17:13
        D0.035cc[Gy] => Min[Gy] => metric => 17:13
        D0.035cc[Gy] => CV10Gy[cc] => metric => 17:13
        D0.035cc[Gy] => Separation[mm] => metric => 17:13
        comparator: <= => comparator: '>=' => comparator => 18:17
        comparator: <= => comparator: "=" => value => 18:17
        limit: 14 => limit: "14" => type => 19:12
        limit: 14 => limit: 14 Gy => type => 19:12
        limit: 14 => limit: -14 => value => 19:12
        limit: 14 => limit: 0 => value => 19:12
        limit: 14 => limit: 1400 => value => 19:12
        limit: 14 => limit: .nan => value => 19:12
        limit: 14 => limit: .inf => value => 19:12
        limit: 14 => limit: 1e400 => value => 19:12
        limit: 14 => limit: => type => 19:11
        unit: Gy => unit: cGy => unit => 20:11
        unit: Gy => unit: gray => unit => 20:11
        unit: Gy\\n => '\\n' => missing-key => 13:5
        unit: cc => unit: Gy => unit => 33:11
        level: mandatory => level: hard => value => 21:12
        required: never => required: false => type => 35:15
        required: never => required: sometimes => value => 35:15
        endpoint: myelopathy\\n => '\\n' => missing-key => 13:5
        where: Table 1\\n => '\\n' => missing-key => 13:5
        status: V2 => status: RECALLED => value => 24:13
        readAt: [A, B] => readAt: [A] => source => 24:13
        readAt: [A, B] => readAt: [A, A] => source => 25:17
        readAt: [A, B] => readAt: A => type => 25:13
        readAt: [A, B] => readAt: [A, 3] => type => 25:17
        readAt: [A, B] => rank: 1 => unknown-key => 25:5
        readAt: [A, B] => nothing: => unknown-key => 25:5
        doi: none\\n => '\\n' => missing-key => 26:5
        note: A note. => note: => type => 43:10
        limit: 14 => limit: 14\\n    robust: {shiftMm: 0} => value => 20:13
        limit: 14 => limit: 14\\n    robust: 1 => type => 20:13
        limit: 14 => limit: 14\\n    robust: {} => missing-key => 20:13
        limit: 14 => limit: 14\\n    robust: {shift: 1} => unknown-key => 20:14
        """)
    void readerAndSchemaRefuseTheSameFiles(String old, String replacement, String rule, String place) {
        String yaml = with(old, replacement);
        assertThat(schemaAccepts(yaml)).as("schema").isFalse();
        assertThat(ConstraintFileReader.read(yaml).set()).as("reader").isNull();
        assertThat(errors(yaml))
                .extracting(f -> f.rule() + " " + f.line() + ":" + f.column())
                .contains(rule + " " + place);
    }

    @ParameterizedTest
    @CsvSource(delimiterString = " => ", textBlock = """
        fractions: 1 => fractions: 1.0
        fractions: 1 => fractions: 99
        addresses:\\n => alphaBetaGy: 100\\naddresses:\\n
        limit: 14 => limit: 200
        V10Gy[cc] => V200Gy[cc]
        limit: 0.35 => limit: 10000
        limit: 14 => limit: 14.00
        level: mandatory => level: mandatory\\n    priority: 1
        level: mandatory => level: mandatory\\n    priority: 9
        limit: 0.35\\n    unit: cc\\n    level: optimal => limit: 0.35\\n    unit: cc\\n    level: information\\n    rangeFrom: 0
        limit: 14 => limit: 1.4e1
        limit: 14\\n    unit: Gy => limit: 14\\n    unit: "Gy"
        D0.035cc[Gy]\\n    comparator: <=\\n    limit: 14\\n    unit: Gy => Max[cGy]\\n    comparator: <=\\n    limit: 1400\\n    unit: cGy
        structure: SPINAL_CORD => structure: 'THECAL_SAC'
        description: Limits of our department. => description: "Rückenmark: \\u00e4"
        readAt: [A, B] => readAt: [A, https://example.org/c]
        """)
    void readerAndSchemaAcceptTheSameFiles(String old, String replacement) {
        String yaml = with(old, replacement);
        assertThat(schemaAccepts(yaml)).as("schema").isTrue();
        assertThat(errors(yaml)).isEmpty();
    }

    /** What a schema cannot say. */
    @ParameterizedTest
    @CsvSource(delimiterString = " => ", textBlock = """
        id: C2 => id: C1 => duplicate-id => 26:9
        readAt: [A, B] => readAt: [A, X] => source => 25:17
        V10Gy[cc] => V1000Gy[cc] => metric => 30:13
        V10Gy[cc] => V0Gy[cc] => metric => 30:13
        D0.035cc[Gy] => D0cc[Gy] => metric => 17:13
        limit: 0.35 => limit: 0 => value => 32:12
        note: A note. => note: "\\u001b[31m" => value => 43:11
        level: optimal => level: information\\n    rangeFrom: 0.35 => value => 35:16
        level: optimal => level: information\\n    rangeFrom: 1 => value => 35:16
        """)
    void theReaderChecksMoreThanTheSchema(String old, String replacement, String rule, String place) {
        String yaml = with(old, replacement);
        assertThat(schemaAccepts(yaml)).as("schema").isTrue();
        assertThat(errors(yaml))
                .extracting(f -> f.rule() + " " + f.line() + ":" + f.column())
                .containsExactly(rule + " " + place);
    }

    @ParameterizedTest
    @CsvSource(delimiterString = " => ", textBlock = """
        name: Our limits => name: Our limits\\nname: Others => duplicate-key
        name: Our limits => name: &a Our limits => yaml
        name: Our limits => name: *a => yaml
        name: Our limits => name: !!str Our limits => yaml
        name: Our limits => name: [[[[[[[[[[[[[[[]]]]]]]]]]]]]]] => yaml
        name: Our limits => "name: {a: [b: {c: {d: {e: 1}}}]}" => yaml
        name: Our limits => ? [a, b]\\n: c => yaml
        name: Our limits => name: "Our limits => yaml
        name: Our limits => name: Our limits\\n---\\nname: second => yaml
        name: Our limits => "\\tname: Our limits" => yaml
        - id: C1 => - C1\\n  - id: C1 => type
        """)
    void refusesWhatYamlAllowsTooMuch(String old, String replacement, String rule) {
        assertThat(errors(with(old, replacement))).extracting(LintFinding::rule).contains(rule);
        assertThat(ConstraintFileReader.read(with(old, replacement)).set()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "\n", "# nothing\n", "---\n...\n", "42", "[]", "{}", "- a", "\u0000", "%YAML 9.9\n---\na"})
    void refusesWhatIsNoConstraintFile(String text) {
        assertThat(errors(text)).isNotEmpty();
    }

    /** Each line multiplies by ten what the one before means. */
    @Test
    void refusesABombOfAliases() {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x]\n");
        for (int i = 1; i < 30; i++) {
            String before = "*a" + (i - 1);
            bomb.append("a").append(i).append(": &a").append(i).append(" [");
            bomb.append(String.join(", ", Collections.nCopies(10, before))).append("]\n");
        }
        assertThat(errors(bomb.toString())).singleElement().satisfies(f -> {
            assertThat(f.rule()).isEqualTo("yaml");
            assertThat(f.message()).contains("anchors");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{a: ", "- ", "? ", "[\n", "a: [\n"})
    void refusesDeepNesting(String opening) {
        assertThat(errors(opening.repeat(20_000))).isNotEmpty();
    }

    @Test
    void refusesATextThatIsTooLong() {
        assertThat(errors("# " + "x".repeat(ConstraintFileReader.LARGEST_FILE)))
                .singleElement()
                .satisfies(f -> assertThat(f.rule()).isEqualTo("yaml"));
    }

    /** Whatever stands in a file, the reader answers with findings of one line each or with a set, and never throws. */
    @Test
    void survivesDamage() {
        String alphabet = "\n \t:-[]{}\"'&*!|>%@`#,?0.eG<=~\u0085\u0001\uFEFFä";
        Property.forAll(1000, random -> damage(random, alphabet), text -> {
            ConstraintFileReader.Outcome outcome = ConstraintFileReader.read(text);
            boolean errors = outcome.findings().stream().anyMatch(f -> f.severity() == Severity.ERROR);
            assertThat(outcome.set() == null).isEqualTo(errors);
            assertThat(outcome.findings())
                    .allSatisfy(f -> assertThat(f.message().codePoints().allMatch(Quoted::isPrintable))
                            .as(f.message())
                            .isTrue());
        });
    }

    private static String damage(SplittableRandom random, String alphabet) {
        StringBuilder text = new StringBuilder(VALID);
        int changes = 1 + random.nextInt(4);
        for (int i = 0; i < changes; i++) {
            int at = random.nextInt(text.length());
            switch (random.nextInt(3)) {
                case 0 -> text.setCharAt(at, alphabet.charAt(random.nextInt(alphabet.length())));
                case 1 -> text.insert(at, alphabet.charAt(random.nextInt(alphabet.length())));
                default -> text.delete(at, Math.min(text.length(), at + 1 + random.nextInt(20)));
            }
        }
        return text.toString();
    }
}

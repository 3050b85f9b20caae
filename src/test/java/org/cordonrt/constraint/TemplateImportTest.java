package org.cordonrt.constraint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.cordonrt.issue.CordonException;
import org.cordonrt.issue.IssueCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemplateImportTest {
    private static final Path EXAMPLE = Path.of("testdata", "constraints", "templates", "three-fractions.csv");

    @TempDir
    Path folder;

    private TemplateImport read(String csv) throws IOException {
        Path file = folder.resolve("template.csv");
        Files.writeString(file, csv);
        return TemplateImport.read(file, 3, "OURS");
    }

    private static List<String> limits(ConstraintSet set) {
        return set.constraints().stream()
                .map(c -> c.id() + " " + c.structureKind() + " " + c.level().word() + " " + c.text())
                .toList();
    }

    private ConstraintSet load(TemplateImport made) throws IOException {
        Path file = folder.resolve("made.yaml");
        Files.writeString(file, made.yaml());
        return ConstraintSets.load(file.toString());
    }

    /** The shape that plan-check tools write: what is understood becomes a valid set, what is not is listed. */
    @Test
    void aTemplateBecomesASetAndAReport() throws IOException {
        TemplateImport made = TemplateImport.read(EXAMPLE, 3, "OURS");
        ConstraintSet set = load(made);
        assertThat(set.id()).isEqualTo("OURS");
        assertThat(limits(set))
                .containsExactly(
                        "row4-goal BRAINSTEM optimal D0.5cc[cGy] <= 1790 cGy",
                        "row4-variation BRAINSTEM mandatory D0.5cc[cGy] <= 1880 cGy",
                        "row5 BRAINSTEM mandatory Max[cGy] <= 2300 cGy",
                        "row6-goal CAUDA_EQUINA optimal Max[cGy] <= 2400 cGy",
                        "row6-variation CAUDA_EQUINA mandatory Max[cGy] <= 2520 cGy",
                        "row9 SPINAL_CORD mandatory Max[cGy] <= 2180 cGy");
        assertThat(made.limits()).isEqualTo(6);
        assertThat(set.constraints()).allSatisfy(c -> {
            assertThat(c.fractions()).isEqualTo(3);
            assertThat(c.source().status()).isEqualTo(Verification.UNVERIFIED);
            assertThat(c.source().doi()).isNull();
        });
        assertThat(set.constraints().get(0).priority()).hasValue(2);
        assertThat(made.notTaken().stream().collect(Collectors.toMap(TemplateImport.NotTaken::line, n -> n.reason())))
                .hasSize(7)
                .hasEntrySatisfying(2, r -> assertThat(r).contains("no kind of structure"))
                // The cord and the canal in one row: which limit it is changes what it allows.
                .hasEntrySatisfying(8, r -> assertThat(r).contains("spinal cord or spinal canal"))
                .hasEntrySatisfying(10, r -> assertThat(r).contains("metric is not understood"))
                .hasEntrySatisfying(11, r -> assertThat(r).contains("is in Gy, the metric in cGy"))
                .hasEntrySatisfying(12, r -> assertThat(r).contains("stricter than the goal"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Spinal Cord,Max[Gy],<=14,           | SPINAL_CORD mandatory Max[Gy] <= 14 Gy
            Spinal Cord,Max[Gy],< 14 Gy,        | SPINAL_CORD mandatory Max[Gy] < 14 Gy
            SpinalCanal,V10Gy[cc],≤0.35cc,      | SPINAL_CANAL mandatory V10Gy[cc] <= 0.35 cc
            "Spinal Cord",D0.35cc[Gy],"<=10.5", | SPINAL_CORD mandatory D0.35cc[Gy] <= 10.5 Gy
            """)
    void readsARow(String row, String limit) throws IOException {
        ConstraintSet set = load(read("Structure,Metric,Goal,Variation\n" + row + "\n"));
        assertThat(limits(set)).containsExactly("row2 " + limit);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Spinal Cord,Max[Gy],14,          | no comparator
            Spinal Cord,Max[Gy],>=14,        | from below
            Spinal Cord,Min[Gy],<=14,        | from below
            spine,Max[Gy],<=14,              | could be for
            Spinal Canal Cord,Max[Gy],<=14,  | could be for
            ,Max[Gy],<=14,                   | no kind of structure
            Spinal Cord,Max[Gy],<=fourteen,  | goal is not understood
            Spinal Cord,Max[Gy],,            | goal is not understood
            Spinal Cord,Max[Gy],<=14,lots    | variation is not understood
            """)
    void leavesOutWhatItDoesNotUnderstand(String row, String reason) throws IOException {
        TemplateImport made = read("Structure,Metric,Goal,Variation\n" + row + "\n");
        assertThat(made.limits()).isZero();
        assertThat(made.yaml()).isEmpty();
        assertThat(made.notTaken()).singleElement().satisfies(n -> {
            assertThat(n.line()).isEqualTo(2);
            assertThat(n.reason()).contains(reason);
        });
    }

    /** Columns in any order, semicolons, quotes, a byte order mark, Windows line ends. */
    @Test
    void readsWhatSpreadsheetsWrite() throws IOException {
        TemplateImport made = read("\uFEFFGoal;Comparator;\"DVH Objective\";Structure ID;Alias\r\n"
                + "\r\n"
                + "14;<=;Max[Gy];\"Said \"\"cord\"\";\nof the spine\";Myelon\r\n");
        assertThat(limits(load(made))).containsExactly("row3 SPINAL_CORD mandatory Max[Gy] <= 14 Gy");
    }

    /** A number that the built-in sets know for another structure is pointed out in the import already. */
    /** A copy of the cell for every quotation mark in it took minutes. */
    @Test
    void quotationMarksInACellCostNoMoreThanOtherCharacters() {
        String marks = "a" + "\"".repeat(4_000_000);
        assertThat(CsvTable.parse(marks).rows().get(0).cell(0)).hasSize(marks.length());
    }

    @Test
    void theResultIsLinted() throws IOException {
        TemplateImport made = read("Structure,Metric,Goal\nSpinal Cord,Max[cGy],<=2250\n");
        assertThat(made.findings()).extracting(LintFinding::rule).contains("other-structure", "source");
    }

    @ParameterizedTest
    @CsvSource({"'', is empty", "'a,b,c\n1,2,3\n', first row must name"})
    void refusesWhatIsNoTemplate(String csv, String words) {
        assertThatExceptionOfType(CordonException.class)
                .isThrownBy(() -> read(csv))
                .satisfies(e -> assertThat(e.code()).isEqualTo(IssueCode.CONSTRAINT_FILE))
                .withMessageContaining(words);
    }

    /** Names in a template are text from strangers: they cannot break out of the file that is made. */
    @Test
    void hostileNamesStayText() throws IOException {
        TemplateImport made =
                read("Structure,Alias,Metric,Goal\n\"x\"\"\nlimit: 99\\\u001b[31m\",Spinal Cord,Max[Gy],<=14\n");
        ConstraintSet set = load(made);
        assertThat(set.constraints())
                .singleElement()
                .satisfies(c -> assertThat(c.limit()).isEqualTo(14));
    }
}

package org.cordonrt.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.cordonrt.Property;
import org.cordonrt.dicom.DataSetBuilder;
import org.cordonrt.dicom.DicomWriter;
import org.cordonrt.dicom.Tag;
import org.cordonrt.dicom.TransferSyntax;
import org.cordonrt.phantom.SpineOptions;
import org.cordonrt.phantom.SpinePhantom;
import org.cordonrt.report.Schemas;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The command line from arguments to exit code, on small plans written for the purpose. */
class MainTest {
    private static final SpinePhantom SMALL = SpinePhantom.of(small().build());

    @TempDir
    static Path folder;

    private static Path plan;

    @TempDir
    Path scratch;

    private static SpineOptions.Builder small() {
        return SpineOptions.defaults().toBuilder()
                .cordLengthMm(30)
                .targetHeightMm(10)
                .planeSpacingMm(3)
                .pointSpacingMm(2)
                .doseSpacingMm(3);
    }

    @BeforeAll
    static void writePlan() {
        plan = folder.resolve("plan");
        SMALL.write(plan);
    }

    /** The small plan with one of its files changed. */
    private Path changed(String file, DataSetBuilder content) {
        Path copy = scratch.resolve("changed");
        SMALL.write(copy);
        DicomWriter.write(copy.resolve(file), content, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);
        return copy;
    }

    private static void refused(CommandLineRun run, int exit, String... words) {
        assertThat(run.exit()).as(run.err()).isEqualTo(exit);
        assertThat(run.outBytes()).as("nothing that reads as a result").isEmpty();
        assertThat(run.err())
                .as("one line")
                .startsWith("cordon: error: ")
                .endsWith("]\n")
                .hasLineCount(1);
        assertThat(run.err()).contains(words).doesNotContain("PASS").doesNotContain("\tat ");
    }

    @Test
    void checkPassesAndFails() {
        CommandLineRun pass = CommandLineRun.of("check", plan);
        assertThat(pass.exit()).as(pass.err()).isZero();
        assertThat(pass.out()).startsWith("PASS  SpinalCord ");
        assertThat(pass.err()).isEmpty();

        Path hot = scratch.resolve("hot");
        SpinePhantom.of(small().cordMaxGy(17).build()).write(hot);
        CommandLineRun fail = CommandLineRun.of("check", hot);
        assertThat(fail.exit()).isEqualTo(1);
        assertThat(fail.out()).startsWith("FAIL  SpinalCord ").contains(" over; ");
    }

    @Test
    void jsonFollowsTheSchemaAndIsTheSameEveryTime() {
        CommandLineRun run = CommandLineRun.of("check", plan, "--format", "json");
        JsonNode json = Schemas.valid(run.outBytes());
        assertThat(json.get("verdict").asString()).isEqualTo("PASS");
        assertThat(json.get("inputs").values())
                .extracting(i -> i.get("modality").asString())
                .containsExactlyInAnyOrder("RTSTRUCT", "RTDOSE", "RTPLAN");
        assertThat(CommandLineRun.of("check", "--format=json", plan).outBytes()).isEqualTo(run.outBytes());
    }

    @Test
    void neverNamesThePatient() {
        for (String verb : List.of("check", "dvh", "list")) {
            for (String format : List.of("text", "json")) {
                CommandLineRun run = CommandLineRun.of(verb, plan, "-v", "-v", "--format", format);
                assertThat(run.out() + run.err()).doesNotContain("Phantom^").doesNotContain("CORDON-");
            }
        }
    }

    @Test
    void namesThePatientWhenToldTo() {
        CommandLineRun text = CommandLineRun.of("check", plan, "--include-identifiers");
        assertThat(text.out()).contains("Patient   Phantom^");
        JsonNode json = Schemas.valid(CommandLineRun.of("check", plan, "--include-identifiers", "--format=json")
                .outBytes());
        assertThat(json.get("patient").get("name").asString()).startsWith("Phantom^");
    }

    @Test
    void quietIsOneLine() {
        assertThat(CommandLineRun.of("check", plan, "-q").out()).hasLineCount(1).startsWith("PASS");
    }

    @Test
    void outFilesHoldTheSameResults() throws IOException {
        Path json = scratch.resolve("result.json");
        Path text = scratch.resolve("result.txt");
        CommandLineRun run = CommandLineRun.of("check", plan, "--out", "json=" + json, "--out=text=" + text);
        assertThat(run.exit()).isZero();
        assertThat(Schemas.valid(Files.readAllBytes(json)).get("verdict").asString())
                .isEqualTo("PASS");
        assertThat(text).content(StandardCharsets.UTF_8).isEqualTo(run.out());
        try (var left = Files.list(scratch)) {
            assertThat(left.filter(Files::isRegularFile)).containsExactlyInAnyOrder(json, text);
        }
        Files.writeString(json, "old");
        CommandLineRun.of("check", plan, "-q", "--out", "json=" + json);
        Schemas.valid(Files.readAllBytes(json));
    }

    @Test
    void outFilesNeverReplaceAnInputOrAppearInNoFolder() throws IOException {
        Path dose = plan.resolve(SpinePhantom.DOSE_FILE);
        byte[] before = Files.readAllBytes(dose);
        refused(
                CommandLineRun.of("check", plan, "--out", "json=" + dose),
                2,
                "rtdose.dcm",
                "DICOM file",
                "OUTPUT_UNWRITABLE");
        assertThat(Files.readAllBytes(dose)).isEqualTo(before);
        refused(CommandLineRun.of("check", plan, "--out", "json=" + scratch.resolve("no/such.json")), 2, "such.json");
        refused(CommandLineRun.of("check", plan, "--out", "json=" + scratch), 2, "folder");
        refused(CommandLineRun.of("check", plan, "--out", "xls=" + scratch.resolve("x")), 2, "xls", "text, json");
        refused(CommandLineRun.of("check", plan, "--out", "x.json"), 2, "FORMAT=FILE");
        Path twice = scratch.resolve("x.json");
        refused(CommandLineRun.of("check", plan, "--out", "json=" + twice, "--out", "text=" + twice), 2, "twice");
    }

    @Test
    void aMissingCordIsNotEvaluable() {
        DataSetBuilder set = SMALL.structureSetFile();
        set.item(Tag.StructureSetROISequence, 0).text(Tag.ROIName, "Kidney_L");
        notEvaluable(
                CommandLineRun.of("check", changed(SpinePhantom.STRUCTURE_SET_FILE, set)), "no spinal cord", "--cord");
    }

    @Test
    void aDoseGridThatMissesTheCordIsNotEvaluable() {
        DataSetBuilder dose = SMALL.doseFile().decimals(Tag.ImagePositionPatient, -40, -10, -140);
        CommandLineRun run = CommandLineRun.of("check", changed(SpinePhantom.DOSE_FILE, dose));
        notEvaluable(run, "lies outside the dose grid", "STRUCTURE_NOT_COVERED");
        CommandLineRun json = CommandLineRun.of("check", scratch.resolve("changed"), "--format", "json");
        assertThat(json.exit()).isEqualTo(4);
        JsonNode document = Schemas.valid(json.outBytes());
        assertThat(document.get("verdict").asString()).isEqualTo("NOT_EVALUABLE");
        assertThat(document.get("structures").get(0).get("coveredFraction").asDouble())
                .isLessThan(1);
    }

    /** Exit 4, and no line of the output starts like a pass. */
    private static void notEvaluable(CommandLineRun run, String... words) {
        assertThat(run.exit()).as(run.out() + run.err()).isEqualTo(4);
        assertThat(run.out()).startsWith("NOT_EVALUABLE  ");
        assertThat(run.out().replaceAll("\\s+", " ")).contains(words);
        assertThat(run.out().lines().map(String::strip)).noneMatch(l -> l.startsWith("PASS  SpinalCord "));
        assertThat(run.err()).isEmpty();
    }

    @Test
    void aTruncatedFileIsRefused() throws IOException {
        Path copy = changed(SpinePhantom.PLAN_FILE, SMALL.planFile());
        for (String file : List.of("rtstruct.dcm", "rtdose.dcm", "rtplan.dcm")) {
            byte[] whole = Files.readAllBytes(copy.resolve(file));
            Files.write(copy.resolve(file), Arrays.copyOf(whole, whole.length * 2 / 3));
            refused(CommandLineRun.of("check", copy), 3, file, "DICOM_TRUNCATED");
            Files.write(copy.resolve(file), whole);
        }
    }

    @Test
    void aTextFileAnEmptyFolderAndNothingAtAllAreRefused() throws IOException {
        Path text = Files.writeString(scratch.resolve("notes.txt"), "PASS\n".repeat(100));
        refused(CommandLineRun.of("check", text), 3, "notes.txt", "NOT_DICOM");
        Path empty = Files.createDirectory(scratch.resolve("empty"));
        refused(CommandLineRun.of("check", empty), 3, "empty");
        refused(CommandLineRun.of("check", scratch.resolve("nowhere")), 3, "nowhere", "FILE_UNREADABLE");
    }

    @Test
    void anotherFrameOfReferenceIsRefused() {
        DataSetBuilder dose = SMALL.doseFile().text(Tag.FrameOfReferenceUID, "1.2.3.4");
        refused(
                CommandLineRun.of("check", changed(SpinePhantom.DOSE_FILE, dose)),
                3,
                "rtdose.dcm",
                "rtstruct.dcm",
                "FRAME_OF_REFERENCE_MISMATCH");
    }

    /** The dose of one fraction exported as that of the course would meet every limit. */
    @Test
    void aDoseFarFromItsPrescriptionIsNoPass() {
        DataSetBuilder tiny = SMALL.doseFile();
        tiny.decimals(Tag.DoseGridScaling, 1e-10);
        Path copy = changed(SpinePhantom.DOSE_FILE, tiny);
        CommandLineRun run = CommandLineRun.of("check", copy);
        assertThat(run.exit()).isEqualTo(4);
        assertThat(run.out())
                .startsWith("NOT_EVALUABLE")
                .contains("--accept-dose")
                .doesNotContain("PASS  SpinalCord D");
        assertThat(CommandLineRun.of("check", copy, "--accept-dose").exit()).isZero();
    }

    @Test
    void relativeDoseNeedsAReference() {
        Path copy = changed(SpinePhantom.DOSE_FILE, SMALL.doseFile().text(Tag.DoseUnits, "RELATIVE"));
        refused(CommandLineRun.of("check", copy), 3, "RELATIVE", "--reference-dose", "DOSE_UNITS");
        assertThat(CommandLineRun.of("check", copy, "--reference-dose", "1").exit())
                .isZero();
    }

    @Test
    void twoStructureSetsAreNotChosenBetween() {
        Path both = scratch.resolve("both");
        SMALL.write(both.resolve("a"));
        SpinePhantom.of(small().seed(2).build()).write(both.resolve("b"));
        refused(CommandLineRun.of("check", both), 3, "AMBIGUOUS_INPUT", "--");
    }

    @Test
    void anUnknownOrAmbiguousCordIsRefused() {
        refused(
                CommandLineRun.of("check", plan, "--cord", "Spinal"),
                3,
                "'Spinal'",
                "SpinalCord",
                "STRUCTURE_NOT_FOUND");
        DataSetBuilder set = SMALL.structureSetFile();
        set.item(Tag.StructureSetROISequence, 4).text(Tag.ROIName, "Spinalcord");
        refused(
                CommandLineRun.of("check", changed(SpinePhantom.STRUCTURE_SET_FILE, set)),
                3,
                "SpinalCord",
                "Spinalcord",
                "--cord");
    }

    @Test
    void wrongUsageIsExplainedInOneLine() {
        refused(CommandLineRun.of("chek", plan), 2, "chek", "did you mean check", "USAGE");
        refused(CommandLineRun.of("check"), 2, "PATH", "USAGE");
        refused(CommandLineRun.of("check", plan, "--cordd", "x"), 2, "--cordd", "did you mean --cord");
        refused(CommandLineRun.of("check", plan, "--fractions", "0"), 2, "--fractions");
        refused(CommandLineRun.of("check", plan, "--fractions", "1.5"), 2, "--fractions");
        refused(CommandLineRun.of("check", plan, "--reference-dose", "NaN"), 2, "--reference-dose");
        refused(CommandLineRun.of("check", plan, "--format", "xml"), 2, "xml", "text, json");
        refused(CommandLineRun.of("check", plan, "--cord"), 2, "--cord");
        refused(CommandLineRun.of("check", plan, "--constraints", "TG102"), 2, "TG102", "CONSTRAINT_SET_UNKNOWN");
        refused(CommandLineRun.of("dvh", plan, "--metric", "D5"), 2, "position 3", "METRIC_SYNTAX");
        refused(CommandLineRun.of("dvh", plan, "--bin", "1"), 2, "--curve");
        refused(CommandLineRun.of("dvh", plan, "--curve", "--bin", "1e-9"), 2, "--bin");
        refused(CommandLineRun.of("margin", plan, "--from", "SpinalCord"), 2, "--to");
        refused(CommandLineRun.of("constraints"), 2, "list, show, lint");
        refused(CommandLineRun.of("constraints", "lst"), 2, "constraints list");
        refused(CommandLineRun.of("check", "a\0b"), 2, "path");
        refused(CommandLineRun.of("phantom", "spine", scratch, "--gap", "99"), 2, "gap");
    }

    @Test
    void aStackTraceIsForThoseWhoAskTwice() {
        assertThat(CommandLineRun.of("check", scratch.resolve("x"), "-v").err()).hasLineCount(1);
        assertThat(CommandLineRun.of("check", scratch.resolve("x"), "-v", "-v").err())
                .contains("\tat org.cordonrt");
        assertThat(CommandLineRun.of("check", scratch.resolve("x"), "-vv").err())
                .contains("\tat org.cordonrt");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "check",
                "dvh",
                "margin",
                "list",
                "constraints list",
                "constraints show",
                "constraints lint",
                "phantom spine"
            })
    void everyVerbHelpsWithExamplesAndExitCodes(String verb) {
        Object[] args = (verb + " --help").split(" ");
        CommandLineRun run = CommandLineRun.of(args);
        assertThat(run.exit()).isZero();
        assertThat(run.out()).contains("Examples:\n  cordon " + verb, "Exit codes:", " 70  ", "-h, --help");
        assertThat(run.out().lines()).allMatch(l -> l.length() <= 90).noneMatch(l -> l.contains("%" + "n"));
        Object[] other = ("help " + verb).split(" ");
        assertThat(CommandLineRun.of(other).out()).isEqualTo(run.out());
        assertThat(CommandLineRun.of("--help").out()).contains("\n  " + verb + " ");
    }

    @Test
    void helpAndVersionOfTheProgram() {
        assertThat(CommandLineRun.of("--version").out()).startsWith("cordon ");
        assertThat(CommandLineRun.of("check", "-V").out()).startsWith("cordon ");
        CommandLineRun nothing = CommandLineRun.of();
        assertThat(nothing.exit()).isEqualTo(2);
        assertThat(nothing.err()).contains("Usage: cordon VERB");
        assertThat(nothing.out()).isEmpty();
    }

    @Test
    void dvhMeasuresWhatIsAskedInTheOrderAsked() {
        CommandLineRun run = CommandLineRun.of(
                "dvh",
                plan,
                "--structure",
                "PTV",
                "--structure",
                "SpinalCord",
                "--metric",
                "D95%[Gy]",
                "--metric",
                "V10Gy[cc]",
                "--curve",
                "--bin",
                "0.5",
                "--format",
                "json");
        assertThat(run.exit()).as(run.err()).isZero();
        JsonNode structures = Schemas.valid(run.outBytes()).get("structures");
        assertThat(structures.values())
                .extracting(s -> s.get("name").asString())
                .containsExactly("PTV", "SpinalCord");
        assertThat(structures.get(0).get("metrics").values())
                .extracting(m -> m.get("expression").asString())
                .containsExactly("D95%[Gy]", "V10Gy[cc]");
        assertThat(structures.get(0).get("curve").get("doseGy").get(1).asDouble())
                .isEqualTo(0.5);
    }

    @Test
    void dvhOfAllGivesWhatIsThereAndOfANamedOneInsists() {
        CommandLineRun all = CommandLineRun.of("dvh", plan);
        assertThat(all.exit())
                .as("the outline of the patient leaves the grid, as usual")
                .isZero();
        assertThat(all.out()).contains("External", "lies outside the dose grid");
        assertThat(CommandLineRun.of("dvh", plan, "--structure", "External").exit())
                .isEqualTo(4);
        refused(CommandLineRun.of("dvh", plan, "--structure", "Cord"), 3, "SpinalCord", "STRUCTURE_NOT_FOUND");
    }

    @Test
    void dvhWithoutADoseGivesVolumes() {
        Path set = plan.resolve(SpinePhantom.STRUCTURE_SET_FILE);
        CommandLineRun run = CommandLineRun.of("dvh", set, "--structure", "SpinalCord");
        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.out()).contains("volume cc").doesNotContain("Max");
        assertThat(CommandLineRun.of("dvh", set, "--structure", "SpinalCord", "--metric", "Max[Gy]")
                        .exit())
                .isEqualTo(4);
    }

    @Test
    void marginNeedsOnlyStructures() {
        Path set = plan.resolve(SpinePhantom.STRUCTURE_SET_FILE);
        CommandLineRun run =
                CommandLineRun.of("margin", set, "--from", "SpinalCord", "--to", "GTV", "--to", "PTV", "--format=json");
        assertThat(run.exit()).as(run.err()).isZero();
        JsonNode margins = Schemas.valid(run.outBytes()).get("margins");
        assertThat(margins.size()).isEqualTo(2);
        assertThat(margins.get(0).get("slabMm").asDouble()).isBetween(1.5, 3.1);
        assertThat(CommandLineRun.of("margin", set, "--from", "SpinalCord", "--to", "GTV")
                        .out())
                .contains("SpinalCord  GTV");
    }

    @Test
    void listSaysWhatEachStructureIsTakenFor() {
        CommandLineRun run = CommandLineRun.of("list", plan);
        assertThat(run.exit()).isZero();
        assertThat(run.out()).contains("RTSTRUCT", "RTDOSE", "RTPLAN", "spinal cord", "TG-263 name", "1 fraction");
        JsonNode json = Schemas.parse(
                CommandLineRun.of("list", plan, "--format", "json").outBytes());
        assertThat(json.get("structureSets")
                        .get(0)
                        .get("structures")
                        .get(0)
                        .get("kind")
                        .asString())
                .isEqualTo("SPINAL_CORD");
    }

    @Test
    void constraintSetsAreListedAndShownWithTheirSources() {
        assertThat(CommandLineRun.of("constraints", "list").out()).contains("* ", "TG101", "HYTEC", "QUANTEC");
        String tg101 = CommandLineRun.of("constraints", "show", "tg101").out();
        assertThat(tg101).contains("D0.035cc[Gy] <= 14 Gy", "10.1118/1.3438081", "secondary source, verify");
        JsonNode json = Schemas.parse(CommandLineRun.of("constraints", "show", "TG101", "--format=json")
                .outBytes());
        assertThat(json.get("constraints").get(0).get("source").get("doi").asString())
                .isEqualTo("10.1118/1.3438081");
    }

    @Test
    void lintEndsWithOneForErrors() throws IOException {
        Path broken = Files.writeString(scratch.resolve("broken.yaml"), "id: X\nid: Y\n");
        CommandLineRun run = CommandLineRun.of("constraints", "lint", broken);
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.out()).contains("broken.yaml:2:1: ERROR");
        refused(CommandLineRun.of("check", plan, "--constraints", broken), 3, "broken.yaml:1:1", "CONSTRAINT_FILE");
    }

    @Test
    void phantomsAreWrittenAndChecked() {
        Path out = scratch.resolve("new/case");
        CommandLineRun run = CommandLineRun.of(
                "phantom",
                "spine",
                out,
                "--cord-length",
                "30",
                "--target-height",
                "10",
                "--plane-spacing",
                "3",
                "--dose-spacing",
                "3",
                "--gap",
                "2",
                "--cord-max",
                "17",
                "--transfer-syntax",
                "rle-lossless");
        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.out()).contains("true gap between cord and GTV 2 mm");
        assertThat(CommandLineRun.of("check", out).exit()).isEqualTo(1);
    }

    @Test
    void aReaderWhoLeavesEarlyIsNoError() {
        OutputStream closed = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("Broken pipe");
            }
        };
        int exit = Main.run(
                new String[] {"list", plan.toString()},
                new Terminal(closed, OutputStream.nullOutputStream(), false, false));
        assertThat(exit).isZero();
    }

    @Test
    void aFullDiskIsAnError() {
        OutputStream full = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("No space left on device");
            }
        };
        int exit = Main.run(
                new String[] {"list", plan.toString()},
                new Terminal(full, OutputStream.nullOutputStream(), false, false));
        assertThat(exit).isEqualTo(2);
    }

    @Test
    void textKeepsToAsciiWhereTheTerminalDoes() {
        DataSetBuilder set = SMALL.structureSetFile().text(Tag.SpecificCharacterSet, "ISO_IR 192");
        set.item(Tag.StructureSetROISequence, 8).text(Tag.ROIName, "Speiser\u00f6hre");
        Path copy = changed(SpinePhantom.STRUCTURE_SET_FILE, set);
        assertThat(CommandLineRun.of("list", copy).out()).contains("Speiser\u00f6hre");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Main.run(new String[] {"list", copy.toString()}, new Terminal(out, out, true, false));
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("Speiser\\u00f6hre");
    }

    @Test
    void aPhantomNeverReplacesFilesUnasked() throws IOException {
        Path there = Files.createDirectory(scratch.resolve("there"));
        Path dose = Files.writeString(there.resolve(SpinePhantom.DOSE_FILE), "somebody's");
        refused(CommandLineRun.of("phantom", "spine", there), 2, "rtdose.dcm", "--overwrite");
        assertThat(dose).hasContent("somebody's");
    }

    @Test
    void withoutAPlanTheFractionsMustBeSaid() {
        Path set = plan.resolve(SpinePhantom.STRUCTURE_SET_FILE);
        Path dose = plan.resolve(SpinePhantom.DOSE_FILE);
        notEvaluable(CommandLineRun.of("check", set, dose), "--fractions N");
        assertThat(CommandLineRun.of("check", set, dose, "--fractions", "1").exit())
                .isZero();
        refused(CommandLineRun.of("check", plan, "--fractions", "3"), 3, "--fractions", "FRACTIONS_CONFLICT");
    }

    @Test
    void manyMetricsStillFitTheWidth() {
        List<Object> args = new ArrayList<>(List.of("dvh", plan, "--structure", "PTV"));
        for (int percent = 1; percent <= 20; percent++) {
            args.addAll(List.of("--metric", "D" + percent + "%[Gy]"));
        }
        CommandLineRun run = CommandLineRun.of(args.toArray());
        assertThat(run.out()).contains("D1% Gy", "D20% Gy");
        assertThat(run.out().lines().filter(l -> !l.startsWith("RT"))).allMatch(l -> l.length() <= 100);
    }

    @Test
    void anErrorInsideIsOneLineAndItsOwnExitCode() {
        OutputStream broken = new OutputStream() {
            @Override
            public void write(int b) {
                throw new IllegalStateException("boom");
            }
        };
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int exit = Main.run(new String[] {"list", plan.toString()}, new Terminal(broken, err, false, false));
        assertThat(exit).isEqualTo(70);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .hasLineCount(1)
                .contains("inside Cordon")
                .contains("boom");
    }

    @Test
    void noCommandLineIsAnErrorInside() {
        String set = plan.resolve(SpinePhantom.STRUCTURE_SET_FILE).toString();
        List<String> words = List.of(
                "check",
                "dvh",
                "margin",
                "list",
                "constraints",
                "show",
                "lint",
                "help",
                set,
                "--",
                "-",
                "",
                "-v",
                "-q",
                "--cord",
                "--target=",
                "--fractions",
                "1",
                "--format",
                "json",
                "--out",
                "x=y",
                "--metric",
                "Max[Gy]",
                "--structure",
                "GTV",
                "--from",
                "--to",
                "--curve",
                "--bin",
                "--constraints",
                "TG101",
                "@x",
                "'",
                "%n");
        Property.forAll(
                300,
                random -> {
                    String[] args = new String[random.nextInt(6)];
                    Arrays.setAll(args, i -> words.get(random.nextInt(words.size())));
                    return args;
                },
                args -> {
                    CommandLineRun run = CommandLineRun.of((Object[]) args);
                    assertThat(run.exit())
                            .as(String.join(" ", args) + ": " + run.err())
                            .isIn(0, 1, 2, 3, 4);
                    assertThat(run.out()).doesNotContain("\tat ");
                });
    }

    @Test
    void aBandMakesABrokenLimitAcceptableAndSaysSo() {
        SpinePhantom hot = SpinePhantom.of(small().cordMaxGy(13).build());
        Path folder = scratch.resolve("hot");
        hot.write(folder);
        String[] words = {"check", folder.toString(), "--constraints", "QUANTEC"};
        assertThat(CommandLineRun.of((Object[]) words).exit()).isEqualTo(1);
        CommandLineRun run = CommandLineRun.of(
                "check", folder, "--constraints", "QUANTEC", "--tolerance-band", "1Gy", "--format", "json");
        JsonNode json = Schemas.valid(run.outBytes());
        assertThat(json.get("verdict").asString()).isEqualTo("ACCEPTABLE");
        assertThat(json.get("rules").get("toleranceBand").get("amount").asDouble())
                .isEqualTo(1);
        assertThat(run.exit()).isZero();
        assertThat(CommandLineRun.of("check", folder, "--constraints", "QUANTEC", "--tolerance-band", "1Gy")
                        .out())
                .startsWith("ACCEPTABLE  ")
                .contains("up to 1 Gy are acceptable, as you said; never a pass");
    }

    @Test
    void aStandInIsShownInEveryOutput() {
        CommandLineRun text =
                CommandLineRun.of("check", plan, "--constraints", "TIMMERMAN2022", "--substitute", "canal=SpinalCord");
        assertThat(text.out()).contains("stand-in", "SUBSTITUTED_STRUCTURE", "also tested on 'SpinalCord'");
        JsonNode json = Schemas.valid(CommandLineRun.of(
                        "check",
                        plan,
                        "--constraints",
                        "TIMMERMAN2022",
                        "--substitute",
                        "canal=SpinalCord",
                        "--format",
                        "json")
                .outBytes());
        assertThat(json.get("constraints"))
                .filteredOn(c -> c.get("substituted").asBoolean())
                .isNotEmpty()
                .allSatisfy(c -> {
                    assertThat(c.get("structure").asString()).isEqualTo("SpinalCord");
                    assertThat(c.get("structureKind").asString()).isEqualTo("SPINAL_CANAL");
                });
        assertThat(json.get("rules").get("substitutions")).hasSize(1);
        refused(CommandLineRun.of("check", plan, "--substitute", "cord=SpinalCanal"), 2, "--cord");
    }

    @Test
    void practiceRangesAreShownAndNeverJudged() {
        CommandLineRun run = CommandLineRun.of(
                "check",
                plan,
                "--constraints",
                "HYTEC",
                "--constraints",
                "REDMOND2017",
                "--out",
                "json=" + scratch.resolve("out.json"));
        assertThat(run.exit()).isZero();
        assertThat(run.out()).contains("For information, not judged", "10 - 14", "REDMOND2017 none-1fx");
        // Alone they show nothing.
        CommandLineRun alone = CommandLineRun.of("check", plan, "--constraints", "REDMOND2017");
        assertThat(alone.exit()).isEqualTo(4);
        assertThat(alone.out()).startsWith("NOT_EVALUABLE  ");
    }

    @Test
    void ownNamesAreUsedAndListed() throws IOException {
        Path names = scratch.resolve("names.yaml");
        Files.writeString(
                names, "schema: cordon/aliases/1\naliases:\n  OTHER: [SpinalCord]\n  SPINAL_CORD: [ThecalSac]\n");
        CommandLineRun list = CommandLineRun.of("list", plan, "--aliases", names);
        assertThat(list.out()).contains("name in your alias file");
        JsonNode json = Schemas.valid(CommandLineRun.of("check", plan, "--aliases", names, "--format", "json")
                .outBytes());
        assertThat(json.get("rules").get("aliases").get("sha256").asString()).hasSize(64);
        assertThat(json.get("structures"))
                .anyMatch(s -> s.get("name").asString().equals("ThecalSac")
                        && s.get("kind").asString().equals("SPINAL_CORD")
                        && s.get("matchedBy").asString().equals("USER_ALIAS"));
        refused(CommandLineRun.of("check", plan, "--aliases", scratch.resolve("none.yaml")), 3, "cannot be read");
    }

    @Test
    void aSetThatExtendsAnotherSaysSo() throws IOException {
        Path file = scratch.resolve("ours.yaml");
        Files.copy(Path.of("testdata", "constraints", "lint", "clean.yaml"), file);
        JsonNode json = Schemas.valid(CommandLineRun.of("check", plan, "--constraints", file, "--format", "json")
                .outBytes());
        JsonNode set = json.get("constraintSets").get(0);
        assertThat(set.get("extends").get("id").asString()).isEqualTo("TG101");
        assertThat(set.get("sha256").asString()).hasSize(64);
        assertThat(CommandLineRun.of("check", plan, "--constraints", file).out())
                .contains("LINT (version 1, extends TG101 version 1)");
        assertThat(CommandLineRun.of("constraints", "show", file).out()).contains("Extends TG101", "priority 2");
    }

    @Test
    void importsATemplateOnceAndReportsWhatItLeftOut() {
        Path template = Path.of("testdata", "constraints", "templates", "three-fractions.csv");
        Path out = scratch.resolve("made.yaml");
        CommandLineRun run = CommandLineRun.of("constraints", "import", template, "--fractions", 3, "--out", out);
        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.out()).contains("6 limits taken", "7 rows not taken", "spinal cord or spinal canal");
        assertThat(CommandLineRun.of("constraints", "lint", out).exit()).isZero();
        refused(
                CommandLineRun.of("constraints", "import", template, "--fractions", 3, "--out", out),
                2,
                "cannot be written as a new file");
        refused(CommandLineRun.of("constraints", "import", template), 2, "needs --fractions");
        assertThat(CommandLineRun.of("constraints", "import", template, "--fractions", 3)
                        .out())
                .startsWith("# Made from three-fractions.csv");
    }

    @Test
    void lintEndsWithOneForAnError() {
        Path folder = Path.of("testdata", "constraints", "lint");
        for (String rule : List.of("identical-fractions", "other-structure")) {
            CommandLineRun run = CommandLineRun.of("constraints", "lint", folder.resolve(rule + ".yaml"));
            assertThat(run.exit()).isEqualTo(1);
            assertThat(run.out()).contains("ERROR " + rule);
        }
        assertThat(CommandLineRun.of("constraints", "lint", folder.resolve("clean.yaml"))
                        .exit())
                .isZero();
    }
}

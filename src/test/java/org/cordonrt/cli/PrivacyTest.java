package org.cordonrt.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.cordonrt.dicom.DataSetBuilder;
import org.cordonrt.dicom.DicomWriter;
import org.cordonrt.dicom.Tag;
import org.cordonrt.dicom.TransferSyntax;
import org.cordonrt.phantom.SpineOptions;
import org.cordonrt.phantom.SpinePhantom;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Nothing that identifies a person leaves Cordon: every attribute of that kind (PS3.15 table E.1-1, those that a
 * planning system fills) holds a word that occurs nowhere else, and every output is searched for all of them.
 */
class PrivacyTest {
    private static final String NAME = "Zzkeller^Quasimodo";
    private static final String ID = "QX77341Z";
    private static final String BIRTH_DATE = "19380217";
    private static final List<String> OTHERS = List.of("WQPHYSICIAN", "WQINSTITUTE", "WQACCESSION", "WQSTATION");
    private static final List<String> ALL = Stream.concat(
                    Stream.of("zzkeller", "quasimodo", ID, BIRTH_DATE, "1938-02-17"), OTHERS.stream())
            .map(w -> w.toLowerCase(Locale.ROOT))
            .toList();

    private static final SpinePhantom PHANTOM = SpinePhantom.of(SpineOptions.defaults().toBuilder()
            .cordLengthMm(30)
            .targetHeightMm(10)
            .planeSpacingMm(3)
            .pointSpacingMm(2)
            .doseSpacingMm(3)
            .build());

    @TempDir
    static Path folder;

    private static Path plan;

    @BeforeAll
    static void writeThePlanOfSomebody() throws IOException {
        plan = Files.createDirectories(folder.resolve("plan"));
        write("rtstruct.dcm", PHANTOM.structureSetFile());
        write("rtdose.dcm", PHANTOM.doseFile());
        write("rtplan.dcm", PHANTOM.planFile());
        int number = 1;
        for (DataSetBuilder image : PHANTOM.ctFiles()) {
            write(SpinePhantom.ctFile(number++), image);
        }
    }

    private static void write(String name, DataSetBuilder file) {
        DicomWriter.write(
                plan.resolve(name),
                file.text(Tag.PatientName, NAME)
                        .text(Tag.PatientID, ID)
                        .text(Tag.PatientBirthDate, BIRTH_DATE)
                        .text(Tag.OtherPatientIDs, ID)
                        .text(Tag.ReferringPhysicianName, OTHERS.get(0))
                        .text(Tag.OperatorsName, OTHERS.get(0))
                        .text(Tag.InstitutionName, OTHERS.get(1))
                        .text(Tag.AccessionNumber, OTHERS.get(2))
                        .text(Tag.StationName, OTHERS.get(3)),
                TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);
    }

    static Stream<List<String>> commandLines() {
        return Stream.of(
                        "check -v -v",
                        "check --plot",
                        "check --format json",
                        "check --format csv",
                        "check --format md",
                        "check --format junit",
                        "check --format sarif",
                        "check --format github",
                        "check --github-annotations --strict",
                        "check --out html=OUT.html --out pdf=OUT.pdf --out svg=OUT-svg --out png=OUT-png",
                        "check --dry-run",
                        "check --cord nothing -v -v",
                        "check --dose nothing -v -v",
                        "list",
                        "list --format json",
                        "dvh",
                        "dvh --format json",
                        "dvh --format csv",
                        "margin --profile --surfaces",
                        "margin --profile --format json",
                        "compare --stored -v -v",
                        "robust --constraints QUANTEC --search-radius 1 --format json",
                        "reirradiation --prior label=before,max=20,fractions=5,months=12",
                        "batch --ndjson OUT.ndjson --csv OUT.csv")
                .map(line -> List.of(line.split(" ")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("commandLines")
    void noOutputTellsWhoItIs(List<String> words) throws IOException {
        Path own = Files.createTempDirectory(folder, "out");
        List<Object> line = new ArrayList<>();
        for (String w : words) {
            line.add(w.replace("OUT", own + "/r"));
        }
        line.add(words.get(0).equals("batch") ? folder.resolve("plan").getParent() : plan);
        CommandLineRun run = CommandLineRun.of(line.toArray());
        assertThat(run.exit()).as(run.err()).isNotIn(ExitCode.INTERNAL.number(), ExitCode.USAGE.number());
        assertNobody("standard output", run.out());
        assertNobody("standard error", run.err());
        try (Stream<Path> files = Files.walk(own)) {
            for (Path f : files.toList()) {
                assertNobody("a file name", f.toString());
                if (Files.isRegularFile(f)) {
                    assertNobody(f.getFileName().toString(), text(f));
                }
            }
        }
    }

    /** Files cut at many places: what is refused is told without quoting what was read. */
    @Test
    void noRefusalTellsWhoItIs() throws IOException {
        int refused = 0;
        for (String name : List.of("rtstruct.dcm", "rtdose.dcm", "rtplan.dcm")) {
            byte[] whole = Files.readAllBytes(plan.resolve(name));
            for (int cut = 140; cut < Math.min(whole.length, 3000); cut += 37) {
                Path broken = Files.createTempDirectory(folder, "cut");
                for (String other : List.of("rtstruct.dcm", "rtdose.dcm", "rtplan.dcm")) {
                    Files.write(
                            broken.resolve(other),
                            other.equals(name) ? Arrays.copyOf(whole, cut) : Files.readAllBytes(plan.resolve(other)));
                }
                CommandLineRun run = CommandLineRun.of("check", "-v", "-v", broken);
                assertNobody("standard error", run.err());
                assertNobody("standard output", run.out());
                refused += run.exit() == ExitCode.INPUT.number() ? 1 : 0;
            }
        }
        assertThat(refused).isGreaterThan(100);
    }

    @Test
    void onRequestThePatientIsNamed() {
        CommandLineRun run = CommandLineRun.of("check", "--include-identifiers", plan);
        assertThat(run.out()).contains(NAME, ID);
        assertThat(run.out().toLowerCase(Locale.ROOT)).doesNotContain("wqinstitute");
    }

    private static void assertNobody(String where, String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        for (String word : ALL) {
            assertThat(lower).as("%s holds %s", where, word).doesNotContain(word);
        }
    }

    private static String text(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        String raw = new String(bytes, StandardCharsets.ISO_8859_1);
        if (!file.toString().endsWith(".pdf")) {
            return raw;
        }
        try (PDDocument pdf = Loader.loadPDF(bytes)) {
            return raw + new PDFTextStripper().getText(pdf);
        }
    }
}

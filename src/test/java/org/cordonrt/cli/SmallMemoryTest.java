package org.cordonrt.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.cordonrt.dicom.DataSetBuilder;
import org.cordonrt.dicom.DicomWriter;
import org.cordonrt.dicom.Tag;
import org.cordonrt.dicom.TransferSyntax;
import org.cordonrt.issue.IssueCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files made to exhaust a process of 256 MB: a right result or one line that says why not, and its exit code. */
class SmallMemoryTest {
    private static final Path SOUND = Path.of("testdata/spine/1fx-pass");
    private static final int CORD = 1;

    @TempDir
    Path folder;

    private Path plan;

    @BeforeEach
    void soundPlan() throws IOException {
        plan = Files.createDirectories(folder.resolve("plan"));
        try (Stream<Path> files = Files.list(SOUND)) {
            for (Path file : files.toList()) {
                Files.copy(file, plan.resolve(file.getFileName()));
            }
        }
    }

    private static String absoluteClassPath() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }

    private record Run(int exit, String out, String err) {}

    private Run run(Object... args) {
        List<String> line = new ArrayList<>();
        line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        line.addAll(List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
        line.addAll(List.of("-cp", absoluteClassPath(), "org.cordonrt.cli.Main"));
        Stream.of(args).map(String::valueOf).forEach(line::add);
        Path out = folder.resolve("out.txt");
        Path err = folder.resolve("err.txt");
        try {
            Process process = new ProcessBuilder(line)
                    .directory(folder.toFile())
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile())
                    .start();
            if (!process.waitFor(3, TimeUnit.MINUTES)) {
                process.destroyForcibly().waitFor();
                throw new AssertionError("still at work after three minutes: " + line);
            }
            return new Run(process.exitValue(), Files.readString(out), Files.readString(err));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private void refused(IssueCode code, Object... args) {
        Run run = run(args);
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .startsWith("cordon: error: ")
                .endsWith("[" + code + "]\n")
                .hasLineCount(1)
                .hasSizeLessThan(1000)
                .doesNotContain("java.");
        assertThat(run.exit()).isEqualTo(ExitCode.of(code).number());
    }

    private void draw(HugeStructureSet.Drawn... rois) throws IOException {
        HugeStructureSet.write(plan.resolve("rtstruct.dcm"), SOUND.resolve("rtstruct.dcm"), rois);
    }

    @Test
    void aSoundPlanFits() {
        Run run = run("check", plan);
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).startsWith("PASS  SpinalCord");
        assertThat(run.exit()).isZero();
    }

    @Test
    void aContourOfTenMillionPoints() throws IOException {
        draw(new HugeStructureSet.Drawn(CORD, 1, 10_000_000, i -> "1\\2\\3\\".repeat(9_999_999) + "4\\5\\3"));
        refused(IssueCode.DICOM_LIMIT, "check", plan);
    }

    @Test
    void aRoiOfTenMillionPoints() throws IOException {
        String[] planes =
                IntStream.range(0, 100).mapToObj(z -> circle(z, 10, 1000)).toArray(String[]::new);
        draw(new HugeStructureSet.Drawn(CORD, 10_000, 1000, i -> planes[i / 100]));
        refused(IssueCode.DICOM_LIMIT, "check", plan);
    }

    @Test
    void aMillionContours() throws IOException {
        draw(new HugeStructureSet.Drawn(CORD, 1_000_000, 4, i -> square(i % 100, i / 100 % 100, i / 10_000)));
        refused(IssueCode.DICOM_LIMIT, "check", plan);
    }

    @Test
    void aCordOfFiveThousandPlanes() throws IOException {
        draw(new HugeStructureSet.Drawn(CORD, 5000, 60, i -> circle(i * 0.01 - 25, 6, 60)));
        Run run = run("check", plan);
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).startsWith("FAIL  SpinalCord");
        assertThat(run.exit()).isEqualTo(1);
    }

    @Test
    void aCordOfTwoThousandIslandsAPlane() throws IOException {
        draw(new HugeStructureSet.Drawn(CORD, 10_000, 4, i -> square(i % 40 - 15, i / 40 % 50 - 5, i / 2000 - 200)));
        Run run = run("check", plan);
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).startsWith("FAIL  SpinalCord");
        assertThat(run.exit()).isEqualTo(1);
    }

    @Test
    void aCordOfScribbles() throws IOException {
        SplittableRandom random = new SplittableRandom(1);
        draw(new HugeStructureSet.Drawn(CORD, 20, 100, i -> scribble(random, i - 210, 100, 10)));
        notEvaluable("contours that cross all over");
    }

    @Test
    void aCordOfScribblesTooSmallToBeRefused() throws IOException {
        SplittableRandom random = new SplittableRandom(1);
        draw(new HugeStructureSet.Drawn(CORD, 500, 18, i -> scribble(random, i / 50 - 205, 18, 10)));
        Run run = run("check", plan);
        assertThat(run.out() + run.err()).doesNotContain("PASS").doesNotContain("java.");
        assertThat(run.exit()).isIn(1, 4);
    }

    private void notEvaluable(String words) {
        Run run = run("check", plan);
        assertThat(run.err()).isEmpty();
        assertThat(run.out().replaceAll("\\s+", " "))
                .startsWith("NOT_EVALUABLE")
                .contains(words);
        assertThat(run.exit()).isEqualTo(4);
    }

    // Lengths and sizes that are claims

    @ParameterizedTest
    @CsvSource({
        "rtstruct.dcm, 0630390053510000, -2", // sequence of contours
        "rtstruct.dcm, 0630200053510000, 2147483647",
        "rtdose.dcm, E07F10004F570000, -2", // pixel data
        "rtdose.dcm, E07F10004F570000, -1",
        "rtdose.dcm, E07F10004F570000, 2000000000",
    })
    void lengthsOfGigabytes(String name, String element, int length) throws IOException {
        Path file = plan.resolve(name);
        byte[] bytes = Files.readAllBytes(file);
        int at = indexOf(bytes, HexFormat.of().parseHex(element));
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putInt(at + 8, length);
        Files.write(file, bytes);
        Run run = run("check", plan);
        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.err()).startsWith("cordon: error: ").hasLineCount(1).contains("[DICOM_");
    }

    @ParameterizedTest
    @CsvSource({"2800100055530200, 65535", "2800110055530200, 40000"})
    void aDoseGridThatClaimsMoreThanTheFileHolds(String element, int size) throws IOException {
        Path file = plan.resolve("rtdose.dcm");
        byte[] bytes = Files.readAllBytes(file);
        int at = indexOf(bytes, HexFormat.of().parseHex(element));
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putShort(at + 8, (short) size);
        Files.write(file, bytes);
        refused(IssueCode.DICOM_INVALID_VALUE, "check", plan);
    }

    private static int indexOf(byte[] bytes, byte[] part) {
        int at = 0;
        while (!ByteBuffer.wrap(bytes, at, part.length).equals(ByteBuffer.wrap(part))) {
            at++;
        }
        return at;
    }

    @Test
    void aDeflatedDoseOfThreeGigabytes() throws IOException {
        DataSetBuilder head = new DataSetBuilder()
                .text(Tag.SOPClassUID, "1.2.840.10008.5.1.4.1.1.481.2")
                .text(Tag.SOPInstanceUID, "1.2.3");
        byte[] small = DicomWriter.toBytes(head, TransferSyntax.DEFLATED_EXPLICIT_VR_LITTLE_ENDIAN);
        int meta = 144 + ByteBuffer.wrap(small).order(ByteOrder.LITTLE_ENDIAN).getInt(140);
        try (OutputStream out = Files.newOutputStream(plan.resolve("rtdose.dcm"))) {
            out.write(small, 0, meta);
            try (DeflaterOutputStream deflated = new DeflaterOutputStream(out, new Deflater(1, true))) {
                byte[] zeros = new byte[1 << 20];
                for (int i = 0; i < 3 << 10; i++) {
                    deflated.write(zeros);
                }
            }
        }
        refused(IssueCode.DICOM_LIMIT, "check", plan);
    }

    @Test
    void aDicomFileOfThreeGigabytes() throws IOException {
        lengthen(plan.resolve("rtdose.dcm"), 3L << 30);
        refused(IssueCode.DICOM_LIMIT, "check", plan);
    }

    // Texts; the gigabyte takes no room on the disk

    private Path text(String begin, long size) throws IOException {
        Path file = Files.writeString(folder.resolve("text.yaml"), begin);
        lengthen(file, size);
        return file;
    }

    private static void lengthen(Path file, long size) throws IOException {
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
            bytes.setLength(size);
        }
    }

    @Test
    void aCellOfAGigabyte() throws IOException {
        Path csv = text("structure,metric,goal\nSpinalCord,D0.03cc[Gy],\"", 1L << 30);
        refused(IssueCode.CONSTRAINT_FILE, "constraints", "import", csv, "--fractions", "1");
        refused(IssueCode.USAGE, "robust", plan, "--scenarios", csv);
    }

    @Test
    void yamlOfAGigabyte() throws IOException {
        Path yaml = text("set: X\n", 1L << 30);
        refused(IssueCode.CONSTRAINT_FILE, "check", plan, "--constraints", yaml);
        refused(IssueCode.ALIAS_FILE, "check", plan, "--aliases", yaml);
        refused(IssueCode.RESULT_UNREADABLE, "diff", yaml, yaml);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{a: ", "- ", "? "})
    void yamlNestedTenThousandDeep(String opening) throws IOException {
        Path yaml = Files.writeString(folder.resolve("deep.yaml"), opening.repeat(10_000));
        refused(IssueCode.CONSTRAINT_FILE, "check", plan, "--constraints", yaml);
        refused(IssueCode.ALIAS_FILE, "check", plan, "--aliases", yaml);
        Files.copy(yaml, folder.resolve(".cordon.yaml"));
        refused(IssueCode.CONFIG_FILE, "check", plan);
    }

    @Test
    void yamlWhoseAliasesMultiply() throws IOException {
        StringBuilder text = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 12; i++) {
            String before = "*a" + (i - 1);
            text.append("a" + i + ": &a" + i + " [" + String.join(", ", Collections.nCopies(9, before)) + "]\n");
        }
        Path yaml = Files.writeString(folder.resolve("laughs.yaml"), text);
        refused(IssueCode.CONSTRAINT_FILE, "check", plan, "--constraints", yaml);
        refused(IssueCode.ALIAS_FILE, "check", plan, "--aliases", yaml);
        Files.copy(yaml, folder.resolve(".cordon.yaml"));
        refused(IssueCode.CONFIG_FILE, "check", plan);
    }

    private static String scribble(SplittableRandom random, double z, int points, double half) {
        return IntStream.range(0, points)
                .mapToObj(i -> String.format(
                        Locale.ROOT,
                        "%.2f\\%.2f\\%.3f",
                        5 + random.nextDouble(-half, half),
                        20 + random.nextDouble(-half, half),
                        z))
                .collect(Collectors.joining("\\"));
    }

    private static String circle(double z, double radius, int points) {
        return IntStream.range(0, points)
                .mapToDouble(i -> 2 * Math.PI * i / points)
                .mapToObj(a -> String.format(
                        Locale.ROOT, "%.1f\\%.1f\\%.3f", 5 + radius * Math.cos(a), 20 + radius * Math.sin(a), z - 200))
                .collect(Collectors.joining("\\"));
    }

    private static String square(int x, int y, int z) {
        return x + "\\" + y + "\\" + z + "\\" + x + ".5\\" + y + "\\" + z + "\\" + x + ".5\\" + y + ".5\\" + z + "\\"
                + x + "\\" + y + ".5\\" + z;
    }
}

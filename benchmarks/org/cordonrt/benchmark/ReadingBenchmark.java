package org.cordonrt.benchmark;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.cordonrt.dicom.DataSet;
import org.cordonrt.dicom.DicomFile;
import org.cordonrt.dicom.Tag;
import org.cordonrt.plan.DoseWords;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Contour text to numbers, stored dose to gray, a file to its index. Beside each what bounds it, on the same bytes: only
 * counting the backslashes of the text, only adding up the words of the dose, only reading the file. One thread.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 6, time = 1)
public class ReadingBenchmark {
    private static final int ROW = 256;

    /** Size of the text and of the dose, MB. */
    @Param({"1", "16"})
    public int megabytes;

    private byte[] text = new byte[0];
    private DataSet contour = file(text).dataSet();
    private int[] ints = new int[0];
    private DoseWords inFile = DoseWords.of(ints);
    private DoseWords inArray = inFile;
    private final double[] row = new double[ROW];

    @Setup
    public void build() {
        int bytes = megabytes << 20;
        SplittableRandom random = new SplittableRandom(1);
        StringBuilder numbers = new StringBuilder(bytes + 16);
        while (numbers.length() < bytes) {
            numbers.append(String.format(Locale.ROOT, "%.2f\\", random.nextDouble(-250, 250)));
        }
        numbers.setLength(numbers.lastIndexOf("\\"));
        text = numbers.toString().getBytes(StandardCharsets.US_ASCII);
        contour = file(text).dataSet();

        ByteBuffer stored = ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
        ints = new int[bytes / Integer.BYTES];
        for (int i = 0; i < ints.length; i++) {
            ints[i] = random.nextInt();
            stored.putInt(ints[i]);
        }
        inFile = DoseWords.ofLittleEndian(stored.flip(), Integer.BYTES);
        inArray = DoseWords.of(ints);
    }

    /** A data set without meta information, implicit little endian, with one element: the text as Contour Data. */
    private static DicomFile file(byte[] text) {
        ByteBuffer b = ByteBuffer.allocate(64 + text.length).order(ByteOrder.LITTLE_ENDIAN);
        b.position(0);
        byte[] uid = "1.2.840.10008.5.1.4.1.1.481.3\0".getBytes(StandardCharsets.US_ASCII);
        b.putShort((short) 0x0008).putShort((short) 0x0016).putInt(uid.length).put(uid);
        b.putShort((short) 0x3006).putShort((short) 0x0050).putInt(text.length).put(text);
        byte[] whole = new byte[b.position()];
        b.flip().get(whole);
        return DicomFile.parse(whole);
    }

    @Benchmark
    public double[] contourText() {
        return contour.decimals(Tag.ContourData);
    }

    /** The bound of {@link #contourText}: what no parser can leave out. */
    @Benchmark
    public int contourTextBound() {
        int count = 0;
        for (byte b : text) {
            if (b == '\\') {
                count++;
            }
        }
        return count;
    }

    /** All rows of a dose in the bytes of its file, in gray. */
    @Benchmark
    public double doseBlock() {
        return rows(inFile);
    }

    /** The same from an array of words. */
    @Benchmark
    public double doseBlockOfArray() {
        return rows(inArray);
    }

    private double rows(DoseWords words) {
        double sum = 0;
        for (int from = 0; from < words.count(); from += ROW) {
            words.copy(from, ROW, 1e-5, row, 0);
            sum += row[from & (ROW - 1)];
        }
        return sum;
    }

    /** The bound of {@link #doseBlock}: the words read once. */
    @Benchmark
    public int doseBlockBound() {
        int sum = 0;
        for (int w : ints) {
            sum += w;
        }
        return sum;
    }

    /** A whole file of contours read and indexed. */
    @State(Scope.Benchmark)
    public static class OnDisk {
        private Path path = Path.of("");

        @Setup
        public void write(ReadingBenchmark b) throws IOException {
            path = Files.createTempFile("cordon-benchmark", ".dcm");
            path.toFile().deleteOnExit();
            byte[] bytes = new byte[b.text.length + 52];
            System.arraycopy(b.text, 0, bytes, 52, b.text.length);
            ByteBuffer head = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
            byte[] uid = "1.2.840.10008.5.1.4.1.1.481.3\0\0\0\0\0\0\0".getBytes(StandardCharsets.US_ASCII);
            head.putShort((short) 0x0008)
                    .putShort((short) 0x0016)
                    .putInt(uid.length)
                    .put(uid);
            head.putShort((short) 0x3006).putShort((short) 0x0050).putInt(b.text.length);
            Files.write(path, bytes);
        }
    }

    @Benchmark
    public DicomFile file(OnDisk disk) {
        return DicomFile.read(disk.path);
    }

    /** The bound of {@link #file}: its bytes. */
    @Benchmark
    public byte[] fileBound(OnDisk disk) throws IOException {
        return Files.readAllBytes(disk.path);
    }
}

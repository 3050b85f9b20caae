package org.cordonrt.dicom;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.FutureTask;
import java.util.function.Function;
import org.cordonrt.issue.CordonException;
import org.cordonrt.issue.Issue;
import org.cordonrt.issue.IssueCode;
import org.jspecify.annotations.Nullable;

/**
 * One DICOM file, held in memory and indexed: PS3.10 files, and data sets without preamble or without file meta
 * information. Values are decoded when they are asked for. Does not change; safe for use by several threads.
 */
public final class DicomFile {
    /** File meta information is a few hundred bytes; private information may make it longer. */
    private static final int HEAD_BYTES = 16 << 10;

    private static final int READ_BYTES = 64 << 10;

    private final byte[] bytes;
    private final String transferSyntaxUid;
    private final TransferSyntax transferSyntax;
    private final ElementIndex index;
    private final DataSet dataSet;
    private final List<Issue> issues;
    private final FutureTask<String> digest = new FutureTask<>(this::digest);

    private DicomFile(byte[] bytes, String transferSyntaxUid, ElementIndex index, List<Issue> issues) {
        this.bytes = bytes;
        this.transferSyntaxUid = transferSyntaxUid;
        this.transferSyntax = TransferSyntax.of(transferSyntaxUid);
        this.index = index;
        this.dataSet = DataSet.of(new IndexedSource(index, 0, index.count()));
        this.issues = issues;
    }

    /**
     * Reads a file.
     *
     * @throws CordonException FILE_UNREADABLE, INPUT_CHANGED, NOT_DICOM, DICOM_TRUNCATED, DICOM_MALFORMED, DICOM_LIMIT or
     *     DICOM_UNSUPPORTED; the message begins with the path
     */
    public static DicomFile read(Path path) {
        requireFile(path);
        byte[] bytes;
        try {
            // The bytes, their index and what is made of them must all fit.
            long limit = Math.min(Integer.MAX_VALUE - 8, Runtime.getRuntime().maxMemory() / 2);
            if (Files.size(path) > limit) {
                throw new CordonException(
                        IssueCode.DICOM_LIMIT,
                        path + ": is larger than " + limit + " bytes; give Java more memory, up to 2 GiB of file");
            }
            FileTime before = Files.getLastModifiedTime(path);
            bytes = readAll(path, (int) Files.size(path));
            if (Files.size(path) != bytes.length
                    || !Files.getLastModifiedTime(path).equals(before)) {
                throw new CordonException(
                        IssueCode.INPUT_CHANGED, path + ": the file changed while it was read; try again");
            }
        } catch (IOException failure) {
            throw unreadable(path, failure);
        }
        try {
            return parse(bytes);
        } catch (DicomFormatException refusal) {
            throw refusal.in(path.toString());
        }
    }

    /** In small steps: one large read goes through a buffer of the same size outside the heap. */
    private static byte[] readAll(Path path, int size) throws IOException {
        byte[] bytes = new byte[size];
        try (FileInputStream in = new FileInputStream(path.toFile())) {
            int at = 0;
            while (at < size) {
                int n = in.read(bytes, at, Math.min(READ_BYTES, size - at));
                if (n < 0) {
                    // It shrank meanwhile, which the caller sees by its length.
                    return Arrays.copyOf(bytes, at);
                }
                at += n;
            }
        }
        return bytes;
    }

    /**
     * Reads the bytes of a whole file, which must not be changed afterwards.
     *
     * @throws DicomFormatException NOT_DICOM, DICOM_TRUNCATED, DICOM_MALFORMED, DICOM_LIMIT or DICOM_UNSUPPORTED
     */
    public static DicomFile parse(byte[] bytes) {
        Oddities oddities = new Oddities();
        FileStart start = FileStart.of(bytes, bytes.length, oddities);
        if (start == null) {
            throw refuse(IssueCode.NOT_DICOM, bytes.length == 0 ? "the file is empty" : "this is not a DICOM file");
        }
        String uid = start.transferSyntaxUid();
        TransferSyntax syntax = TransferSyntax.of(uid);
        if (syntax == TransferSyntax.OTHER) {
            checkReadable(uid);
        }
        byte[] dataSetBytes = bytes;
        int dataSetStart = start.dataSetStart();
        if (syntax == TransferSyntax.DEFLATED_EXPLICIT_VR_LITTLE_ENDIAN) {
            dataSetBytes = Inflation.inflate(bytes, dataSetStart, Inflation.budgetBytes(), oddities);
            dataSetStart = 0;
        }
        ElementIndex index =
                Indexer.index(dataSetBytes, dataSetStart, syntax.isImplicit(), syntax.isBigEndian(), oddities);
        return new DicomFile(bytes, uid, index, oddities.toIssues());
    }

    /**
     * Whether a file begins like a DICOM file, told from its first bytes; it may still be refused.
     *
     * @throws CordonException FILE_UNREADABLE
     */
    public static boolean looksLikeDicom(Path path) {
        Head head = Head.of(path);
        try {
            return head.start() != null;
        } catch (DicomFormatException damaged) {
            return true; // it is DICOM, and reading it will say what is wrong
        }
    }

    /**
     * The SOP class named in the file meta information, told from the first bytes; empty if it is not there, or the file
     * is damaged or none of DICOM.
     *
     * @throws CordonException FILE_UNREADABLE
     */
    public static Optional<String> peekSopClassUid(Path path) {
        return peek(path, FileStart::sopClassUid);
    }

    /** As {@link #peekSopClassUid}, the SOP instance. */
    public static Optional<String> peekSopInstanceUid(Path path) {
        return peek(path, FileStart::sopInstanceUid);
    }

    private static Optional<String> peek(Path path, Function<FileStart, Optional<String>> part) {
        Head head = Head.of(path);
        try {
            FileStart start = head.start();
            return start == null ? Optional.empty() : part.apply(start);
        } catch (DicomFormatException damaged) {
            return Optional.empty(); // reading it will say what is wrong
        }
    }

    /** The data set, without the file meta information. */
    public DataSet dataSet() {
        return dataSet;
    }

    /** How the data set is encoded; where the file does not say, as told from its first elements. */
    public TransferSyntax transferSyntax() {
        return transferSyntax;
    }

    /** The transfer syntax by its UID. */
    public String transferSyntaxUid() {
        return transferSyntaxUid;
    }

    /** SHA-256 of the bytes that were read, in lower-case hexadecimal. */
    public String sha256() {
        digest.run();
        try {
            return digest.get();
        } catch (ExecutionException failure) {
            throw new IllegalStateException("every Java has SHA-256", failure.getCause());
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted while the digest of a file was made");
        }
    }

    /** Begins to make the digest on another thread: that of a large file takes longer than decoding it. */
    public void beginDigest() {
        ForkJoinPool.commonPool().execute(digest);
    }

    private String digest() throws NoSuchAlgorithmException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }

    /** Departures from the encoding rules that were read all the same, one for each kind. */
    public List<Issue> issues() {
        return issues;
    }

    /**
     * The pixel data as unsigned words, one for each sample, in the order of the file: uncompressed or RLE Lossless
     * (PS3.5 sections 8.1 and 8.2.2), one sample per pixel.
     *
     * @param samples rows times columns times frames
     * @param bitsAllocated 16 or 32; of 32 bits, read the ints as unsigned
     * @throws DicomFormatException DICOM_MISSING_ATTRIBUTE; DICOM_INVALID_VALUE if the data is not just that long or its
     *     words look wrongly ordered; DICOM_MALFORMED; DICOM_LIMIT; DICOM_UNSUPPORTED for other compression
     */
    public int[] pixelWords(int samples, int bitsAllocated) {
        if (samples < 0) {
            throw new IllegalArgumentException("negative number of samples: " + samples);
        }
        return PixelWords.decode(this, index, samples, bitsAllocated);
    }

    /**
     * The pixel data as they lie in the file, where that is uncompressed with the lowest byte of a word first; empty
     * where {@link #pixelWords} has to decode. Read-only, and not copied.
     *
     * @param samples rows times columns times frames
     * @param bitsAllocated 16 or 32
     * @throws DicomFormatException as {@link #pixelWords}
     */
    public Optional<ByteBuffer> littleEndianPixels(int samples, int bitsAllocated) {
        return PixelWords.littleEndian(this, index, samples, bitsAllocated);
    }

    /** PS3.5 section 10: every standard transfer syntax but the known ones is explicit little endian. */
    private static void checkReadable(String uid) {
        if (!uid.chars().allMatch(c -> c == '.' || (c >= '0' && c <= '9'))) {
            throw refuse(IssueCode.DICOM_MALFORMED, "the transfer syntax is not a UID");
        }
        boolean deflatedJpip = uid.equals("1.2.840.10008.1.2.4.95") || uid.equals("1.2.840.10008.1.2.4.205");
        if (deflatedJpip || !uid.startsWith("1.2.840.10008.1.2.")) {
            throw refuse(
                    IssueCode.DICOM_UNSUPPORTED,
                    "the transfer syntax " + uid + " is not read; export the file in little endian");
        }
    }

    private static void requireFile(Path path) {
        if (!Files.isRegularFile(path)) {
            throw new CordonException(
                    IssueCode.FILE_UNREADABLE, path + (Files.exists(path) ? ": is not a file" : ": does not exist"));
        }
    }

    private static CordonException unreadable(Path path, IOException failure) {
        String reason = failure instanceof AccessDeniedException ? "access is denied" : "cannot be read";
        return new CordonException(IssueCode.FILE_UNREADABLE, path + ": " + reason, failure);
    }

    private static DicomFormatException refuse(IssueCode code, String what) {
        return DicomFormatException.at(code, "", DicomFormatException.NO_OFFSET, what);
    }

    /** The first bytes of a file, for a glance at it. */
    private record Head(byte[] bytes, long total) {

        static Head of(Path path) {
            requireFile(path);
            try (InputStream in = Files.newInputStream(path)) {
                return new Head(in.readNBytes(HEAD_BYTES), Files.size(path));
            } catch (IOException failure) {
                throw unreadable(path, failure);
            }
        }

        @Nullable
        FileStart start() {
            return FileStart.of(bytes, total, new Oddities());
        }
    }
}

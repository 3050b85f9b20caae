package org.cordonrt.dicom;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import org.cordonrt.issue.IssueCode;

/** Decodes pixel data of one sample per pixel in 16 or 32 bits: PS3.5 sections 8.1, 8.2 and A.4. */
final class PixelWords {
    /** Of so many random words, neither order looks eight times as smooth as the other. */
    private static final int ENOUGH_TO_JUDGE = 64;

    private final DataSet dataSet;
    private final int samples;
    private final int wordBytes;

    private PixelWords(DataSet dataSet, int samples, int bitsAllocated) {
        this.dataSet = dataSet;
        this.samples = samples;
        this.wordBytes = bitsAllocated / 8;
    }

    static int[] decode(DicomFile file, ElementIndex index, int samples, int bitsAllocated) {
        DataSet dataSet = file.dataSet();
        if (bitsAllocated != 16 && bitsAllocated != 32) {
            throw dataSet.invalid(Tag.BitsAllocated, "is " + bitsAllocated + " where 16 or 32 are read");
        }
        int entry = index.find(Tag.PixelData, 0, index.count());
        if (entry < 0) {
            throw dataSet.missing(Tag.PixelData);
        }
        boolean encapsulated = index.isEncapsulated(entry);
        PixelWords words = new PixelWords(dataSet, samples, bitsAllocated);
        words.checkMemory();
        return switch (file.transferSyntax()) {
            case OTHER -> {
                if (encapsulated) {
                    throw words.unsupported(file.transferSyntaxUid());
                }
                yield words.ofNative(index.value(entry));
            }
            case RLE_LOSSLESS -> {
                if (!encapsulated) {
                    throw words.malformed("is not compressed although the transfer syntax says so");
                }
                yield words.ofRunLengths(index, entry);
            }
            default -> {
                if (encapsulated) {
                    throw words.malformed("is compressed although the transfer syntax says otherwise");
                }
                boolean swapped = index.vr(entry) == Vr.OW && index.value(entry).order() == ByteOrder.BIG_ENDIAN;
                if (file.transferSyntax().isBigEndian() && !swapped) {
                    throw words.malformed("is not OW in a big endian file, which leaves the order of its bytes open");
                }
                yield words.ofNative(index.value(entry));
            }
        };
    }

    static Optional<ByteBuffer> littleEndian(DicomFile file, ElementIndex index, int samples, int bitsAllocated) {
        int entry = index.find(Tag.PixelData, 0, index.count());
        boolean plain = entry >= 0
                && !index.isEncapsulated(entry)
                && file.transferSyntax() != TransferSyntax.RLE_LOSSLESS
                && !file.transferSyntax().isBigEndian()
                && index.value(entry).order() == ByteOrder.LITTLE_ENDIAN;
        if (!plain || bitsAllocated != 16 && bitsAllocated != 32) {
            return Optional.empty();
        }
        RawValue value = index.value(entry);
        new PixelWords(file.dataSet(), samples, bitsAllocated).checkLength(value);
        return Optional.of(
                ByteBuffer.wrap(value.array(), value.start(), value.length()).asReadOnlyBuffer());
    }

    private void checkLength(RawValue value) {
        long due = (long) samples * wordBytes;
        // An odd number of 16-bit words is even in bytes, so there is nothing to pad.
        if (value.length() != due) {
            throw dataSet.invalid(
                    Tag.PixelData, "holds " + value.length() + " bytes where " + samples + " samples need " + due);
        }
    }

    /** Compressed samples may take up to 64 times their bytes in the file, so their number is no measure of its size. */
    private void checkMemory() {
        long budget = Runtime.getRuntime().maxMemory() / 4;
        if (4L * samples > budget) {
            throw refuse(
                    IssueCode.DICOM_LIMIT,
                    "needs " + 4L * samples + " bytes where " + budget + " are granted; give Java more memory");
        }
    }

    private int[] ofNative(RawValue value) {
        checkLength(value);
        int[] words = new int[samples];
        byte[] bytes = value.array();
        int at = value.start();
        if (value.order() == ByteOrder.BIG_ENDIAN) {
            if (wordBytes == 2) {
                for (int i = 0; i < samples; i++, at += 2) {
                    words[i] = Bytes.bigEndianShort(bytes, at);
                }
            } else {
                for (int i = 0; i < samples; i++, at += 4) {
                    words[i] = Bytes.bigEndianInt(bytes, at);
                }
                checkHalves(words);
            }
        } else if (wordBytes == 2) {
            for (int i = 0; i < samples; i++, at += 2) {
                words[i] = Bytes.littleEndianShort(bytes, at);
            }
        } else {
            for (int i = 0; i < samples; i++, at += 4) {
                words[i] = Bytes.littleEndianInt(bytes, at);
            }
        }
        return words;
    }

    /**
     * Refuses big endian 32-bit samples whose 16-bit halves look swapped. OW is a string of 16-bit words, and some
     * programs swap only within those, low half first, while most write whole 32-bit words. Both are met, and nothing in
     * the file tells them apart, but dose is smooth in one order and noise in the other.
     */
    private void checkHalves(int[] words) {
        double asRead = 0;
        double swapped = 0;
        for (int i = 1; i < words.length; i++) {
            asRead += Math.abs(Integer.toUnsignedLong(words[i]) - Integer.toUnsignedLong(words[i - 1]));
            swapped += Math.abs(Integer.toUnsignedLong(Integer.rotateLeft(words[i], 16))
                    - Integer.toUnsignedLong(Integer.rotateLeft(words[i - 1], 16)));
        }
        if (words.length >= ENOUGH_TO_JUDGE && asRead > 8 * swapped) {
            throw dataSet.invalid(
                    Tag.PixelData,
                    "the 16-bit halves of the big endian 32-bit words look swapped; export the file in little endian");
        }
    }

    /** PS3.5 annex G: each frame is one fragment, each byte of the samples one segment, the most significant first. */
    private int[] ofRunLengths(ElementIndex index, int pixelData) {
        int first = pixelData + 1;
        int frames = index.next(pixelData) - first - 1; // without the offset table
        if (frames < 1 || samples % frames != 0) {
            throw malformed("holds " + Math.max(frames, 0) + " frames, which " + samples + " samples do not fill");
        }
        int[] words = new int[samples];
        int frameSamples = samples / frames;
        for (int frame = 0; frame < frames; frame++) {
            RunLengthFrame.decode(
                    index.value(first + 1 + frame),
                    wordBytes,
                    words,
                    frame * frameSamples,
                    frameSamples,
                    this::malformed);
        }
        return words;
    }

    private DicomFormatException unsupported(String uid) {
        String name = switch (uid) {
            case "1.2.840.10008.1.2.4.50", "1.2.840.10008.1.2.4.51" -> "JPEG";
            case "1.2.840.10008.1.2.4.57", "1.2.840.10008.1.2.4.70" -> "lossless JPEG";
            case "1.2.840.10008.1.2.4.80", "1.2.840.10008.1.2.4.81" -> "JPEG-LS";
            case "1.2.840.10008.1.2.4.90", "1.2.840.10008.1.2.4.91" -> "JPEG 2000";
            case "1.2.840.10008.1.2.4.201", "1.2.840.10008.1.2.4.202", "1.2.840.10008.1.2.4.203" ->
                "high-throughput JPEG 2000";
            case "1.2.840.10008.1.2.8.1" -> "deflated frames";
            default -> "an encoding Cordon does not know";
        };
        return refuse(
                IssueCode.DICOM_UNSUPPORTED,
                "is compressed as " + name + " (" + uid + "); export the file uncompressed");
    }

    private DicomFormatException malformed(String what) {
        return refuse(IssueCode.DICOM_MALFORMED, what);
    }

    private DicomFormatException refuse(IssueCode code, String what) {
        return DicomFormatException.at(code, dataSet.where(Tag.PixelData), DicomFormatException.NO_OFFSET, what);
    }
}

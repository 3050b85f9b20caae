package org.cordonrt.report.figure;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * Small square PNG images with 8 bits a pixel (ISO/IEC 15948). Written here because the one of the Java library brings
 * the whole of AWT, with which a check would start later.
 */
final class Png {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final int GREY = 0;
    private static final int INDEXED = 3;
    private static final int NO_FILTER = 0;

    /** Each byte less the one to its left: small numbers where pixels change little. */
    private static final int SUB_FILTER = 1;

    private Png() {}

    /** Pixels that are numbers of a palette of at most 256 colours, as 0xAARRGGBB. */
    static String indexed(int size, byte[] pixels, int[] palette) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(SIGNATURE);
        header(out, size, INDEXED);
        byte[] colours = new byte[3 * palette.length];
        byte[] alphas = new byte[palette.length];
        for (int i = 0; i < palette.length; i++) {
            colours[3 * i] = (byte) (palette[i] >> 16);
            colours[3 * i + 1] = (byte) (palette[i] >> 8);
            colours[3 * i + 2] = (byte) palette[i];
            alphas[i] = (byte) (palette[i] >> 24);
        }
        chunk(out, "PLTE", colours);
        chunk(out, "tRNS", alphas);
        return finished(out, size, pixels, NO_FILTER);
    }

    /** Grey pixels, 0 black. */
    static String grey(int size, byte[] pixels) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(SIGNATURE);
        header(out, size, GREY);
        return finished(out, size, pixels, SUB_FILTER);
    }

    private static void header(ByteArrayOutputStream out, int size, int colourType) {
        chunk(
                out,
                "IHDR",
                ByteBuffer.allocate(13)
                        .putInt(size)
                        .putInt(size)
                        .put((byte) 8)
                        .put((byte) colourType)
                        .array());
    }

    /** A data URI. */
    private static String finished(ByteArrayOutputStream out, int size, byte[] pixels, int filter) {
        byte[] rows = new byte[size * (size + 1)];
        for (int r = 0; r < size; r++) {
            int to = r * (size + 1);
            rows[to] = (byte) filter;
            for (int c = 0; c < size; c++) {
                int left = filter == SUB_FILTER && c > 0 ? pixels[r * size + c - 1] : 0;
                rows[to + 1 + c] = (byte) (pixels[r * size + c] - left);
            }
        }
        chunk(out, "IDAT", deflated(rows));
        chunk(out, "IEND", new byte[0]);
        return "data:image/png;base64," + Base64.getEncoder().encodeToString(out.toByteArray());
    }

    private static byte[] deflated(byte[] data) {
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
        try {
            deflater.setInput(data);
            deflater.finish();
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            byte[] part = new byte[8192];
            while (!deflater.finished()) {
                out.write(part, 0, deflater.deflate(part));
            }
            return out.toByteArray();
        } finally {
            deflater.end();
        }
    }

    private static void chunk(ByteArrayOutputStream out, String type, byte[] data) {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 crc = new CRC32();
        crc.update(name);
        crc.update(data);
        out.writeBytes(ByteBuffer.allocate(4).putInt(data.length).array());
        out.writeBytes(name);
        out.writeBytes(data);
        out.writeBytes(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
    }
}

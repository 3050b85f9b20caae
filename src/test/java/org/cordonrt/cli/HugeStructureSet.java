package org.cordonrt.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.IntFunction;

/**
 * A structure set of any size, written contour by contour so that the test itself needs no memory: the head of a sound
 * one, and contours of one ROI in sequences without lengths.
 */
final class HugeStructureSet {
    private static final byte[] CONTOURS = {0x06, 0x30, 0x39, 0x00, 'S', 'Q'};
    private static final int OPEN = -1;

    private final OutputStream out;

    private HugeStructureSet(OutputStream out) {
        this.out = out;
    }

    /** One ROI's contours, all with as many points. */
    record Drawn(int roiNumber, int contours, int points, IntFunction<String> data) {}

    /** @param sound whose ROIs, UIDs and names are taken over */
    static void write(Path file, Path sound, Drawn... rois) throws IOException {
        byte[] head = Files.readAllBytes(sound);
        int end = 0;
        while (!ByteBuffer.wrap(head, end, CONTOURS.length).equals(ByteBuffer.wrap(CONTOURS))) {
            end++;
        }
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
            out.write(head, 0, end);
            HugeStructureSet set = new HugeStructureSet(out);
            set.longHeader(0x0039, "SQ", OPEN);
            for (Drawn roi : rois) {
                set.contours(roi);
            }
            set.delimiter(0xE0DD, 0);
        }
    }

    private void contours(Drawn roi) throws IOException {
        delimiter(0xE000, OPEN);
        longHeader(0x0040, "SQ", OPEN);
        for (int i = 0; i < roi.contours; i++) {
            delimiter(0xE000, OPEN);
            text(0x0042, "CS", "CLOSED_PLANAR ");
            text(0x0046, "IS", even(Integer.toString(roi.points)));
            String numbers = even(roi.data.apply(i));
            if (numbers.length() < 0xFFFF) {
                text(0x0050, "DS", numbers);
            } else {
                longHeader(0x0050, "UN", numbers.length());
                out.write(numbers.getBytes(StandardCharsets.US_ASCII));
            }
            delimiter(0xE00D, 0);
        }
        delimiter(0xE0DD, 0);
        text(0x0084, "IS", even(Integer.toString(roi.roiNumber)));
        delimiter(0xE00D, 0);
    }

    private static String even(String text) {
        return text.length() % 2 == 0 ? text : text + " ";
    }

    private void text(int element, String vr, String value) throws IOException {
        ByteBuffer header = header(8, 0x3006, element);
        out.write(header.put(vr.getBytes(StandardCharsets.US_ASCII))
                .putShort((short) value.length())
                .array());
        out.write(value.getBytes(StandardCharsets.US_ASCII));
    }

    private void longHeader(int element, String vr, int length) throws IOException {
        ByteBuffer header = header(12, 0x3006, element);
        out.write(header.put(vr.getBytes(StandardCharsets.US_ASCII))
                .putShort((short) 0)
                .putInt(length)
                .array());
    }

    private void delimiter(int element, int length) throws IOException {
        out.write(header(8, 0xFFFE, element).putInt(length).array());
    }

    private static ByteBuffer header(int size, int group, int element) {
        return ByteBuffer.allocate(size)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putShort((short) group)
                .putShort((short) element);
    }
}

package org.cordonrt.dicom;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Changes a valid data set where it has structure: tags, representations, values, lengths, the nesting of sequences, the
 * order of elements, the transfer syntax. What it writes is well-formed more often than bytes changed at random, and so
 * gets further. The same random numbers give the same bytes.
 */
public final class DataSetMutator {
    private static final int DEEPEST = 80;
    private static final int LARGEST_BYTES = 64 << 10;
    private static final Vr[] VRS = Vr.values();
    private static final String[] TEXTS = {
        "",
        " ",
        "0",
        "-0",
        "1",
        "-1",
        "1e300",
        "-1e300",
        "1e-320",
        "1e999",
        "NaN",
        "Infinity",
        "0x10",
        "1,5",
        "2147483648",
        "4294967296",
        "1\\2",
        "1\\2\\3\\4\\5\\6",
        "0\\0\\0\\0\\0\\0",
        "\\\\\\",
        "GY",
        "CGY",
        "RELATIVE",
        "PLAN",
        "BEAM",
        "PHYSICAL",
        "CLOSED_PLANAR",
        "CLOSEDPLANAR_XOR",
        "POINT",
        "RIGID",
        "ISO 2022 IR 87",
        "ISO_IR 192",
        "\u001b$B\u0000\u007f",
        "1.2.840.10008.1.2.1.99",
        "x".repeat(70),
        "1".repeat(70)
    };
    private static final byte[][] BINARIES = {
        {},
        {0},
        {-1},
        {0, 0},
        {-1, -1},
        {0, 0, 0, 0},
        {-1, -1, -1, -1},
        {0, 0, 0, -128},
        {0, 0, -64, 127},
        {0, 0, -128, 127},
        {0, 0, 0, 0, 0, 0, -8, 127},
        {0, 0, 0, 0, 0, 0, -16, 127},
        {1, 0, 0, 0, 0, 0, 0, 0}
    };

    private final SplittableRandom random;

    private DataSetMutator(SplittableRandom random) {
        this.random = random;
    }

    /** An element; one with items is a sequence, whatever its representation says. */
    private static final class Node {
        int tag;
        String letters;
        boolean longLength;
        byte[] value = {};
        List<List<Node>> items;
        boolean open;
        /** Written in place of the true length unless negative. */
        long lie = -1;

        Node copy() {
            Node c = new Node();
            c.tag = tag;
            c.letters = letters;
            c.longLength = longLength;
            c.value = value;
            c.open = open;
            c.lie = lie;
            if (items != null) {
                c.items = new ArrayList<>();
                for (List<Node> item : items) {
                    List<Node> nodes = new ArrayList<>();
                    item.forEach(n -> nodes.add(n.copy()));
                    c.items.add(nodes);
                }
            }
            return c;
        }
    }

    /** The file with one to four changes; {@code seed} must be readable. */
    public static byte[] mutate(byte[] seed, SplittableRandom random) {
        DicomFile file = DicomFile.parse(seed);
        List<Node> root = nodes(file.dataSet());
        DataSetMutator m = new DataSetMutator(random);
        for (int n = 1 + random.nextInt(4); n > 0; n--) {
            m.change(root);
        }
        TransferSyntax[] known = Arrays.copyOf(TransferSyntax.values(), TransferSyntax.values().length - 1);
        TransferSyntax syntax = random.nextInt(4) == 0 ? known[random.nextInt(known.length)] : file.transferSyntax();
        // Compressed pixel data is not kept apart: it becomes plain.
        DataSetBytes out = new DataSetBytes(syntax);
        write(root, out, 0);
        String announced = random.nextInt(30) == 0 ? known[random.nextInt(known.length)].uid() : syntax.uid();
        byte[] bytes = out.file(announced);
        switch (random.nextInt(12)) {
            case 0 -> bytes = Arrays.copyOf(bytes, random.nextInt(bytes.length));
            case 1, 2 -> {
                for (int n = 1 + random.nextInt(3); n > 0; n--) {
                    bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
                }
            }
            default -> {}
        }
        return bytes;
    }

    private static List<Node> nodes(DataSet ds) {
        List<Node> nodes = new ArrayList<>();
        for (int tag : ds.tags()) {
            Node node = new Node();
            node.tag = tag;
            Vr vr = Dictionary.vr(tag);
            node.letters = vr.name();
            node.longLength = vr.hasLongLength();
            if (vr == Vr.SQ) {
                node.items = new ArrayList<>();
                ds.items(tag).forEach(item -> node.items.add(nodes(item)));
            } else {
                RawValue raw = ds.raw(tag).orElseThrow();
                node.value = Arrays.copyOfRange(raw.array(), raw.start(), raw.end());
            }
            nodes.add(node);
        }
        return nodes;
    }

    private void change(List<Node> root) {
        List<List<Node>> levels = new ArrayList<>();
        collect(root, levels, 0);
        List<Node> level = levels.get(random.nextInt(levels.size()));
        if (level.isEmpty()) {
            level = root;
        }
        if (level.isEmpty()) {
            return;
        }
        int at = random.nextInt(level.size());
        Node node = level.get(at);
        switch (random.nextInt(14)) {
            case 0 -> level.remove(at);
            case 1 -> level.add(at, node.copy());
            case 2 -> level.add(random.nextInt(level.size()), level.remove(at));
            case 3 -> node.tag = random.nextBoolean() ? node.tag + random.nextInt(-2, 3) : random.nextInt();
            case 4 -> {
                Vr vr = VRS[random.nextInt(VRS.length)];
                node.letters = vr.name();
                node.longLength = random.nextInt(8) == 0 ? !vr.hasLongLength() : vr.hasLongLength();
            }
            case 5 -> node.lie = lie(node);
            case 6 -> nest(node);
            case 7 -> node.open = !node.open;
            case 8 -> {
                if (node.items != null && !node.items.isEmpty()) {
                    for (int n = random.nextInt(1, 6); n > 0; n--) {
                        node.items.add(
                                random.nextInt(4) == 0
                                        ? new ArrayList<>()
                                        : node.copy().items.get(0));
                    }
                } else {
                    node.items = new ArrayList<>(List.of(new ArrayList<>(List.of(node.copy()))));
                }
            }
            case 9 -> {
                Node other = level.get(random.nextInt(level.size()));
                node.value = other.value;
            }
            default -> {
                node.items = random.nextInt(10) == 0 ? null : node.items;
                node.value = value(node.value);
            }
        }
    }

    private long lie(Node node) {
        long[] lies = {
            0,
            1,
            node.value.length - 2L,
            node.value.length + 2L,
            node.value.length + 8L,
            0xFFFEL,
            0x7FFFFFFEL,
            0xFFFFFFFFL
        };
        return Math.max(0, lies[random.nextInt(lies.length)]);
    }

    private void nest(Node node) {
        for (int n = random.nextInt(8) == 0 ? DEEPEST : random.nextInt(1, 4); n > 0; n--) {
            Node inner = node.copy();
            node.letters = Vr.SQ.name();
            node.longLength = true;
            node.items = new ArrayList<>(List.of(new ArrayList<>(List.of(inner))));
            node.open = random.nextBoolean();
        }
    }

    private byte[] value(byte[] old) {
        switch (random.nextInt(5)) {
            case 0:
                return BINARIES[random.nextInt(BINARIES.length)];
            case 1:
                return Arrays.copyOf(old, random.nextInt(2 * old.length + 3));
            case 2:
                byte[] changed = old.clone();
                if (changed.length > 0) {
                    changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
                }
                return changed;
            case 3:
                // One of several numbers.
                String[] parts = new String(old, StandardCharsets.ISO_8859_1).split("\\\\", -1);
                parts[random.nextInt(parts.length)] = text();
                return String.join("\\", parts).getBytes(StandardCharsets.ISO_8859_1);
            default:
                return text().getBytes(StandardCharsets.ISO_8859_1);
        }
    }

    private String text() {
        String text = TEXTS[random.nextInt(TEXTS.length)];
        return random.nextBoolean() && text.length() % 2 != 0 ? text + " " : text;
    }

    private static void collect(List<Node> level, List<List<Node>> levels, int depth) {
        levels.add(level);
        if (depth > DEEPEST) {
            return;
        }
        for (Node node : level) {
            if (node.items != null) {
                node.items.forEach(item -> collect(item, levels, depth + 1));
            }
        }
    }

    private static void write(List<Node> nodes, DataSetBytes out, int depth) {
        for (Node node : nodes) {
            if (out.size() > LARGEST_BYTES) {
                return;
            }
            byte[] value = node.value;
            if (node.items != null && depth <= DEEPEST + 4) {
                ByteArrayOutputStream content = new ByteArrayOutputStream();
                for (List<Node> item : node.items) {
                    DataSetBytes inner = out.item();
                    write(item, inner, depth + 1);
                    byte[] bytes = inner.bytes();
                    content.writeBytes(out.item()
                            .delimiter(Tag.Item, node.open ? 0xFFFFFFFFL : bytes.length)
                            .raw(bytes)
                            .bytes());
                    if (node.open) {
                        content.writeBytes(out.item()
                                .delimiter(Tag.ItemDelimitationItem, 0)
                                .bytes());
                    }
                }
                value = content.toByteArray();
            }
            boolean open = node.open && node.items != null;
            long length = node.lie >= 0 ? node.lie : open ? 0xFFFFFFFFL : value.length;
            out.header(node.tag, node.letters, node.longLength, length).raw(value);
            if (open) {
                out.delimiter(Tag.SequenceDelimitationItem, 0);
            }
        }
    }
}

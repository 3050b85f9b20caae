package org.cordonrt.constraint;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.zip.CRC32;
import org.cordonrt.metric.Metric;
import org.jspecify.annotations.Nullable;

/**
 * A built-in set as the build read it from its file, ready to take: parsing the files is a twelfth of a whole check of a
 * small plan. Made when the jar is; where there is none, or the file beside it is another one than it was made from, the
 * file is read.
 */
final class PackedSet {
    private static final String SUFFIX = ".packed";

    private PackedSet() {}

    /** {@code FOLDER}: packs every built-in set, for the folder of the compiled classes. */
    public static void main(String[] args) throws IOException {
        for (String id : ConstraintSets.builtInIds()) {
            String resource = ConstraintSets.resource(id);
            byte[] file;
            try (InputStream in = Objects.requireNonNull(PackedSet.class.getResourceAsStream(resource), resource)) {
                file = in.readAllBytes();
            }
            byte[] packed = pack(ConstraintSets.parsed(resource, file), file);
            Path folder = Path.of(args[0], PackedSet.class.getPackageName().split("\\."));
            Files.write(folder.resolve(resource + SUFFIX), packed);
        }
    }

    /**
     * The set that was packed from a file.
     *
     * @return empty when none was packed from exactly this file
     */
    static Optional<ConstraintSet> of(String resource, byte[] file) throws IOException {
        try (InputStream in = PackedSet.class.getResourceAsStream(resource + SUFFIX)) {
            return in == null ? Optional.empty() : unpack(in.readAllBytes(), file);
        }
    }

    /** @throws IllegalStateException if the set holds something that cannot be packed */
    static byte[] pack(ConstraintSet set, byte[] file) throws IOException {
        Map<String, Integer> texts = new LinkedHashMap<>();
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        write(set, new Writer(new DataOutputStream(body), texts));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeLong(checksum(file));
        out.writeInt(texts.size());
        for (String text : texts.keySet()) {
            out.writeUTF(text);
        }
        body.writeTo(out);
        byte[] packed = bytes.toByteArray();
        if (!unpack(packed, file).equals(Optional.of(set))) {
            throw new IllegalStateException(set.id() + " has more than is packed");
        }
        return packed;
    }

    static Optional<ConstraintSet> unpack(byte[] packed, byte[] file) throws IOException {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(packed));
        if (in.readLong() != checksum(file)) {
            return Optional.empty();
        }
        String[] texts = new String[in.readInt()];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = in.readUTF();
        }
        return Optional.of(read(new Reader(in, texts)));
    }

    private static long checksum(byte[] file) {
        CRC32 crc = new CRC32();
        crc.update(file);
        return (long) file.length << 32 | crc.getValue();
    }

    private static void write(ConstraintSet set, Writer out) throws IOException {
        out.text(set.id());
        out.text(set.name());
        out.text(set.version());
        out.text(set.description());
        out.text(set.citation());
        out.number(set.alphaBetaGy());
        out.text(set.sha256());
        out.data.writeInt(set.constraints().size());
        for (Constraint c : set.constraints()) {
            out.text(c.id());
            out.text(c.structureKind().name());
            out.text(c.structureInSource());
            out.data.writeInt(c.fractions());
            out.text(c.metric().expression());
            out.text(c.to().map(StructureKind::name).orElse(null));
            out.text(c.comparison().name());
            out.data.writeDouble(c.limit());
            out.number(c.rangeFrom());
            out.text(c.level().name());
            out.text(c.requirement().name());
            out.data.writeInt(c.priority().orElse(0));
            out.text(c.condition());
            out.text(c.endpoint());
            out.text(c.risk());
            out.text(c.events());
            out.text(c.source().citation());
            out.text(c.source().doi());
            out.text(c.source().where());
            out.text(c.source().status().name());
            out.data.writeInt(c.source().readAt().size());
            for (String address : c.source().readAt()) {
                out.text(address);
            }
            out.text(c.note());
        }
    }

    private static ConstraintSet read(Reader in) throws IOException {
        String id = in.text();
        String name = in.text();
        String version = in.text();
        String description = in.text();
        String citation = in.text();
        OptionalDouble alphaBetaGy = in.number();
        String sha256 = in.text();
        int n = in.data.readInt();
        List<Constraint> constraints = new ArrayList<>(n);
        for (int i = 0; i < n; i++) {
            constraints.add(constraint(in));
        }
        return new ConstraintSet(
                id, name, version, description, citation, alphaBetaGy, constraints, Optional.empty(), sha256);
    }

    private static Constraint constraint(Reader in) throws IOException {
        return new Constraint(
                in.text(),
                StructureKind.valueOf(in.text()),
                in.text(),
                in.data.readInt(),
                metric(in.text(), in.optionalText()),
                Comparison.valueOf(in.text()),
                in.data.readDouble(),
                in.number(),
                Level.valueOf(in.text()),
                Requirement.valueOf(in.text()),
                priority(in.data.readInt()),
                in.optionalText(),
                in.text(),
                in.optionalText(),
                in.optionalText(),
                source(in),
                in.optionalText());
    }

    private static Metric metric(String expression, @Nullable String to) {
        return to == null ? Metric.parse(expression) : new Metric.Separation(to);
    }

    private static OptionalInt priority(int zeroForNone) {
        return zeroForNone == 0 ? OptionalInt.empty() : OptionalInt.of(zeroForNone);
    }

    private static Source source(Reader in) throws IOException {
        String citation = in.text();
        String doi = in.optionalText();
        String where = in.text();
        Verification status = Verification.valueOf(in.text());
        int n = in.data.readInt();
        List<String> readAt = new ArrayList<>(n);
        for (int i = 0; i < n; i++) {
            readAt.add(in.text());
        }
        return new Source(citation, doi, where, status, readAt);
    }

    /** Each text is kept once; a row holds its number. */
    private record Writer(DataOutputStream data, Map<String, Integer> texts) {
        void text(@Nullable String text) throws IOException {
            if (text == null) {
                data.writeInt(-1);
            } else {
                Integer known = texts.putIfAbsent(text, texts.size());
                data.writeInt(known == null ? texts.size() - 1 : known);
            }
        }

        void number(OptionalDouble number) throws IOException {
            data.writeDouble(number.orElse(Double.NaN));
        }
    }

    private record Reader(DataInputStream data, String[] texts) {
        String text() throws IOException {
            return texts[data.readInt()];
        }

        @Nullable
        String optionalText() throws IOException {
            int i = data.readInt();
            return i < 0 ? null : texts[i];
        }

        OptionalDouble number() throws IOException {
            double number = data.readDouble();
            return Double.isNaN(number) ? OptionalDouble.empty() : OptionalDouble.of(number);
        }
    }
}

package org.cordonrt.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.IntToDoubleFunction;
import org.cordonrt.Internal;
import org.cordonrt.plan.Point3;
import org.jspecify.annotations.Nullable;

/**
 * One JSON document in memory, so that a failure never leaves half of it anywhere. Indented, line feeds on every system,
 * text beyond ASCII escaped, numbers in plain notation with at most six decimals, NaN as null. Not thread-safe.
 */
@Internal
public final class JsonDocument {
    /** Only ASCII: safe in any code page, and no text from a file can steer a terminal. */
    private static final JsonFactory FACTORY =
            JsonFactory.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private static final int PRECISE_DIGITS = 12;

    private final JsonGenerator out;

    private JsonDocument(JsonGenerator out) {
        this.out = out;
    }

    /** The bytes of one object whose members {@code content} writes. */
    public static byte[] bytes(Consumer<JsonDocument> content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator generator = FACTORY.createGenerator(bytes)) {
            DefaultIndenter lines = new DefaultIndenter("  ", "\n");
            generator.setPrettyPrinter(new DefaultPrettyPrinter(
                            Separators.createDefaultInstance().withObjectFieldValueSpacing(Separators.Spacing.AFTER))
                    .withObjectIndenter(lines));
            generator.writeStartObject();
            content.accept(new JsonDocument(generator));
            generator.writeEndObject();
            generator.writeRaw('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** One object on one line, without the line feed. */
    static String line(Consumer<JsonDocument> content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator generator = FACTORY.createGenerator(bytes)) {
            generator.writeStartObject();
            content.accept(new JsonDocument(generator));
            generator.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toString(StandardCharsets.US_ASCII);
    }

    @FunctionalInterface
    private interface Step {
        void run() throws IOException;
    }

    private static void write(Step step) {
        try {
            step.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void text(String name, @Nullable String value) {
        write(() -> {
            out.writeFieldName(name);
            if (value == null) {
                out.writeNull();
            } else {
                out.writeString(value);
            }
        });
    }

    public void texts(String name, List<String> values) {
        write(() -> {
            out.writeArrayFieldStart(name);
            for (String v : values) {
                out.writeString(v);
            }
            out.writeEndArray();
        });
    }

    public void integer(String name, int value) {
        write(() -> out.writeNumberField(name, value));
    }

    public void integer(String name, OptionalInt value) {
        if (value.isPresent()) {
            integer(name, value.getAsInt());
        } else {
            nothing(name);
        }
    }

    public void flag(String name, boolean value) {
        write(() -> out.writeBooleanField(name, value));
    }

    public void nothing(String name) {
        write(() -> out.writeNullField(name));
    }

    /** Rounded to the nearest; NaN is null. */
    public void number(String name, double value) {
        number(name, value, RoundingMode.HALF_EVEN);
    }

    public void number(String name, OptionalDouble value) {
        number(name, value.orElse(Double.NaN));
    }

    /** Rounded down: for lower ends of intervals. */
    public void numberDown(String name, double value) {
        number(name, value, RoundingMode.FLOOR);
    }

    public void numberDown(String name, OptionalDouble value) {
        numberDown(name, value.orElse(Double.NaN));
    }

    /** Rounded up: for upper ends of intervals. */
    public void numberUp(String name, double value) {
        number(name, value, RoundingMode.CEILING);
    }

    /** To twelve significant digits, for comparisons finer than a millionth; NaN is null. */
    public void precise(String name, double value, RoundingMode mode) {
        if (Double.isNaN(value)) {
            nothing(name);
        } else {
            BigDecimal v = new BigDecimal(value).round(new MathContext(PRECISE_DIGITS, mode));
            write(() -> {
                out.writeFieldName(name);
                writePlain(v.signum() == 0 ? BigDecimal.ZERO : v.stripTrailingZeros());
            });
        }
    }

    private void number(String name, double value, RoundingMode mode) {
        if (Double.isNaN(value)) {
            nothing(name);
        } else {
            write(() -> {
                out.writeFieldName(name);
                writePlain(Decimals.json(value, mode));
            });
        }
    }

    /** An array of numbers on one line. */
    public void numbers(String name, int count, IntToDoubleFunction value) {
        numbers(name, count, value, RoundingMode.HALF_EVEN);
    }

    /** An array of numbers on one line, rounded down: for lower envelopes. */
    public void numbersDown(String name, int count, IntToDoubleFunction value) {
        numbers(name, count, value, RoundingMode.FLOOR);
    }

    /** An array of numbers on one line, rounded up: for upper envelopes. */
    public void numbersUp(String name, int count, IntToDoubleFunction value) {
        numbers(name, count, value, RoundingMode.CEILING);
    }

    private void numbers(String name, int count, IntToDoubleFunction value, RoundingMode mode) {
        write(() -> {
            out.writeArrayFieldStart(name);
            for (int i = 0; i < count; i++) {
                writePlain(Decimals.json(value.applyAsDouble(i), mode));
            }
            out.writeEndArray();
        });
    }

    /** A point as [x, y, z], or null. */
    public void point(String name, @Nullable Point3 p) {
        if (p == null) {
            nothing(name);
        } else {
            double[] xyz = {p.x(), p.y(), p.z()};
            numbers(name, xyz.length, i -> xyz[i]);
        }
    }

    /** An object whose members {@code content} writes. */
    public void object(String name, Runnable content) {
        write(() -> {
            out.writeObjectFieldStart(name);
            content.run();
            out.writeEndObject();
        });
    }

    /** An array with one object for each item, whose members {@code content} writes. */
    public <T> void array(String name, List<T> items, Consumer<T> content) {
        write(() -> {
            out.writeArrayFieldStart(name);
            for (T item : items) {
                out.writeStartObject();
                content.accept(item);
                out.writeEndObject();
            }
            out.writeEndArray();
        });
    }

    private void writePlain(BigDecimal value) throws IOException {
        out.writeNumber(value.toPlainString());
    }
}

package org.cordonrt.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.cordonrt.report.TextStyle;

/**
 * The forms in which a verb can write its result: the formats that it offers are those that it has a writer for. Nothing
 * is written before it is asked for; a writer given as a lambda expression (not as a method reference) does not even load
 * its class before. Immutable.
 *
 * @param <R> the result
 * @param writers by format
 */
record Forms<R>(Map<OutputFormat, Writer<R>> writers) {
    Forms {
        writers = Collections.unmodifiableMap(new EnumMap<>(writers));
    }

    /** Writes a result in one form. */
    @FunctionalInterface
    interface Writer<R> {
        /**
         * The files to write, each with its whole content.
         *
         * @param style of text
         * @param target what the user named: one file, or the folder for several
         */
        Map<Path, byte[]> write(R result, TextStyle style, Path target);
    }

    /** Text and JSON, which every result has. */
    static <R> Forms<R> of(BiFunction<R, TextStyle, String> text, Function<R, byte[]> json) {
        return new Forms<R>(Map.of(
                        OutputFormat.TEXT,
                        (r, style, target) ->
                                Map.of(target, text.apply(r, style).getBytes(StandardCharsets.UTF_8))))
                .with(OutputFormat.JSON, json);
    }

    /** Also this format, in one file. */
    Forms<R> with(OutputFormat format, Function<R, byte[]> bytes) {
        return withFiles(format, (r, style, target) -> Map.of(target, bytes.apply(r)));
    }

    /** Also this format, as text in UTF-8 that is the same on every terminal. */
    Forms<R> withText(OutputFormat format, Function<R, String> text) {
        return with(format, r -> text.apply(r).getBytes(StandardCharsets.UTF_8));
    }

    /** Also this format, in several files: a folder of figures. */
    Forms<R> withFiles(OutputFormat format, Writer<R> writer) {
        EnumMap<OutputFormat, Writer<R>> more = new EnumMap<>(writers);
        more.put(format, writer);
        return new Forms<>(more);
    }

    /** What {@code --out} may name. */
    Set<OutputFormat> formats() {
        return writers.keySet();
    }

    /** What {@code --format} may name. */
    Set<OutputFormat> printable() {
        return formats().stream()
                .filter(OutputFormat::isPrintable)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(OutputFormat.class)));
    }

    /** The files that hold a result in a format that is offered. */
    Map<Path, byte[]> files(OutputFormat format, R result, TextStyle style, Path target) {
        return Objects.requireNonNull(writers.get(format), format.word()).write(result, style, target);
    }
}

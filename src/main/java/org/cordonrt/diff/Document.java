package org.cordonrt.diff;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cordonrt.issue.CordonException;
import org.cordonrt.issue.IssueCode;
import org.jspecify.annotations.Nullable;

/**
 * A result that Cordon wrote as JSON. Hostile files cost no more than their size: they are bounded in length, nesting and
 * digits.
 *
 * @param path as the user named it
 * @param schema name and version of its form
 * @param toolVersion of the Cordon that wrote it; empty when it does not say
 * @param root the document
 */
record Document(String path, String schema, String toolVersion, JsonValue.Members root) {
    /** Forms that can be compared. */
    static final Set<String> KNOWN = Set.of(
            "cordon/assessment/1", "cordon/dvh/1", "cordon/margin/1", "cordon/comparison/1", "cordon/reirradiation/1");

    private static final int LARGEST_BYTES = 64 * 1024 * 1024;
    private static final int DEEPEST = 32;
    private static final int LONGEST_TEXT = 1024 * 1024;
    private static final int MOST_DIGITS = 40;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST)
                    .maxStringLength(LONGEST_TEXT)
                    .maxNameLength(1024)
                    .maxNumberLength(MOST_DIGITS)
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    /**
     * @throws CordonException RESULT_UNREADABLE when the file is no result that can be compared
     */
    static Document read(Path file) {
        try {
            return of(bytes(file), file);
        } catch (IOException e) {
            throw refused(file, "it cannot be read", e);
        }
    }

    /** As {@link #read}, of bytes that came from that file. */
    static Document of(byte[] bytes, Path file) {
        JsonValue root;
        try {
            root = parse(bytes);
        } catch (JsonProcessingException e) {
            // The message of the parser quotes the file; its place is enough.
            JsonLocation at = e.getLocation();
            throw refused(
                    file,
                    "not the JSON that Cordon writes"
                            + (at == null ? "" : ", at line " + at.getLineNr() + ", column " + at.getColumnNr()),
                    e);
        } catch (IOException e) {
            throw refused(file, "it cannot be read", e);
        }
        if (!(root instanceof JsonValue.Members members)
                || !KNOWN.contains(members.text("schema").orElse(""))) {
            throw refused(file, "no result of check, dvh, margin, compare or reirradiation with --format json", null);
        }
        String version = members.byName().get("tool") instanceof JsonValue.Members tool
                ? tool.text("version").orElse("")
                : "";
        return new Document(file.toString(), members.word("schema"), version, members);
    }

    private static byte[] bytes(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(LARGEST_BYTES + 1);
            if (bytes.length > LARGEST_BYTES) {
                throw refused(file, "it is larger than " + LARGEST_BYTES / 1024 / 1024 + " MiB", null);
            }
            return bytes;
        }
    }

    private static JsonValue parse(byte[] bytes) throws IOException {
        try (JsonParser parser = FACTORY.createParser(bytes)) {
            parser.nextToken();
            JsonValue value = value(parser);
            if (parser.nextToken() != null) {
                throw new JsonParseException(parser, "more than one value");
            }
            return value;
        }
    }

    private static JsonValue value(JsonParser parser) throws IOException {
        JsonToken token = parser.currentToken();
        if (token == null) {
            throw new JsonParseException(parser, "no value");
        }
        return switch (token) {
            case START_OBJECT -> members(parser);
            case START_ARRAY -> items(parser);
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(parser);
            case VALUE_STRING -> new JsonValue.Text(parser.getText());
            case VALUE_TRUE -> new JsonValue.Truth(true);
            case VALUE_FALSE -> new JsonValue.Truth(false);
            case VALUE_NULL -> new JsonValue.Nothing();
            default -> throw new JsonParseException(parser, "unexpected " + token);
        };
    }

    private static JsonValue members(JsonParser parser) throws IOException {
        Map<String, JsonValue> byName = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            byName.put(name, value(parser));
        }
        return new JsonValue.Members(Collections.unmodifiableMap(byName));
    }

    private static JsonValue items(JsonParser parser) throws IOException {
        List<JsonValue> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(value(parser));
        }
        return new JsonValue.Items(List.copyOf(items));
    }

    private static JsonValue number(JsonParser parser) throws IOException {
        BigDecimal value;
        try {
            value = new BigDecimal(parser.getText());
        } catch (NumberFormatException tooLarge) {
            // The grammar has been checked; what is left is an exponent beyond 32 bits.
            throw new JsonParseException(parser, "a number with too large an exponent", tooLarge);
        }
        // 1e999999999 is short to write and long to compute with.
        if (Math.abs((long) value.scale()) > MOST_DIGITS || value.precision() > MOST_DIGITS) {
            throw new JsonParseException(parser, "a number with too many digits");
        }
        return new JsonValue.Amount(value);
    }

    private static CordonException refused(Path file, String why, @Nullable Exception cause) {
        return new CordonException(IssueCode.RESULT_UNREADABLE, file + ": " + why, cause);
    }
}

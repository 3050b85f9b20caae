package org.cordonrt.diff;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A JSON value, with numbers as exactly as they are written. Immutable. */
sealed interface JsonValue {

    /** Members in the order of the file. */
    record Members(Map<String, JsonValue> byName) implements JsonValue {
        Optional<String> text(String name) {
            return byName.get(name) instanceof Text t ? Optional.of(t.text) : Optional.empty();
        }

        /** A text or a number as text: what identifies one item among others. */
        String word(String name) {
            JsonValue value = byName.get(name);
            if (value instanceof Amount n) {
                return n.value.toPlainString();
            }
            return value instanceof Text t ? t.text : "";
        }
    }

    record Items(List<JsonValue> items) implements JsonValue {}

    record Amount(BigDecimal value) implements JsonValue {}

    record Text(String text) implements JsonValue {}

    record Truth(boolean value) implements JsonValue {}

    record Nothing() implements JsonValue {}
}

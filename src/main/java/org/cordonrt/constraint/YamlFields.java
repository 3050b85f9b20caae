package org.cordonrt.constraint;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.cordonrt.issue.Severity;

/** One mapping of a constraint file: fetches its values and notes everything that is wrong with them. */
final class YamlFields {
    private static final int LONGEST_TEXT = 4000;

    private final YamlNode.Mapping mapping;
    private final List<LintFinding> findings;
    private final Map<String, YamlNode> values = new HashMap<>();

    YamlFields(YamlNode.Mapping mapping, Set<String> keys, List<LintFinding> findings) {
        this.mapping = mapping;
        this.findings = findings;
        for (YamlNode.Entry e : mapping.entries()) {
            String key = e.key().text();
            if (!keys.contains(key)) {
                List<String> similar = Similar.to(key, List.copyOf(keys));
                error(
                        "unknown-key",
                        e.key().place(),
                        "unknown key " + Quoted.text(key)
                                + (similar.isEmpty() ? "" : "; did you mean " + Quoted.text(similar.get(0)) + "?"));
            } else if (values.putIfAbsent(key, e.value()) != null) {
                error("duplicate-key", e.key().place(), "the key " + Quoted.text(key) + " stands twice");
            }
        }
    }

    YamlNode.Place place(String key) {
        YamlNode value = values.get(key);
        return value == null ? mapping.place() : value.place();
    }

    boolean has(String key) {
        return values.containsKey(key);
    }

    Optional<YamlNode> node(String key) {
        return Optional.ofNullable(values.get(key));
    }

    /** A text that must be there. */
    Optional<String> text(String key) {
        if (!has(key)) {
            error("missing-key", mapping.place(), "the key '" + key + "' is missing");
        }
        return optionalText(key);
    }

    Optional<String> optionalText(String key) {
        return node(key).flatMap(n -> text(key, n));
    }

    /** A text, with line breaks as blanks; anything that is not a printable text is an error. */
    Optional<String> text(String key, YamlNode node) {
        if (!(node instanceof YamlNode.Scalar s) || s.type() != YamlNode.ScalarType.TEXT) {
            error(
                    "type",
                    node.place(),
                    Quoted.text(key) + " must be a text, not " + node.what() + "; put it in quotes");
            return Optional.empty();
        }
        String text = s.text().replace('\n', ' ').strip();
        if (text.isEmpty() || text.length() > LONGEST_TEXT) {
            error("value", node.place(), Quoted.text(key) + " must have 1 to " + LONGEST_TEXT + " characters");
            return Optional.empty();
        }
        if (!text.codePoints().allMatch(Quoted::isPrintable)) {
            error("value", node.place(), Quoted.text(key) + " holds characters that cannot be printed");
            return Optional.empty();
        }
        return Optional.of(text);
    }

    /** A finite number that must be there. */
    OptionalDouble number(String key) {
        if (!has(key)) {
            error("missing-key", mapping.place(), "the key '" + key + "' is missing");
        }
        return optionalNumber(key);
    }

    OptionalDouble optionalNumber(String key) {
        YamlNode node = values.get(key);
        if (node == null) {
            return OptionalDouble.empty();
        }
        if (!(node instanceof YamlNode.Scalar s) || s.type() != YamlNode.ScalarType.NUMBER) {
            error("type", node.place(), "'" + key + "' must be a number without quotes, not " + node.what());
            return OptionalDouble.empty();
        }
        // YAML writes .nan and .inf, which Java does not read; both mean "no number" here.
        double value = s.text().contains("n") ? Double.NaN : Double.parseDouble(s.text());
        if (!Double.isFinite(value)) {
            error("value", node.place(), "'" + key + "' must be a finite number");
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(value);
    }

    /** One of a few words. */
    <T> Optional<T> choice(String key, Map<String, T> words) {
        return text(key).flatMap(word -> chosen(key, word, words));
    }

    <T> Optional<T> optionalChoice(String key, Map<String, T> words) {
        return optionalText(key).flatMap(word -> chosen(key, word, words));
    }

    private <T> Optional<T> chosen(String key, String word, Map<String, T> words) {
        T value = words.get(word);
        if (value == null) {
            error(
                    "value",
                    place(key),
                    "'" + key + "' is " + Quoted.text(word) + "; it must be one of "
                            + String.join(", ", words.keySet()));
        }
        return Optional.ofNullable(value);
    }

    void error(String rule, String key, String message) {
        error(rule, place(key), message);
    }

    void error(String rule, YamlNode.Place place, String message) {
        findings.add(new LintFinding(Severity.ERROR, rule, place.line(), place.column(), message));
    }
}

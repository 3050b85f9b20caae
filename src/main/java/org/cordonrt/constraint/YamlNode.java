package org.cordonrt.constraint;

import java.util.List;

/** A YAML document with the place of every node. */
sealed interface YamlNode {
    Place place();

    /** What the node is, for a message. */
    String what();

    /** A position in a file; the first line and the first column are 1. */
    record Place(int line, int column) {}

    /** What an unquoted scalar means in the JSON schema of YAML 1.2; quoted ones are texts. */
    enum ScalarType {
        TEXT("a text"),
        NUMBER("a number"),
        TRUTH_VALUE("true or false"),
        NOTHING("nothing");

        private final String words;

        ScalarType(String words) {
            this.words = words;
        }
    }

    record Scalar(Place place, String text, ScalarType type) implements YamlNode {
        @Override
        public String what() {
            return type.words;
        }
    }

    record Sequence(Place place, List<YamlNode> items) implements YamlNode {
        @Override
        public String what() {
            return "a list";
        }
    }

    /** In the order of the file; a key may stand twice, which is for the reader to refuse. */
    record Mapping(Place place, List<Entry> entries) implements YamlNode {
        @Override
        public String what() {
            return "a mapping";
        }
    }

    record Entry(Scalar key, YamlNode value) {}
}

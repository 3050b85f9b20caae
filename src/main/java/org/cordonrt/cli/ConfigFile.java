package org.cordonrt.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cordonrt.issue.CordonException;
import org.cordonrt.issue.IssueCode;
import org.cordonrt.report.PrintableText;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * A configuration file: YAML, a mapping of long option names to values, or of verbs to such mappings.
 *
 * @param file where it lies
 * @param shown its name for messages
 * @param settings in the order of the file
 */
record ConfigFile(Path file, String shown, List<ConfigFile.Setting> settings) {
    private static final int LARGEST_BYTES = 64 * 1024;

    /** A list in a section of a verb is three deep; the rest is for clear messages. */
    private static final int DEEPEST = 6;

    private static final Set<Tag> PLAIN = Set.of(Tag.STR, Tag.INT, Tag.FLOAT, Tag.BOOL);

    /**
     * An option with its values.
     *
     * @param verb which it is for; empty: every verb that has the option
     * @param name of the option without dashes
     * @param values as written; one for anything but a list
     * @param truth whether the value is true or false rather than a text or a number
     * @param origin file and line, for messages
     * @param folder of the file: where relative paths start
     */
    record Setting(
            Optional<String> verb, String name, List<String> values, boolean truth, String origin, Path folder) {}

    /**
     * @throws CordonException CONFIG_FILE when it cannot be read or understood, with the line
     */
    static ConfigFile read(Path file, String shown) {
        Reader reader = new Reader(file, shown);
        return reader.read(reader.bytes());
    }

    /** As {@link #read(Path, String)}, of bytes that came from that file. */
    static ConfigFile of(byte[] bytes, Path file, String shown) {
        return new Reader(file, shown).read(bytes);
    }

    /** Reads one file. */
    private record Reader(Path file, String shown) {

        ConfigFile read(byte[] bytes) {
            Optional<Node> root;
            try {
                LoadSettings load = LoadSettings.builder()
                        .setLabel(shown)
                        .setCodePointLimit(LARGEST_BYTES)
                        .build();
                String text = text(bytes);
                checkEvents(new Parse(load).parseString(text));
                root = new Compose(load).composeString(text);
            } catch (MarkedYamlEngineException e) {
                throw refused(line(e.getProblemMark()), "not valid YAML: " + firstLine(e.getProblem()));
            } catch (YamlEngineException e) {
                throw refused(1, "not valid YAML: " + firstLine(String.valueOf(e.getMessage())));
            }
            List<Setting> settings = new ArrayList<>();
            if (root.isPresent() && !isNothing(root.get())) {
                section(mapping(root.get(), "the file"), Optional.empty(), settings);
            }
            return new ConfigFile(file, shown, List.copyOf(settings));
        }

        /** Composing goes as deep as the file, and throws at some tags; its events do neither. */
        private void checkEvents(Iterable<Event> events) {
            int depth = 0;
            for (Event e : events) {
                boolean tagged = e instanceof ScalarEvent s && s.getTag().isPresent()
                        || e instanceof CollectionStartEvent c && c.getTag().isPresent();
                if (tagged) {
                    throw refused(line(e.getStartMark()), "tags are not allowed");
                }
                if (e instanceof CollectionStartEvent) {
                    depth++;
                } else if (e instanceof CollectionEndEvent) {
                    depth--;
                }
                if (depth > DEEPEST) {
                    throw refused(line(e.getStartMark()), "nested too deeply");
                }
            }
        }

        private byte[] bytes() {
            try (InputStream in = Files.newInputStream(file)) {
                return in.readNBytes(LARGEST_BYTES + 1);
            } catch (IOException e) {
                throw refused(1, "it cannot be read");
            }
        }

        private String text(byte[] bytes) {
            if (bytes.length > LARGEST_BYTES) {
                throw refused(1, "it is larger than " + LARGEST_BYTES / 1024 + " KiB");
            }
            try {
                String text = StandardCharsets.UTF_8
                        .newDecoder()
                        .decode(ByteBuffer.wrap(bytes))
                        .toString();
                return text.startsWith("\uFEFF") ? text.substring(1) : text;
            } catch (CharacterCodingException e) {
                throw refused(1, "it is not a text in UTF-8");
            }
        }

        private void section(MappingNode section, Optional<String> verb, List<Setting> settings) {
            Set<String> seen = new HashSet<>();
            for (NodeTuple entry : section.getValue()) {
                int line = line(entry.getKeyNode().getStartMark());
                String name = scalar(entry.getKeyNode(), "a key").getValue();
                if (!seen.add(name)) {
                    throw refused(line, "'" + name + "' stands twice");
                }
                Node value = entry.getValueNode();
                if (value instanceof MappingNode inner) {
                    if (verb.isPresent() || !VerbCall.names().contains(name)) {
                        throw refused(line, "'" + name + "' is no verb, so it cannot hold options of one");
                    }
                    section(mapping(inner, "'" + name + "'"), Optional.of(name), settings);
                } else {
                    settings.add(setting(verb, name, value, line));
                }
            }
        }

        private Setting setting(Optional<String> verb, String name, Node value, int line) {
            Path folder = Optional.ofNullable(file.toAbsolutePath().getParent()).orElse(file);
            String origin = shown + ":" + line;
            if (value instanceof SequenceNode list) {
                refuseAnchor(value);
                List<String> values = new ArrayList<>();
                for (Node item : list.getValue()) {
                    values.add(scalar(item, "an item of '" + name + "'").getValue());
                }
                return new Setting(verb, name, List.copyOf(values), false, origin, folder);
            }
            ScalarNode only = scalar(value, "'" + name + "'");
            return new Setting(
                    verb, name, List.of(only.getValue()), only.getTag().equals(Tag.BOOL), origin, folder);
        }

        private MappingNode mapping(Node node, String what) {
            refuseAnchor(node);
            if (!(node instanceof MappingNode m) || !m.getTag().equals(Tag.MAP)) {
                throw refused(line(node.getStartMark()), what + " must hold options, as in 'cord: Myelon'");
            }
            return m;
        }

        private ScalarNode scalar(Node node, String what) {
            refuseAnchor(node);
            if (!(node instanceof ScalarNode s) || !PLAIN.contains(s.getTag())) {
                throw refused(line(node.getStartMark()), what + " must be a text, a number, true or false");
            }
            return s;
        }

        private void refuseAnchor(Node node) {
            if (node.getAnchor().isPresent()) {
                throw refused(line(node.getStartMark()), "anchors and aliases are not allowed; write the value out");
            }
        }

        private static boolean isNothing(Node node) {
            return node instanceof ScalarNode && node.getTag().equals(Tag.NULL);
        }

        private static int line(Optional<Mark> mark) {
            return mark.map(m -> m.getLine() + 1).orElse(1);
        }

        private static String firstLine(String message) {
            return message.lines().findFirst().orElse("");
        }

        private CordonException refused(int line, String why) {
            return new CordonException(
                    IssueCode.CONFIG_FILE,
                    PrintableText.of(shown + ":" + line + ": " + why, false) + " (--no-config leaves the file out)");
        }
    }
}

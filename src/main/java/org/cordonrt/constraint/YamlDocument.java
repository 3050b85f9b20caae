package org.cordonrt.constraint;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.cordonrt.issue.Severity;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * Reads one YAML document of the plain kind: no anchors, aliases or tags, and no deep nesting, so that a small file
 * cannot ask for much memory. Works on the parser's events, because only they carry the place of every node.
 */
final class YamlDocument {
    /** Set, list of constraints, constraint, list of addresses: four; the rest is for clear messages. */
    private static final int DEEPEST = 6;

    private final LoadSettings settings = LoadSettings.builder()
            .setCodePointLimit(ConstraintFileReader.LARGEST_FILE)
            .build();
    private final Iterator<Event> events;

    private YamlDocument(String text) {
        events = new Parse(settings).parseString(text).iterator();
    }

    /** Thrown inside the reader only: the document stops making sense here. */
    static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1L;

        private final transient YamlNode.Place place;

        Unreadable(YamlNode.Place place, String message) {
            super(message);
            this.place = place;
        }

        LintFinding finding() {
            return new LintFinding(Severity.ERROR, "yaml", place.line(), place.column(), String.valueOf(getMessage()));
        }
    }

    static YamlNode read(String text) throws Unreadable {
        try {
            return new YamlDocument(text).document();
        } catch (MarkedYamlEngineException e) {
            throw new Unreadable(place(e.getProblemMark()), "not valid YAML: " + oneLine(e.getProblem()));
        } catch (YamlEngineException e) {
            throw new Unreadable(place(Optional.empty()), "not valid YAML: " + oneLine(String.valueOf(e.getMessage())));
        }
    }

    private YamlNode document() throws Unreadable {
        next(); // stream start
        Event start = next();
        if (start.getEventId() != Event.ID.DocumentStart) {
            throw new Unreadable(place(start.getStartMark()), "the file is empty");
        }
        YamlNode root = node(next(), 1);
        next(); // document end
        Event end = next();
        if (end.getEventId() != Event.ID.StreamEnd) {
            throw new Unreadable(place(end.getStartMark()), "one file holds one document");
        }
        return root;
    }

    private YamlNode node(Event event, int depth) throws Unreadable {
        YamlNode.Place place = place(event.getStartMark());
        if (event instanceof AliasEvent
                || (event instanceof NodeEvent n && n.getAnchor().isPresent())) {
            throw new Unreadable(place, "anchors and aliases are not allowed; write the value out");
        }
        if (depth > DEEPEST) {
            throw new Unreadable(place, "nested too deeply");
        }
        if (event instanceof ScalarEvent s) {
            return scalar(s, place);
        }
        if (((CollectionStartEvent) event).getTag().isPresent()) {
            throw tagged(place);
        }
        return event.getEventId() == Event.ID.MappingStart ? mapping(place, depth) : sequence(place, depth);
    }

    private YamlNode sequence(YamlNode.Place place, int depth) throws Unreadable {
        List<YamlNode> items = new ArrayList<>();
        for (Event e = next(); e.getEventId() != Event.ID.SequenceEnd; e = next()) {
            items.add(node(e, depth + 1));
        }
        return new YamlNode.Sequence(place, List.copyOf(items));
    }

    private YamlNode mapping(YamlNode.Place place, int depth) throws Unreadable {
        List<YamlNode.Entry> entries = new ArrayList<>();
        for (Event e = next(); e.getEventId() != Event.ID.MappingEnd; e = next()) {
            if (!(node(e, depth + 1) instanceof YamlNode.Scalar key)) {
                throw new Unreadable(place(e.getStartMark()), "a key must be a word");
            }
            entries.add(new YamlNode.Entry(key, node(next(), depth + 1)));
        }
        return new YamlNode.Mapping(place, List.copyOf(entries));
    }

    private YamlNode.Scalar scalar(ScalarEvent event, YamlNode.Place place) throws Unreadable {
        if (event.getTag().isPresent()) {
            throw tagged(place);
        }
        Tag tag = settings.getSchema()
                .getScalarResolver()
                .resolve(event.getValue(), event.getImplicit().canOmitTagInPlainScalar());
        YamlNode.ScalarType type;
        if (!event.isPlain() || tag.equals(Tag.STR)) {
            type = YamlNode.ScalarType.TEXT;
        } else if (tag.equals(Tag.INT) || tag.equals(Tag.FLOAT)) {
            type = YamlNode.ScalarType.NUMBER;
        } else {
            type = tag.equals(Tag.BOOL) ? YamlNode.ScalarType.TRUTH_VALUE : YamlNode.ScalarType.NOTHING;
        }
        return new YamlNode.Scalar(place, event.getValue(), type);
    }

    private static Unreadable tagged(YamlNode.Place place) {
        return new Unreadable(place, "tags are not allowed");
    }

    private Event next() {
        return events.next();
    }

    private static YamlNode.Place place(Optional<Mark> mark) {
        return mark.map(m -> new YamlNode.Place(m.getLine() + 1, m.getColumn() + 1))
                .orElse(new YamlNode.Place(1, 1));
    }

    private static String oneLine(String message) {
        return Quoted.clean(message.lines().findFirst().orElse(""));
    }
}

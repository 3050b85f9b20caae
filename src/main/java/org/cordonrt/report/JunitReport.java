package org.cordonrt.report;

import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.cordonrt.check.Assessment;
import org.cordonrt.constraint.Constraint;
import org.cordonrt.constraint.ConstraintResult;
import org.cordonrt.constraint.State;
import org.cordonrt.issue.Issue;
import org.cordonrt.plan.InputFile;

/**
 * A check as JUnit XML, the form that continuous integration shows as tests: the plan is a suite, every limit a case,
 * and the verdict a case of its own, because a check can fail to answer without any single limit doing so.
 *
 * <p>FAIL is a failure, NOT_EVALUABLE an error; what has no say in the verdict is skipped, whatever came of it. What a
 * person needs stands in the body of the element. No times and no patient: the same result gives the same bytes.
 *
 * <p>Stateless: may be called from any number of threads.
 */
public final class JunitReport {
    private static final String SUITE = "cordon";

    private JunitReport() {}

    /** The document, UTF-8. */
    public static byte[] of(Assessment a) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            new Suite(xml).write(a);
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("XML in memory", e);
        }
        return text.append('\n').toString().getBytes(StandardCharsets.UTF_8);
    }

    /**
     * One case of the suite.
     *
     * @param group shown before the name
     * @param outcome name of the element that says it did not succeed: failure, error or skipped; empty when it did
     * @param type the state
     * @param message one line
     * @param body several
     */
    private record Case(String group, String name, String outcome, String type, String message, List<String> body) {}

    private static Case verdict(Assessment a) {
        State state = a.verdict().state();
        List<String> body = new ArrayList<>();
        body.add(state.name() + "  " + Headline.of(a));
        a.issues().forEach(i -> body.add(finding(i)));
        return new Case(SUITE, "verdict", outcome(state, true), state.name(), Headline.of(a), body);
    }

    private static String finding(Issue i) {
        return i.severity() + " " + i.code() + ": " + i.message();
    }

    private static Case limit(ConstraintResult r) {
        Constraint c = r.constraint();
        List<String> body = new ArrayList<>();
        body.add(r.state().name() + "  " + Outcomes.limit(r) + ": " + Outcomes.finding(r));
        body.add("published for: " + c.structureInSource() + ", against " + c.endpoint());
        body.add("source: " + Outcomes.source(c));
        if (!r.counts() && r.state() != State.SKIPPED) {
            body.add("it has no say in the verdict");
        }
        return new Case(
                SUITE + "." + r.setId(),
                c.id() + " " + Outcomes.limit(r),
                outcome(r.state(), r.counts()),
                r.state().name(),
                Outcomes.finding(r),
                body);
    }

    private static String outcome(State state, boolean counts) {
        return switch (state) {
            case PASS, ACCEPTABLE -> "";
            case SKIPPED -> "skipped";
            case FAIL -> counts ? "failure" : "skipped";
            case NOT_EVALUABLE -> counts ? "error" : "skipped";
        };
    }

    /** Writes the elements. */
    private record Suite(XMLStreamWriter xml) {

        void write(Assessment a) throws XMLStreamException {
            List<Case> cases = new ArrayList<>();
            cases.add(verdict(a));
            a.constraints().forEach(r -> cases.add(limit(r)));
            String name = SUITE + " check"
                    + (a.plan().label().isEmpty() ? "" : " " + a.plan().label());
            start(0, "testsuites");
            attribute("name", SUITE);
            counts(cases);
            start(1, "testsuite");
            attribute("name", name);
            counts(cases);
            properties(a);
            for (Case c : cases) {
                write(c);
            }
            end(1);
            end(0);
        }

        private void counts(List<Case> cases) throws XMLStreamException {
            attribute("tests", Integer.toString(cases.size()));
            attribute("failures", count(cases, "failure"));
            attribute("errors", count(cases, "error"));
            attribute("skipped", count(cases, "skipped"));
            attribute("time", "0");
        }

        private static String count(List<Case> cases, String outcome) {
            return Long.toString(
                    cases.stream().filter(c -> c.outcome.equals(outcome)).count());
        }

        private void properties(Assessment a) throws XMLStreamException {
            start(2, "properties");
            property("tool", a.tool().name() + " " + a.tool().version());
            property("verdict", a.verdict().state().name());
            property("plan", Phrases.plan(a.plan()));
            property("model", Phrases.model(a.model()));
            for (Assessment.UsedSet set : a.sets()) {
                property("constraintSet", DerivedText.set(set));
            }
            for (InputFile f : a.inputs()) {
                property("input." + f.modality(), f.path());
                property("sha256." + f.modality(), f.sha256());
            }
            end(2);
        }

        private void property(String name, String value) throws XMLStreamException {
            start(3, "property");
            attribute("name", name);
            attribute("value", value);
            xml.writeEndElement();
        }

        private void write(Case c) throws XMLStreamException {
            start(2, "testcase");
            attribute("name", c.name);
            attribute("classname", c.group);
            attribute("time", "0");
            if (c.outcome.isEmpty()) {
                start(3, "system-out");
            } else {
                start(3, c.outcome);
                attribute("message", c.message);
                if (!c.outcome.equals("skipped")) {
                    attribute("type", c.type);
                }
            }
            for (String line : c.body) {
                xml.writeCharacters("\n" + PrintableText.of(line, false));
            }
            xml.writeCharacters("\n");
            xml.writeEndElement();
            end(2);
        }

        private void start(int depth, String name) throws XMLStreamException {
            xml.writeCharacters("\n" + "  ".repeat(depth));
            xml.writeStartElement(name);
        }

        private void end(int depth) throws XMLStreamException {
            xml.writeCharacters("\n" + "  ".repeat(depth));
            xml.writeEndElement();
        }

        private void attribute(String name, String value) throws XMLStreamException {
            xml.writeAttribute(name, PrintableText.of(value, false));
        }
    }
}

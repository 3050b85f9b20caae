package org.cordonrt.constraint;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.cordonrt.issue.Severity;
import org.cordonrt.metric.DoseUnit;
import org.cordonrt.metric.Metric;
import org.cordonrt.metric.VolumeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Finds limits that are put on another structure than their source: by what the file itself says of the source's
 * structure, and by comparison with the built-in sets. A limit of the bony canal on the cord inside passes plans that
 * its source does not.
 */
final class SourceLint {
    private static final String RULE = "other-structure";

    /** The rest of the text says what the structure really is. */
    private static final Pattern CONTOURING =
            Pattern.compile("(?:contoured|defined|drawn|delineated|outlined) (?:as|by)(?<how>.*)");

    private static final Pattern CORD_MARGIN = Pattern.compile(
            "(?:spinal[ _]?)?cord[ _]?(?:prv|planning organ at risk|(?:plus|\\+|with) )|prv(?: of the|_) ?(?:spinal ?)?cord");
    private static final Set<StructureKind> TOLD_APART = EnumSet.of(
            StructureKind.SPINAL_CORD,
            StructureKind.CORD_PRV,
            StructureKind.THECAL_SAC,
            StructureKind.SPINAL_CANAL,
            StructureKind.CAUDA_EQUINA);

    /** The largest volume that tables mean when they say maximum point. */
    private static final double POINT_CC = 0.035;

    private SourceLint() {}

    /** @param builtIns the sets to compare with; none for a built-in set itself */
    static List<LintFinding> of(List<PlacedConstraint> rows, List<ConstraintSet> builtIns) {
        List<Constraint> known =
                builtIns.stream().flatMap(s -> s.constraints().stream()).toList();
        List<LintFinding> findings = new ArrayList<>();
        for (PlacedConstraint row : rows) {
            Constraint c = row.constraint();
            if (c.level() == Level.INFORMATION) {
                continue; // it judges nothing
            }
            String described = c.source().status() == Verification.UNVERIFIED ? "" : c.structureInSource();
            Set<StructureKind> named = namedIn(described.toLowerCase(Locale.ROOT));
            StructureKind kind =
                    c.structureKind() == StructureKind.PARTIAL_CORD ? StructureKind.SPINAL_CORD : c.structureKind();
            if (TOLD_APART.contains(kind) && !named.isEmpty() && !named.contains(kind)) {
                findings.add(finding(
                        Severity.ERROR,
                        RULE,
                        row,
                        "is put on the " + c.structureKind().words() + ", but its source means the "
                                + words(named.stream()) + "; to test it on another structure, use --substitute"));
            } else {
                compare(row, known, findings);
            }
        }
        return findings;
    }

    private static void compare(PlacedConstraint row, List<Constraint> known, List<LintFinding> findings) {
        Constraint c = row.constraint();
        List<Constraint> sameQuestion = known.stream()
                .filter(k -> k.level() != Level.INFORMATION)
                .filter(k ->
                        k.fractions() == c.fractions() && Objects.equals(volume(k), volume(c)) && volume(c) != null)
                .toList();
        String doi = c.source().doi();
        List<Constraint> ofSource = sameQuestion.stream()
                .filter(k -> doi != null && doi.equalsIgnoreCase(k.source().doi()))
                .toList();
        List<Constraint> sameNumber = (ofSource.isEmpty() ? sameQuestion : ofSource)
                .stream().filter(k -> doseGy(k) == doseGy(c)).toList();
        boolean isKnown = sameNumber.stream().anyMatch(k -> k.structureKind() == c.structureKind());
        if (!isKnown
                && c.structureKind().guardsCord()
                && sameNumber.stream().anyMatch(k -> k.structureKind().guardsCord())) {
            findings.add(finding(
                    ofSource.isEmpty() ? Severity.WARNING : Severity.ERROR,
                    RULE,
                    row,
                    "is put on the " + c.structureKind().words() + "; the same number is published for the "
                            + words(sameNumber.stream().map(Constraint::structureKind)) + " ("
                            + sameNumber.get(0).source().citation().split("\\.")[0] + ")"));
        } else if (!isKnown) {
            ofSource.stream()
                    .filter(k -> k.structureKind() == c.structureKind())
                    .findFirst()
                    .ifPresent(k -> findings.add(finding(
                            Severity.WARNING,
                            "differs-from-source",
                            row,
                            "says " + c.text() + ", the built-in copy of that source says " + k.text())));
        }
    }

    /** The structures around the cord that a description of the source's structure speaks of. */
    private static Set<StructureKind> namedIn(String description) {
        Matcher contouring = CONTOURING.matcher(description);
        if (contouring.find()) {
            Set<StructureKind> how = namedIn(contouring.group("how"));
            if (!how.isEmpty()) {
                return how;
            }
        }
        Matcher margin = CORD_MARGIN.matcher(description);
        Set<StructureKind> named = EnumSet.noneOf(StructureKind.class);
        if (margin.find()) {
            named.add(StructureKind.CORD_PRV);
        }
        named.addAll(OrganAliases.mentioned(margin.replaceAll(" ")));
        return named;
    }

    /** The volume a limit is about, in words that are equal when the question is; null when it is about none. */
    private static @Nullable String volume(Constraint c) {
        Metric m = c.metric();
        if (m instanceof Metric.Statistic s) {
            return s.kind() == Metric.Statistic.Kind.MAX ? "point" : null;
        }
        VolumeUnit unit;
        double volume;
        if (m instanceof Metric.DoseAtVolume d) {
            unit = d.volumeUnit();
            volume = d.volume();
        } else if (m instanceof Metric.VolumeAtDose v) {
            unit = v.volumeUnit();
            volume = c.limit();
        } else {
            return null;
        }
        return unit == VolumeUnit.CC && volume <= POINT_CC ? "point" : Figures.plain(volume) + unit.symbol();
    }

    private static double doseGy(Constraint c) {
        if (c.metric() instanceof Metric.VolumeAtDose v) {
            return v.doseGy();
        }
        return c.unit().equals(DoseUnit.CGY.symbol()) ? DoseUnit.CGY.toGy(c.limit()) : c.limit();
    }

    private static String words(Stream<StructureKind> kinds) {
        return String.join(
                " or ", kinds.distinct().sorted().map(StructureKind::words).toList());
    }

    private static LintFinding finding(Severity severity, String rule, PlacedConstraint row, String message) {
        return new LintFinding(
                severity,
                rule,
                row.place().line(),
                row.place().column(),
                row.constraint().id() + ": " + message);
    }
}

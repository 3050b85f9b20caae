package org.cordonrt.constraint;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cordonrt.issue.CordonException;
import org.cordonrt.issue.Severity;
import org.cordonrt.metric.DoseUnit;
import org.cordonrt.metric.Metric;
import org.jspecify.annotations.Nullable;

/**
 * Reads the text of a constraint file. Strict: an unknown key, a wrong unit, a missing source is an error, and all
 * errors are found in one go. The shape is that of {@code constraint-set.schema.json}; this reader checks in addition
 * what a schema cannot say.
 */
final class ConstraintFileReader {
    /** Characters; the largest built-in file has a tenth of this. */
    static final int LARGEST_FILE = 256 * 1024;

    static final String SCHEMA = "cordon/constraint-set/1";

    /** No course for which such limits are made comes near; a larger number was meant in cGy. */
    private static final double LARGEST_DOSE_GY = 200;

    private static final double LARGEST_VOLUME_CC = 10_000;
    private static final double LARGEST_SEPARATION_MM = 100;
    private static final int MOST_FRACTIONS = 99;
    private static final int LAST_PRIORITY = 9;
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
    private static final Pattern DOI = Pattern.compile("10\\.[0-9]{4,9}/\\S+");
    private static final String NO_DOI = "none";

    private static final Set<String> SET_KEYS = Set.of(
            "schema",
            "id",
            "name",
            "version",
            "description",
            "citation",
            "doi",
            "alphaBetaGy",
            "addresses",
            "extends",
            "remove",
            "constraints");
    private static final Set<String> CONSTRAINT_KEYS = Set.of(
            "id",
            "structure",
            "to",
            "structureInSource",
            "fractions",
            "metric",
            "comparator",
            "limit",
            "rangeFrom",
            "unit",
            "level",
            "required",
            "priority",
            "condition",
            "endpoint",
            "risk",
            "events",
            "citation",
            "doi",
            "where",
            "status",
            "readAt",
            "note",
            "robust");
    private static final Set<String> ROBUST_KEYS = Set.of("shiftMm");

    private static final Map<String, StructureKind> KINDS = Arrays.stream(StructureKind.values())
            .filter(StructureKind::takesLimits)
            .collect(ordered(StructureKind::name));
    private static final Map<String, StructureKind> SEPARATED_FROM = Stream.of(
                    StructureKind.GTV, StructureKind.CTV, StructureKind.ITV, StructureKind.PTV)
            .collect(ordered(StructureKind::name));
    private static final Map<String, Comparison> COMPARISONS =
            Arrays.stream(Comparison.values()).collect(ordered(Comparison::symbol));
    private static final Map<String, Level> LEVELS =
            Arrays.stream(Level.values()).collect(ordered(Level::word));
    private static final Map<String, Requirement> REQUIREMENTS =
            Arrays.stream(Requirement.values()).collect(ordered(Requirement::word));
    private static final Map<String, Verification> STATUSES =
            Arrays.stream(Verification.values()).collect(ordered(Verification::name));

    private final List<LintFinding> findings = new ArrayList<>();
    private final List<PlacedConstraint> constraints = new ArrayList<>();
    private final Map<String, String> addresses = new HashMap<>();

    /** What a file may extend, and what its numbers are held against. */
    private final List<ConstraintSet> builtIns;

    private ConstraintFileReader(List<ConstraintSet> builtIns) {
        this.builtIns = builtIns;
    }

    /**
     * @param set null when there are errors
     * @param findings errors and warnings in the order of the lines
     */
    record Outcome(@Nullable ConstraintSet set, List<LintFinding> findings) {}

    /** @param citation with its DOI, null for "none" */
    private record Reference(String citation, @Nullable String doi) {}

    /** A built-in file: it stands alone. */
    static Outcome read(String text) {
        return read(text, List.of());
    }

    /** @param builtIns the sets that a file may extend, and that its numbers are held against */
    static Outcome read(String text, List<ConstraintSet> builtIns) {
        return new ConstraintFileReader(builtIns).readAll(text);
    }

    private Outcome readAll(String text) {
        Optional<ConstraintSet> set = Optional.empty();
        try {
            if (YamlDocument.read(text) instanceof YamlNode.Mapping root) {
                set = readSet(new YamlFields(root, SET_KEYS, findings));
            } else {
                findings.add(new LintFinding(Severity.ERROR, "type", 1, 1, "a constraint file is a mapping of keys"));
            }
        } catch (YamlDocument.Unreadable e) {
            findings.add(e.finding());
        }
        findings.addAll(ConstraintLint.of(constraints));
        findings.sort(Comparator.comparingInt(LintFinding::line).thenComparingInt(LintFinding::column));
        boolean valid = findings.stream().noneMatch(f -> f.severity() == Severity.ERROR);
        return new Outcome(valid ? set.orElseThrow() : null, List.copyOf(findings));
    }

    private Optional<ConstraintSet> readSet(YamlFields f) {
        f.choice("schema", Map.of(SCHEMA, SCHEMA));
        Optional<String> id = id(f);
        Optional<String> name = f.text("name");
        Optional<String> version = f.text("version");
        Optional<String> description = f.text("description");
        Optional<Reference> reference = reference(f);
        OptionalDouble alphaBetaGy = f.optionalNumber("alphaBetaGy");
        if (alphaBetaGy.isPresent() && !(alphaBetaGy.getAsDouble() > 0 && alphaBetaGy.getAsDouble() <= 100)) {
            f.error("value", "alphaBetaGy", "'alphaBetaGy' must be above 0 and at most 100 Gy");
        }
        readAddresses(f);
        Optional<ConstraintSet> base = base(f);
        readConstraints(f, reference, base.isPresent());
        findings.addAll(SourceLint.of(constraints, builtIns));
        base.ifPresent(b -> takeOver(f, b));
        if (id.isEmpty() || name.isEmpty() || version.isEmpty() || description.isEmpty() || reference.isEmpty()) {
            return Optional.empty();
        }
        if (findings.stream().anyMatch(x -> x.severity() == Severity.ERROR)) {
            return Optional.empty();
        }
        return Optional.of(new ConstraintSet(
                id.get(),
                name.get(),
                version.get(),
                description.get(),
                reference.get().citation(),
                alphaBetaGy,
                constraints.stream().map(PlacedConstraint::constraint).toList(),
                base.map(b -> new ConstraintSet.Base(b.id(), b.version())),
                ""));
    }

    private Optional<ConstraintSet> base(YamlFields f) {
        Optional<String> name = f.optionalText("extends");
        Optional<ConstraintSet> base = name.flatMap(
                id -> builtIns.stream().filter(s -> s.id().equalsIgnoreCase(id)).findFirst());
        if (name.isPresent() && base.isEmpty()) {
            f.error("extends", "extends", Quoted.text(name.get()) + " is no built-in set; only those can be extended");
        }
        if (name.isEmpty() && f.has("remove")) {
            f.error("extends", "remove", "'remove' takes limits out of the set that the file extends; it extends none");
        }
        return base;
    }

    /** Puts the limits of the base first, without those that the file removes or writes anew under the same id. */
    private void takeOver(YamlFields f, ConstraintSet base) {
        Set<String> replaced =
                constraints.stream().map(p -> p.constraint().id()).collect(Collectors.toCollection(HashSet::new));
        Set<String> known = base.constraints().stream().map(Constraint::id).collect(Collectors.toSet());
        if (f.node("remove").orElse(null) instanceof YamlNode.Sequence list) {
            for (YamlNode item : list.items()) {
                f.text("remove", item).ifPresent(id -> {
                    if (!known.contains(id)) {
                        f.error("extends", item.place(), base.id() + " has no limit " + Quoted.text(id));
                    } else if (!replaced.add(id)) {
                        f.error("extends", item.place(), Quoted.text(id) + " is removed and written, or removed twice");
                    }
                });
            }
        } else if (f.has("remove")) {
            f.error("type", "remove", "'remove' must be a list of ids");
        }
        YamlNode.Place place = f.place("extends");
        constraints.addAll(
                0,
                base.constraints().stream()
                        .filter(c -> !replaced.contains(c.id()))
                        .map(c -> new PlacedConstraint(c, place))
                        .toList());
    }

    private void readAddresses(YamlFields f) {
        Optional<YamlNode> node = f.node("addresses");
        if (node.isEmpty()) {
            return;
        }
        if (!(node.get() instanceof YamlNode.Mapping m)) {
            f.error("type", "addresses", "'addresses' must map short names to addresses");
            return;
        }
        Set<String> names = m.entries().stream().map(e -> e.key().text()).collect(Collectors.toSet());
        YamlFields named = new YamlFields(m, names, findings);
        for (String name : names) {
            if (!ID.matcher(name).matches()) {
                named.error("value", name, "the short name of an address has letters and digits only");
            }
            named.text(name).ifPresent(address -> addresses.put(name, address));
        }
    }

    private void readConstraints(YamlFields f, Optional<Reference> setReference, boolean mayBeAbsent) {
        Optional<YamlNode> node = f.node("constraints");
        if (node.isEmpty() && mayBeAbsent) {
            return;
        }
        if (!(node.orElse(null) instanceof YamlNode.Sequence list)
                || list.items().isEmpty()) {
            f.error(
                    node.isEmpty() ? "missing-key" : "type",
                    "constraints",
                    "'constraints' must list at least one limit");
            return;
        }
        Set<String> ids = new HashSet<>();
        for (YamlNode item : list.items()) {
            if (item instanceof YamlNode.Mapping m) {
                readConstraint(new YamlFields(m, CONSTRAINT_KEYS, findings), m.place(), setReference, ids);
            } else {
                findings.add(new LintFinding(
                        Severity.ERROR,
                        "type",
                        item.place().line(),
                        item.place().column(),
                        "a constraint is a mapping of keys, not " + item.what()));
            }
        }
    }

    private void readConstraint(YamlFields f, YamlNode.Place place, Optional<Reference> setReference, Set<String> ids) {
        Optional<String> id = id(f);
        if (id.isPresent() && !ids.add(id.get())) {
            f.error("duplicate-id", "id", "another constraint is called " + Quoted.text(id.get()) + " already");
        }
        Optional<StructureKind> kind = f.choice("structure", KINDS);
        Optional<String> inSource = f.text("structureInSource");
        Optional<Integer> fractions = fractions(f);
        Optional<Metric> metric = metric(f);
        Optional<Comparison> comparison = comparison(f, metric);
        OptionalDouble limit = limit(f, metric, comparison);
        Optional<Level> level = f.choice("level", LEVELS);
        OptionalDouble rangeFrom = rangeFrom(f, limit, level);
        Requirement requirement = requirement(f, level, kind);
        OptionalInt priority = priority(f);
        Optional<String> condition = f.optionalText("condition");
        Optional<String> endpoint = f.text("endpoint");
        Optional<String> risk = f.optionalText("risk");
        Optional<String> events = f.optionalText("events");
        Optional<Source> source = source(f, setReference);
        Optional<String> note = f.optionalText("note");
        Optional<RobustnessCriterion> robustness = robustness(f, level, metric);
        if (id.isEmpty()
                || kind.isEmpty()
                || inSource.isEmpty()
                || fractions.isEmpty()
                || metric.isEmpty()
                || comparison.isEmpty()
                || limit.isEmpty()
                || level.isEmpty()
                || endpoint.isEmpty()
                || source.isEmpty()) {
            return; // each of them has left a finding
        }
        constraints.add(new PlacedConstraint(
                new Constraint(
                        id.get(),
                        kind.get(),
                        inSource.get(),
                        fractions.get(),
                        metric.get(),
                        comparison.get(),
                        limit.getAsDouble(),
                        rangeFrom,
                        level.get(),
                        requirement,
                        priority,
                        condition.orElse(null),
                        endpoint.get(),
                        risk.orElse(null),
                        events.orElse(null),
                        source.get(),
                        note.orElse(null),
                        robustness),
                place));
    }

    private static Optional<String> id(YamlFields f) {
        Optional<String> id = f.text("id");
        if (id.isPresent() && !ID.matcher(id.get()).matches()) {
            f.error("value", "id", "an id has up to 64 letters, digits, dots, dashes and underscores");
            return Optional.empty();
        }
        return id;
    }

    private static Optional<Integer> fractions(YamlFields f) {
        OptionalDouble n = f.number("fractions");
        if (n.isEmpty()) {
            return Optional.empty();
        }
        double value = n.getAsDouble();
        if (value != Math.rint(value) || value < 1 || value > MOST_FRACTIONS) {
            f.error("value", "fractions", "'fractions' must be a whole number from 1 to " + MOST_FRACTIONS);
            return Optional.empty();
        }
        return Optional.of((int) value);
    }

    private static Optional<Metric> metric(YamlFields f) {
        Optional<String> expression = f.text("metric");
        if (expression.isEmpty()) {
            return Optional.empty();
        }
        Optional<StructureKind> to = f.optionalChoice("to", SEPARATED_FROM);
        if (expression.get().equals(Metric.Separation.EXPRESSION)) {
            if (to.isEmpty()) {
                f.error("metric", "metric", "Separation[mm] needs 'to', the kind of structure it is measured to");
            }
            return to.map(kind -> new Metric.Separation(kind.name()));
        }
        if (to.isPresent()) {
            f.error("metric", "to", "'to' belongs to the metric Separation[mm] only");
            return Optional.empty();
        }
        Metric metric;
        try {
            metric = Metric.parse(expression.get());
        } catch (CordonException e) {
            f.error("metric", "metric", String.valueOf(e.getMessage()));
            return Optional.empty();
        }
        boolean fromBelow = metric instanceof Metric.Statistic s && s.kind() == Metric.Statistic.Kind.MIN
                || metric instanceof Metric.VolumeAtDose v && v.complement();
        if (fromBelow) {
            f.error("metric", "metric", "an upper limit on " + expression.get() + " does not limit the dose");
            return Optional.empty();
        }
        if (metric instanceof Metric.VolumeAtDose v && !(v.doseGy() > 0 && v.doseGy() <= LARGEST_DOSE_GY)) {
            f.error(
                    "metric",
                    "metric",
                    "the dose in " + expression.get() + " must be above 0 and at most " + Figures.plain(LARGEST_DOSE_GY)
                            + " Gy; is it meant in another unit?");
            return Optional.empty();
        }
        return Optional.of(metric);
    }

    /** Distances have a least, doses and volumes a most. */
    private static Optional<Comparison> comparison(YamlFields f, Optional<Metric> metric) {
        Optional<Comparison> comparison = f.choice("comparator", COMPARISONS);
        if (metric.isEmpty() || comparison.isEmpty()) {
            return comparison;
        }
        boolean separation = metric.get() instanceof Metric.Separation;
        if (separation == (comparison.get() == Comparison.AT_LEAST)) {
            return comparison;
        }
        f.error(
                "comparator",
                "comparator",
                separation
                        ? "a separation has a least: the comparator is >="
                        : "a limit on " + metric.get().expression() + " is a most: the comparator is <= or <");
        return Optional.empty();
    }

    private static OptionalDouble limit(YamlFields f, Optional<Metric> metric, Optional<Comparison> comparison) {
        OptionalDouble limit = f.number("limit");
        Optional<String> unit = f.text("unit");
        if (limit.isEmpty() || unit.isEmpty() || metric.isEmpty()) {
            return OptionalDouble.empty();
        }
        String expected = metric.get().unit();
        if (!unit.get().equals(expected)) {
            f.error(
                    "unit",
                    "unit",
                    "the unit is " + Quoted.text(unit.get()) + ", but "
                            + metric.get().expression() + " is in " + expected);
            return OptionalDouble.empty();
        }
        double largest = switch (expected) {
            case "Gy" -> LARGEST_DOSE_GY;
            case "cGy" -> DoseUnit.CGY.fromGy(LARGEST_DOSE_GY);
            case "%" -> 100;
            case "mm" -> LARGEST_SEPARATION_MM;
            default -> LARGEST_VOLUME_CC;
        };
        double value = limit.getAsDouble();
        boolean zeroIsReachable =
                metric.get() instanceof Metric.VolumeAtDose && comparison.orElse(null) == Comparison.AT_MOST;
        if (value < 0 || (value == 0 && !zeroIsReachable) || value > largest) {
            f.error("value", "limit", "'limit' must be above 0 and at most " + Figures.plain(largest) + " " + expected);
            return OptionalDouble.empty();
        }
        return limit;
    }

    /** Only what informs has a range: a limit is one number. */
    private static OptionalDouble rangeFrom(YamlFields f, OptionalDouble limit, Optional<Level> level) {
        OptionalDouble from = f.optionalNumber("rangeFrom");
        if (from.isEmpty()) {
            return from;
        }
        if (level.orElse(Level.INFORMATION) != Level.INFORMATION) {
            f.error("value", "rangeFrom", "only a row of level 'information' has a range");
            return OptionalDouble.empty();
        }
        if (from.getAsDouble() < 0 || limit.isPresent() && !(from.getAsDouble() < limit.getAsDouble())) {
            f.error("value", "rangeFrom", "'rangeFrom' must be at least 0 and below 'limit'");
            return OptionalDouble.empty();
        }
        return from;
    }

    private static Requirement requirement(YamlFields f, Optional<Level> level, Optional<StructureKind> kind) {
        Optional<Requirement> stated = f.optionalChoice("required", REQUIREMENTS);
        if (level.orElse(null) == Level.INFORMATION) {
            if (stated.orElse(Requirement.NEVER) != Requirement.NEVER) {
                f.error("value", "required", "a row of level 'information' is never judged; leave 'required' out");
            }
            return Requirement.NEVER;
        }
        return stated.orElse(kind.map(Requirement::usualFor).orElse(Requirement.IF_PRESENT));
    }

    /** Only a dose changes with a shift of the whole anatomy, and only what is judged can be asked for. */
    private Optional<RobustnessCriterion> robustness(YamlFields f, Optional<Level> level, Optional<Metric> metric) {
        Optional<YamlNode> node = f.node("robust");
        if (node.isEmpty()) {
            return Optional.empty();
        }
        if (!(node.get() instanceof YamlNode.Mapping m)) {
            f.error("type", "robust", "'robust' must be a mapping, e.g. {shiftMm: 1}");
            return Optional.empty();
        }
        OptionalDouble mm = new YamlFields(m, ROBUST_KEYS, findings).number("shiftMm");
        if (mm.isPresent() && !(mm.getAsDouble() > 0 && mm.getAsDouble() <= RobustnessCriterion.MOST_SHIFT_MM)) {
            f.error(
                    "value",
                    "robust",
                    "'shiftMm' must be above 0 and at most " + Figures.plain(RobustnessCriterion.MOST_SHIFT_MM)
                            + " mm");
            return Optional.empty();
        }
        if (level.orElse(null) == Level.INFORMATION) {
            f.error("value", "robust", "a row of level 'information' is never judged; leave 'robust' out");
            return Optional.empty();
        }
        if (metric.orElse(null) instanceof Metric.Separation) {
            f.error("value", "robust", "a separation does not change with a shift; leave 'robust' out");
            return Optional.empty();
        }
        return mm.isPresent() ? Optional.of(new RobustnessCriterion(mm.getAsDouble())) : Optional.empty();
    }

    private static OptionalInt priority(YamlFields f) {
        OptionalDouble n = f.optionalNumber("priority");
        if (n.isEmpty()) {
            return OptionalInt.empty();
        }
        double value = n.getAsDouble();
        if (value != Math.rint(value) || value < 1 || value > LAST_PRIORITY) {
            f.error("value", "priority", "'priority' must be a whole number from 1, the first, to " + LAST_PRIORITY);
            return OptionalInt.empty();
        }
        return OptionalInt.of((int) value);
    }

    private Optional<Source> source(YamlFields f, Optional<Reference> setReference) {
        Optional<Reference> reference = f.has("citation") || f.has("doi") ? reference(f) : setReference;
        Optional<String> where = f.text("where");
        Optional<Verification> status = f.choice("status", STATUSES);
        Optional<List<String>> readAt = readAt(f);
        if (reference.isEmpty() || where.isEmpty() || status.isEmpty() || readAt.isEmpty()) {
            return Optional.empty();
        }
        if (status.get() == Verification.V2 && readAt.get().size() < 2) {
            f.error(
                    "source",
                    "status",
                    "a number with status V2 needs the addresses of two agreeing copies in 'readAt'");
            return Optional.empty();
        }
        return Optional.of(
                new Source(reference.get().citation(), reference.get().doi(), where.get(), status.get(), readAt.get()));
    }

    /** Citation and DOI belong together; a source that has no DOI says so. */
    private Optional<Reference> reference(YamlFields f) {
        Optional<String> citation = f.text("citation");
        Optional<String> doi = f.text("doi");
        if (citation.isEmpty() || doi.isEmpty()) {
            return Optional.empty();
        }
        if (doi.get().equals(NO_DOI)) {
            YamlNode.Place place = f.place("doi");
            findings.add(
                    new LintFinding(Severity.WARNING, "source", place.line(), place.column(), "the source has no DOI"));
            return Optional.of(new Reference(citation.get(), null));
        }
        if (!DOI.matcher(doi.get()).matches()) {
            f.error("source", "doi", "'doi' must look like 10.1118/1.3438081, or be 'none' for a source without one");
            return Optional.empty();
        }
        return Optional.of(new Reference(citation.get(), doi.get()));
    }

    /** The addresses with their short names resolved; empty when one of them has left a finding. */
    private Optional<List<String>> readAt(YamlFields f) {
        Optional<YamlNode> node = f.node("readAt");
        if (node.isEmpty()) {
            return Optional.of(List.of());
        }
        if (!(node.get() instanceof YamlNode.Sequence list)) {
            f.error("type", "readAt", "'readAt' must be a list of addresses");
            return Optional.empty();
        }
        Set<String> read = new LinkedHashSet<>();
        for (YamlNode item : list.items()) {
            String text = f.text("readAt", item).orElse("");
            if (text.isEmpty()) {
                continue;
            }
            String address = addresses.getOrDefault(text, text);
            if (!address.contains("/")) {
                f.error("source", item.place(), Quoted.text(text) + " is neither an address nor one of 'addresses'");
            } else if (!read.add(address)) {
                f.error("source", item.place(), Quoted.text(text) + " stands twice; two copies are two addresses");
            }
        }
        return read.size() == list.items().size() ? Optional.of(List.copyOf(read)) : Optional.empty();
    }

    private static <T> Collector<T, ?, Map<String, T>> ordered(Function<T, String> word) {
        return Collectors.toMap(word, Function.identity(), (a, b) -> a, LinkedHashMap::new);
    }
}

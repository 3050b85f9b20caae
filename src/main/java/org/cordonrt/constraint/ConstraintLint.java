package org.cordonrt.constraint;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.cordonrt.issue.Severity;
import org.cordonrt.metric.DoseUnit;
import org.cordonrt.metric.Metric;
import org.cordonrt.metric.VolumeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Finds limits that cannot all be right. Public files hold such slips: a table copied for another number of fractions,
 * a near-maximum limit above the limit of the maximum.
 */
final class ConstraintLint {
    private ConstraintLint() {}

    /** Limits on one structure for one number of fractions at one level: those that must fit each other. */
    private record Table(Group group, int fractions) {
        static Table of(PlacedConstraint p) {
            return new Table(Group.of(p), p.constraint().fractions());
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Table o && fractions == o.fractions && group.equals(o.group);
        }

        @Override
        public int hashCode() {
            return 31 * group.hashCode() + fractions;
        }
    }

    /** Tables that differ in the number of fractions only. */
    private record Group(StructureKind kind, Level level, String condition, Optional<RobustnessCriterion> robustness) {
        static Group of(PlacedConstraint p) {
            Constraint c = p.constraint();
            return new Group(c.structureKind(), c.level(), c.condition() == null ? "" : c.condition(), c.robustness());
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Group o
                    && kind == o.kind
                    && level == o.level
                    && condition.equals(o.condition)
                    && robustness.equals(o.robustness);
        }

        @Override
        public int hashCode() {
            return 31 * (31 * kind.hashCode() + level.ordinal()) + Objects.hash(condition, robustness);
        }
    }

    /** A limit as a point of the DVH that must not be exceeded: at most {@code doseGy} to {@code volume}. */
    private record Point(double volume, double doseGy, PlacedConstraint row) {
        int fractions() {
            return row.constraint().fractions();
        }
    }

    static List<LintFinding> of(List<PlacedConstraint> rows) {
        List<LintFinding> findings = new ArrayList<>();
        Map<Table, List<PlacedConstraint>> tables = grouped(rows, Table::of);
        tables.values().forEach(table -> {
            checkTwice(table, findings);
            checkMean(table, findings);
            for (VolumeUnit unit : VolumeUnit.values()) {
                checkMonotone(table, unit, findings);
            }
        });
        checkGoals(rows, findings);
        grouped(rows, Group::of).forEach((group, ofGroup) -> {
            checkIdenticalFractions(group.kind(), ofGroup, findings);
            if (group.level() != Level.INFORMATION) {
                checkMonotoneInFractions(ofGroup, findings);
            }
        });
        return findings;
    }

    private static void checkTwice(List<PlacedConstraint> table, List<LintFinding> findings) {
        grouped(table, p -> p.constraint().metric()).values().stream()
                .filter(same -> same.size() > 1)
                .forEach(same -> findings.add(error(
                        "limited-twice",
                        same.get(1),
                        "limits the same metric of the same structure as "
                                + same.get(0).constraint().id())));
    }

    private static void checkMean(List<PlacedConstraint> table, List<LintFinding> findings) {
        for (PlacedConstraint mean : table) {
            for (PlacedConstraint max : table) {
                if (isStatistic(mean, Metric.Statistic.Kind.MEAN)
                        && isStatistic(max, Metric.Statistic.Kind.MAX)
                        && limitGy(mean) > limitGy(max)) {
                    findings.add(error(
                            "above-maximum",
                            mean,
                            "the mean may be above the maximum of "
                                    + max.constraint().id()));
                }
            }
        }
    }

    /** A larger volume cannot be allowed a larger dose: D_v falls with v, and the maximum is its limit at no volume. */
    private static void checkMonotone(List<PlacedConstraint> table, VolumeUnit unit, List<LintFinding> findings) {
        List<Point> points = table.stream()
                .map(row -> point(row, unit))
                .filter(p -> p != null)
                .sorted(Comparator.comparingDouble(Point::volume))
                .toList();
        for (int i = 1; i < points.size(); i++) {
            Point larger = points.get(i);
            Point smaller = points.subList(0, i).stream()
                    .min(Comparator.comparingDouble(Point::doseGy))
                    .orElseThrow();
            if (larger.volume() > smaller.volume() && larger.doseGy() > smaller.doseGy()) {
                boolean max = isStatistic(smaller.row(), Metric.Statistic.Kind.MAX);
                findings.add(error(
                        max ? "above-maximum" : "not-monotone",
                        larger.row(),
                        "allows " + Figures.plain(larger.doseGy()) + " Gy to a larger volume than "
                                + smaller.row().constraint().id() + ", which allows "
                                + Figures.plain(smaller.doseGy()) + " Gy"));
            }
        }
    }

    private static void checkGoals(List<PlacedConstraint> rows, List<LintFinding> findings) {
        for (PlacedConstraint goal : rows) {
            for (PlacedConstraint bound : rows) {
                Constraint g = goal.constraint();
                Constraint b = bound.constraint();
                if (g.level() == Level.OPTIMAL
                        && b.level() == Level.MANDATORY
                        && g.structureKind() == b.structureKind()
                        && g.fractions() == b.fractions()
                        && g.metric().equals(b.metric())
                        && (g.to().isPresent() ? g.limit() < b.limit() : g.limit() > b.limit())) {
                    findings.add(
                            error("goal-above-limit", goal, "the goal is easier than the mandatory limit " + b.id()));
                }
            }
        }
    }

    /**
     * More fractions allow more dose, so equal tables for two numbers of fractions are a copying slip. A single limit may
     * be equal by rounding or on purpose, several are not.
     */
    private static void checkIdenticalFractions(
            StructureKind kind, List<PlacedConstraint> rows, List<LintFinding> findings) {
        Map<Set<String>, Integer> seen = new LinkedHashMap<>();
        byFractions(rows).forEach((fractions, table) -> {
            // A gap does not change with the number of fractions.
            Set<String> limits = table.stream()
                    .filter(p -> p.constraint().to().isEmpty())
                    .map(p -> p.constraint().text())
                    .collect(Collectors.toSet());
            Integer other = limits.isEmpty() ? null : seen.putIfAbsent(limits, fractions);
            if (other != null) {
                PlacedConstraint first = table.get(0);
                findings.add(new LintFinding(
                        limits.size() > 1 ? Severity.ERROR : Severity.WARNING,
                        "identical-fractions",
                        first.place().line(),
                        first.place().column(),
                        first.constraint().id() + ": all limits on the " + kind.words() + " for " + fractions
                                + " fractions equal those for " + other + "; is it a copying slip?"));
            }
        });
    }

    /** The same volume must not be allowed less total dose in more fractions, where one source says both. */
    private static void checkMonotoneInFractions(List<PlacedConstraint> rows, List<LintFinding> findings) {
        for (VolumeUnit unit : VolumeUnit.values()) {
            List<Point> points = byFractions(rows).values().stream()
                    .flatMap(List::stream)
                    .map(row -> point(row, unit))
                    .filter(p -> p != null)
                    .toList();
            for (int i = 1; i < points.size(); i++) {
                Point more = points.get(i);
                points.subList(0, i).stream()
                        .filter(fewer -> fewer.volume() == more.volume() && fewer.doseGy() > more.doseGy())
                        .filter(fewer -> fewer.fractions() < more.fractions())
                        .filter(fewer -> unit == VolumeUnit.CC || more.volume() > 0)
                        .findFirst()
                        .ifPresent(fewer -> findings.add(notMonotoneInFractions(more, fewer)));
            }
        }
    }

    private static LintFinding notMonotoneInFractions(Point more, Point fewer) {
        Constraint a = more.row().constraint();
        Constraint b = fewer.row().constraint();
        boolean oneSource = a.source().citation().equals(b.source().citation());
        return new LintFinding(
                oneSource ? Severity.ERROR : Severity.WARNING,
                "fractions-not-monotone",
                more.row().place().line(),
                more.row().place().column(),
                a.id() + ": allows " + Figures.plain(more.doseGy()) + " Gy in " + a.fractions() + " fractions, "
                        + b.id() + " allows " + Figures.plain(fewer.doseGy()) + " Gy in " + b.fractions());
    }

    private static Map<Integer, List<PlacedConstraint>> byFractions(List<PlacedConstraint> rows) {
        return new TreeMap<>(grouped(rows, p -> p.constraint().fractions()));
    }

    private static @Nullable Point point(PlacedConstraint row, VolumeUnit unit) {
        Metric metric = row.constraint().metric();
        if (isStatistic(row, Metric.Statistic.Kind.MAX)) {
            return new Point(0, limitGy(row), row);
        }
        if (metric instanceof Metric.DoseAtVolume d && d.volumeUnit() == unit) {
            return new Point(d.volume(), limitGy(row), row);
        }
        if (metric instanceof Metric.VolumeAtDose v && v.volumeUnit() == unit) {
            return new Point(row.constraint().limit(), v.doseGy(), row);
        }
        return null;
    }

    private static boolean isStatistic(PlacedConstraint row, Metric.Statistic.Kind kind) {
        return row.constraint().metric() instanceof Metric.Statistic s && s.kind() == kind;
    }

    private static double limitGy(PlacedConstraint row) {
        boolean inCgy = row.constraint().unit().equals(DoseUnit.CGY.symbol());
        return inCgy
                ? DoseUnit.CGY.toGy(row.constraint().limit())
                : row.constraint().limit();
    }

    private static <K> Map<K, List<PlacedConstraint>> grouped(
            List<PlacedConstraint> rows, Function<PlacedConstraint, K> key) {
        return rows.stream().collect(Collectors.groupingBy(key, LinkedHashMap::new, Collectors.toList()));
    }

    private static LintFinding error(String rule, PlacedConstraint row, String message) {
        return new LintFinding(
                Severity.ERROR,
                rule,
                row.place().line(),
                row.place().column(),
                row.constraint().id() + ": " + message);
    }
}

package org.cordonrt.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.cordonrt.constraint.StructureKind;
import org.cordonrt.constraint.StructureMatch;
import org.cordonrt.constraint.StructureSelection;
import org.cordonrt.contours.Extent;
import org.cordonrt.geometry.PlaneFrame;
import org.cordonrt.geometry.SlabSolid;
import org.cordonrt.issue.Issue;
import org.cordonrt.issue.IssueCode;
import org.cordonrt.issue.Severity;
import org.cordonrt.margin.Breach;
import org.cordonrt.margin.Expansion;
import org.cordonrt.margin.Spread;

/**
 * Whether the structures around the cord are what they are called: a PRV as wide as its name says, the cord inside the
 * thecal sac inside the canal.
 */
final class NestingReview {
    private static final double SPACING_MM = 1;

    /** So much less than its name says is contouring on pixels and sampling. */
    private static final double PRV_TOLERANCE_MM = 0.3;

    /** At single points the interpolation between planes adds to that, in parts of the plane spacing. */
    private static final double PRV_TOLERANCE_PER_SPACING = 0.25;

    /** So much more in the mean is another margin than the name's. */
    private static final double PRV_EXCESS_MM = 1;

    /** Contours drawn by hand cross by so much without meaning it. */
    private static final double BREACH_MM = 0.5;

    private NestingReview() {}

    /** Findings, in the order of the structures; the pieces of work are independent. */
    static List<Issue> of(StructureSelection selection, CaseModel model) {
        List<Supplier<List<Issue>>> work = new ArrayList<>();
        Optional<StructureMatch> cord = selection.cord();
        List<StructureMatch> sacs = selection.drawn(StructureKind.THECAL_SAC);
        List<StructureMatch> canals = selection.drawn(StructureKind.SPINAL_CANAL);
        List<StructureMatch> prvs = selection.drawn(StructureKind.CORD_PRV);
        Map<Integer, SlabSolid> shapes = shapes(
                Stream.of(cord.stream().toList(), prvs, sacs, canals)
                        .flatMap(List::stream)
                        .toList(),
                model);
        if (cord.isPresent()) {
            for (StructureMatch prv : prvs) {
                work.add(() -> prv(cord.get(), prv, shapes));
            }
            for (StructureMatch outer : sacs.isEmpty() ? canals : sacs) {
                work.add(() -> inside(cord.get(), outer, shapes));
            }
        }
        for (StructureMatch sac : sacs) {
            for (StructureMatch canal : canals) {
                work.add(() -> inside(sac, canal, shapes));
            }
        }
        return OrderedTasks.map(work, model.threads(), Supplier::get).stream()
                .flatMap(List::stream)
                .toList();
    }

    /** Each solid between interpolated surfaces once, by ROI number. */
    private static Map<Integer, SlabSolid> shapes(List<StructureMatch> matches, CaseModel model) {
        Map<Integer, SlabSolid> shapes = new HashMap<>();
        List<Optional<SlabSolid>> made = OrderedTasks.map(
                matches, model.threads(), m -> model.solid(m.structure()).map(Surfaces::shape));
        for (int i = 0; i < matches.size(); i++) {
            int number = matches.get(i).structure().roiNumber();
            made.get(i).ifPresent(s -> shapes.put(number, s));
        }
        return shapes;
    }

    private static Optional<SlabSolid> shape(StructureMatch match, Map<Integer, SlabSolid> shapes) {
        return Optional.ofNullable(shapes.get(match.structure().roiNumber()));
    }

    private static List<Issue> prv(StructureMatch cord, StructureMatch prv, Map<Integer, SlabSolid> shapes) {
        Optional<SlabSolid> inner = shape(cord, shapes);
        Optional<SlabSolid> outer = shape(prv, shapes);
        if (inner.isEmpty() || outer.isEmpty()) {
            return List.of();
        }
        List<Issue> issues = new ArrayList<>();
        PlaneFrame frame = inner.get().frame();
        Extent cordExtent = Extent.of(inner.get(), frame);
        Extent prvExtent = Extent.of(outer.get(), frame);
        String name = "'" + prv.structure().name() + "'";
        missing(issues, cord, name, cordExtent.lowMm(), Math.min(cordExtent.highMm(), prvExtent.lowMm()));
        missing(issues, cord, name, Math.max(cordExtent.lowMm(), prvExtent.highMm()), cordExtent.highMm());
        Expansion e = Expansion.of(inner.get(), outer.get(), SPACING_MM);
        String measured =
                "the margin of " + name + " around '" + cord.structure().name() + "' is "
                        + mm(e.all().minMm()) + " mm at least, " + mm(e.all().p5Mm()) + " mm on all but 5 % of it, "
                        + mm(e.all().meanMm()) + " mm in the mean (" + directions(e) + ")";
        if (prv.prvExpansionMm().isEmpty()) {
            issues.add(new Issue(
                    IssueCode.PRV_MARGIN, Severity.INFO, measured + "; its name states no margin to compare it with"));
            return issues;
        }
        double stated = prv.prvExpansionMm().getAsDouble();
        Optional<Expansion.Direction> thin = sideways(e, d -> d.p5Mm() < stated - PRV_TOLERANCE_MM);
        double pointTolerance =
                PRV_TOLERANCE_MM + PRV_TOLERANCE_PER_SPACING * inner.get().spacingMm();
        Optional<Expansion.Direction> dent = sideways(e, d -> d.minMm() < stated - pointTolerance);
        String says = ", its name says " + mm(stated) + " mm";
        if (thin.isPresent()) {
            issues.add(Issue.of(
                    IssueCode.PRV_MARGIN, measured + says + ": too narrow, most of all " + words(thin.get(), e)));
        } else if (dent.isPresent()) {
            issues.add(Issue.of(
                    IssueCode.PRV_MARGIN, measured + says + ": too narrow in places, " + words(dent.get(), e)));
        } else if (sideways(e, d -> d.meanMm() > stated + PRV_EXCESS_MM).isPresent()) {
            issues.add(Issue.of(IssueCode.PRV_MARGIN, measured + says + ": wider than its name"));
        } else {
            issues.add(new Issue(IssueCode.PRV_MARGIN, Severity.INFO, measured + says));
        }
        return issues;
    }

    private static void missing(List<Issue> issues, StructureMatch cord, String prv, double fromMm, double toMm) {
        if (toMm - fromMm > BREACH_MM) {
            issues.add(Issue.of(
                    IssueCode.PRV_MARGIN,
                    prv + " is missing from " + mm(fromMm) + " to " + mm(toMm) + " mm along the slice normal, where '"
                            + cord.structure().name() + "' is drawn"));
        }
    }

    private interface Test {
        boolean of(Spread spread);
    }

    /** The sideways direction with the smallest margin, among those that fail. Up and down planes limit the margin. */
    private static Optional<Expansion.Direction> sideways(Expansion e, Test test) {
        Expansion.Direction worst = null;
        double worstMm = Double.POSITIVE_INFINITY;
        for (Expansion.Direction d : Expansion.Direction.values()) {
            Spread s = e.byDirection().get(d);
            if (s != null
                    && d != Expansion.Direction.SUPERIOR
                    && d != Expansion.Direction.INFERIOR
                    && test.of(s)
                    && s.minMm() < worstMm) {
                worst = d;
                worstMm = s.minMm();
            }
        }
        return Optional.ofNullable(worst);
    }

    private static String words(Expansion.Direction d, Expansion e) {
        Spread s = Objects.requireNonNull(e.byDirection().get(d));
        return mm(s.minMm()) + " mm to the " + d.name().toLowerCase(java.util.Locale.ROOT) + " at (x, y, z) = ("
                + tenth(s.minAtMm().x()) + ", " + tenth(s.minAtMm().y()) + ", "
                + tenth(s.minAtMm().z()) + ") mm";
    }

    private static String directions(Expansion e) {
        StringBuilder b = new StringBuilder("means");
        for (Expansion.Direction d : Expansion.Direction.values()) {
            Spread s = e.byDirection().get(d);
            if (s != null) {
                b.append(b.length() > 5 ? ", " : " ")
                        .append(d.name().charAt(0))
                        .append(' ')
                        .append(mm(s.meanMm()));
            }
        }
        return b.toString();
    }

    /** Compared only over the length on which both are drawn: a sac is often contoured beside the target alone. */
    private static List<Issue> inside(StructureMatch inner, StructureMatch outer, Map<Integer, SlabSolid> shapes) {
        Optional<SlabSolid> holding = shape(outer, shapes);
        Optional<SlabSolid> held = shape(inner, shapes)
                .flatMap(s -> holding.flatMap(h -> {
                    Extent common = Extent.of(h, s.frame());
                    return s.between(common.lowMm(), common.highMm());
                }));
        if (held.isEmpty() || holding.isEmpty()) {
            return List.of();
        }
        Optional<Breach> breach = Breach.of(held.get(), holding.get(), SPACING_MM);
        if (breach.isEmpty() || breach.get().farthestMm() <= BREACH_MM) {
            return List.of();
        }
        Breach b = breach.get();
        return List.of(Issue.of(
                IssueCode.NOT_INSIDE,
                "'" + inner.structure().name() + "' reaches out of '"
                        + outer.structure().name() + "' by up to " + mm(b.farthestMm()) + " mm at (x, y, z) = ("
                        + tenth(b.farthestAtMm().x()) + ", "
                        + tenth(b.farthestAtMm().y()) + ", "
                        + tenth(b.farthestAtMm().z()) + ") mm, from " + mm(b.fromMm()) + " to " + mm(b.toMm())
                        + " mm along the slice normal, " + cc(b.outsideCc()) + " cc in all"));
    }

    private static String cc(double cc) {
        return cc < 0.001 ? "less than 0.001" : String.valueOf(Math.round(cc * 1000) / 1000.0);
    }

    private static String mm(double v) {
        double rounded = Math.round(v * 100) / 100.0;
        return rounded == Math.rint(rounded) ? String.valueOf((long) rounded) : String.valueOf(rounded);
    }

    private static String tenth(double v) {
        return String.valueOf(Math.round(v * 10) / 10.0);
    }
}

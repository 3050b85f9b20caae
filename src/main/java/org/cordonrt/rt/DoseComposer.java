package org.cordonrt.rt;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import org.cordonrt.issue.CordonException;
import org.cordonrt.issue.Issue;
import org.cordonrt.issue.IssueCode;
import org.cordonrt.issue.Severity;
import org.cordonrt.plan.DoseGrid;
import org.cordonrt.plan.GridGeometry;
import org.cordonrt.plan.InputFile;
import org.cordonrt.rt.Inventory.BeamReference;
import org.cordonrt.rt.PlanData.FractionGroup;
import org.cordonrt.rt.RtSource.DoseSource;

/**
 * Puts the dose of the whole course together from the doses of one plan, by the meaning of Dose Summation Type
 * (3004,000A), PS3.3 C.8.8.3: PLAN and MULTI_PLAN are whole; FRACTION is one fraction group with all its fractions; BEAM
 * is one or more beams with all their fractions; FRACTION_SESSION and BEAM_SESSION are one session. Everything else is
 * refused. One composer is made for each course and then thrown away.
 */
final class DoseComposer {
    private final Optional<PlanData> plan;
    private final OptionalInt fractions;
    private final OptionalDouble referenceDoseGy;
    private final boolean digests;
    private final List<Issue> issues;

    private DoseComposer(
            Optional<PlanData> plan,
            OptionalInt fractions,
            OptionalDouble referenceDoseGy,
            boolean digests,
            List<Issue> issues) {
        this.plan = plan;
        this.fractions = fractions;
        this.referenceDoseGy = referenceDoseGy;
        this.digests = digests;
        this.issues = issues;
    }

    /**
     * @param doses the doses of one plan, at least one, each with a grid
     * @param plan that plan, if it is there
     * @param fractions number of fractions the caller states
     * @param digests whether the record of files has their SHA-256
     * @param issues receives findings
     */
    static CourseDose compose(
            List<DoseSource> doses,
            Optional<PlanData> plan,
            OptionalInt fractions,
            OptionalDouble referenceDoseGy,
            boolean digests,
            List<Issue> issues) {
        CourseDose course = new DoseComposer(plan, fractions, referenceDoseGy, digests, issues).compose(doses);
        if (!(course.grid().maxSampleGy() > 0)) {
            // A dose of zero would meet every limit.
            throw new CordonException(
                    IssueCode.NO_DOSE,
                    Words.list(course.inputs().stream().map(InputFile::path).toList())
                            + ": the dose is zero everywhere; export the dose of the plan");
        }
        return course;
    }

    private CourseDose compose(List<DoseSource> doses) {
        List<DosePart> parts = DosePart.of(doses);
        List<DosePart> wholes = parts.stream()
                .filter(p ->
                        p.summationType().equals("PLAN") || p.summationType().equals("MULTI_PLAN"))
                .toList();
        if (wholes.size() > 1) {
            throw ambiguous("doses of the whole plan", wholes);
        }
        if (wholes.size() == 1) {
            return whole(wholes.get(0), parts);
        }
        Set<String> types = new TreeSet<>();
        parts.forEach(p -> types.add(p.summationType()));
        if (types.size() > 1) {
            throw new CordonException(
                    IssueCode.DOSE_SUMMATION,
                    "doses of different kinds (" + Words.list(types) + ") and none of the whole plan: " + shown(parts)
                            + "; export the dose of the plan, or pick with --dose FILE-OR-UID");
        }
        return switch (types.iterator().next()) {
            case "FRACTION" -> fractionGroups(parts, false);
            case "FRACTION_SESSION" -> fractionGroups(parts, true);
            case "BEAM" -> beams(parts, false);
            case "BEAM_SESSION" -> beams(parts, true);
            case "" ->
                throw new CordonException(
                        IssueCode.DICOM_MISSING_ATTRIBUTE,
                        shown(parts) + ": Dose Summation Type (3004,000A) is missing; without it nobody knows what"
                                + " the dose is of");
            default ->
                throw new CordonException(
                        IssueCode.DOSE_SUMMATION,
                        shown(parts) + ": a dose of summation type "
                                + types.iterator().next()
                                + " is not that of the course; export the dose of the plan");
        };
    }

    private CourseDose whole(DosePart part, List<DosePart> all) {
        if (all.size() > 1) {
            List<DosePart> others = all.stream().filter(p -> !p.equals(part)).toList();
            issues.add(Issue.of(
                    IssueCode.INPUT_NOT_USED,
                    "the " + part.summationType() + " dose " + part.shown() + " is whole; not needed: "
                            + shown(others)));
        }
        if (part.summationType().equals("MULTI_PLAN")) {
            issues.add(new Issue(
                    IssueCode.DOSE_COMPOSED,
                    Severity.WARNING,
                    part.shown() + ": the dose is that of several plans (MULTI_PLAN); limits for a number of"
                            + " fractions may not fit it"));
            issues.add(Issue.of(
                    IssueCode.COURSE_NOT_WHOLE,
                    part.shown() + ": a sum of plans has fractions of different sizes: make sure that limits for one"
                            + " number of fractions fit it"));
        }
        notePart(part);
        return asItIs(part);
    }

    /** A dose that is called whole has no reason to name beams (PS3.3 C.8.8.3), and less to name only some. */
    private void notePart(DosePart part) {
        if (plan.isEmpty() || part.beams().isEmpty()) {
            return;
        }
        for (FractionGroup group : plan.get().groups()) {
            BeamReference whole = new BeamReference(group.number(), OptionalInt.empty());
            List<Integer> missing = group.beams().stream()
                    .filter(b -> !part.beams().contains(new BeamReference(group.number(), OptionalInt.of(b))))
                    .toList();
            if (!part.beams().contains(whole) && !missing.isEmpty()) {
                issues.add(Issue.of(
                        IssueCode.COURSE_NOT_WHOLE,
                        part.shown() + ": the dose is called that of the plan and does not name beam " + missing.get(0)
                                + " of fraction group " + group.number() + ": make sure that all beams are in it"));
                return;
            }
        }
    }

    private CourseDose asItIs(DosePart part) {
        DosePart.Decoded decoded = part.decode(referenceDoseGy, issues);
        return new CourseDose(
                decoded.toGrid(),
                part.inputs(decoded, digests),
                decoded.read().size() == 1 ? Optional.of(decoded.read().get(0)) : Optional.empty());
    }

    /** FRACTION and FRACTION_SESSION: every fraction group of the plan exactly once. */
    private CourseDose fractionGroups(List<DosePart> parts, boolean session) {
        if (plan.isEmpty()) {
            if (parts.size() > 1) {
                throw ambiguous("doses of fraction groups", parts);
            }
            issues.add(new Issue(
                    IssueCode.DOSE_COMPOSED,
                    Severity.WARNING,
                    parts.get(0).shown() + ": the dose is that of one fraction group; without the RT Plan nobody"
                            + " knows that it is the only one"));
            return session ? sum(Map.of(parts.get(0), sessions(OptionalInt.empty()))) : asItIs(parts.get(0));
        }
        List<FractionGroup> groups = plan.get().groups();
        Map<Integer, DosePart> byGroup = new LinkedHashMap<>();
        Map<DosePart, Double> factors = new LinkedHashMap<>();
        for (DosePart part : parts) {
            Set<Integer> numbers = new LinkedHashSet<>();
            part.beams().forEach(b -> numbers.add(b.fractionGroup()));
            if (numbers.isEmpty() && groups.size() == 1) {
                numbers.add(groups.get(0).number());
            }
            if (numbers.size() != 1) {
                throw new CordonException(
                        IssueCode.DOSE_SUMMATION,
                        part.shown() + ": does not say which one of the plan's " + groups.size()
                                + " fraction groups it is of; export the dose of the plan");
            }
            int number = numbers.iterator().next();
            FractionGroup group = plan.get()
                    .group(number)
                    .orElseThrow(() -> new CordonException(
                            IssueCode.DOSE_SUMMATION,
                            part.shown() + ": is for fraction group " + number
                                    + ", which the plan does not have; export" + " dose and plan together"));
            DosePart other = byGroup.put(number, part);
            if (other != null) {
                throw ambiguous("doses of fraction group " + number, List.of(other, part));
            }
            factors.put(part, session ? sessions(group.fractions()) : 1.0);
        }
        for (FractionGroup group : groups) {
            if (!byGroup.containsKey(group.number())) {
                throw new CordonException(
                        IssueCode.DOSE_SUMMATION,
                        shown(parts) + ": the dose of fraction group " + group.number()
                                + " is missing; add it, or export the dose of the plan");
            }
        }
        if (!session && parts.size() == 1) {
            issues.add(Issue.of(
                    IssueCode.DOSE_COMPOSED,
                    parts.get(0).shown() + ": the dose is that of the plan's only fraction group, all fractions"
                            + " (FRACTION)"));
            return asItIs(parts.get(0));
        }
        return sum(factors);
    }

    /** BEAM and BEAM_SESSION: every beam of every fraction group exactly once. */
    private CourseDose beams(List<DosePart> parts, boolean session) {
        if (plan.isEmpty()) {
            throw new CordonException(
                    IssueCode.DOSE_SUMMATION,
                    shown(parts) + ": beam doses need the RT Plan, which says whether all beams are there; add it,"
                            + " or export the dose of the plan");
        }
        List<FractionGroup> groups = plan.get().groups();
        Set<BeamReference> needed = new LinkedHashSet<>();
        Set<BeamReference> allowed = new LinkedHashSet<>();
        for (FractionGroup group : groups) {
            if (group.brachy()) {
                throw new CordonException(
                        IssueCode.DOSE_SUMMATION,
                        shown(parts) + ": the plan has brachytherapy too, which beam doses do not hold; export the"
                                + " dose of the plan");
            }
            group.beams().forEach(b -> needed.add(new BeamReference(group.number(), OptionalInt.of(b))));
            group.silentBeams().forEach(b -> allowed.add(new BeamReference(group.number(), OptionalInt.of(b))));
        }
        allowed.addAll(needed);
        if (needed.isEmpty()) {
            throw new CordonException(
                    IssueCode.DOSE_SUMMATION,
                    shown(parts) + ": the plan lists no beams to compare these beam doses with; export the dose of"
                            + " the plan");
        }
        for (DosePart part : parts) {
            checkBeamReferences(part, allowed, session);
        }
        List<DosePart> once = withoutEmptyRepetitions(parts);
        for (BeamReference beam : needed) {
            if (coverage(once, beam).isEmpty()) {
                throw new CordonException(
                        IssueCode.DOSE_SUMMATION,
                        shown(parts) + ": the dose of beam " + beam.beam().getAsInt() + " (fraction group "
                                + beam.fractionGroup() + ") is missing; add it, or export the dose of the plan");
            }
        }
        Map<DosePart, Double> factors = new LinkedHashMap<>();
        for (DosePart part : once) {
            int group = part.beams().get(0).fractionGroup();
            factors.put(
                    part,
                    session ? sessions(plan.get().group(group).orElseThrow().fractions()) : 1.0);
        }
        return sum(factors);
    }

    private void checkBeamReferences(DosePart part, Set<BeamReference> allowed, boolean session) {
        if (part.beams().isEmpty()) {
            throw new CordonException(
                    IssueCode.DOSE_SUMMATION,
                    part.shown() + ": does not say which beam it is of; export the dose of the plan");
        }
        for (BeamReference beam : part.beams()) {
            if (!allowed.contains(beam)) {
                throw new CordonException(
                        IssueCode.DOSE_SUMMATION,
                        part.shown() + ": is for "
                                + (beam.beam().isPresent()
                                        ? "beam " + beam.beam().getAsInt()
                                        : "no beam")
                                + " of fraction group " + beam.fractionGroup()
                                + ", which the plan does not have; export dose and plan together");
            }
        }
        boolean severalGroups = part.beams().stream()
                        .map(BeamReference::fractionGroup)
                        .distinct()
                        .count()
                > 1;
        if (session && severalGroups) {
            throw new CordonException(
                    IssueCode.DOSE_SUMMATION,
                    part.shown() + ": one session of several fraction groups cannot be scaled to the course; export"
                            + " the dose of the plan");
        }
    }

    /**
     * Some systems add an empty dose that names all beams, for doses to points. It adds nothing, so that what else
     * holds those beams decides.
     */
    private List<DosePart> withoutEmptyRepetitions(List<DosePart> parts) {
        List<DosePart> kept = new ArrayList<>(parts);
        for (DosePart part : parts) {
            if (part.beams().stream().anyMatch(b -> coverage(kept, b).size() > 1)
                    && part.decode(referenceDoseGy, new ArrayList<>()).isZero()) {
                kept.remove(part);
                issues.add(Issue.of(
                        IssueCode.INPUT_NOT_USED,
                        part.shown() + " is zero everywhere and names beams that other doses hold"));
            }
        }
        for (DosePart part : kept) {
            for (BeamReference beam : part.beams()) {
                List<DosePart> several = coverage(kept, beam);
                if (several.size() > 1) {
                    throw ambiguous("doses of beam " + beam.beam().getAsInt(), several);
                }
            }
        }
        return kept;
    }

    private static List<DosePart> coverage(List<DosePart> parts, BeamReference beam) {
        return parts.stream().filter(p -> p.beams().contains(beam)).toList();
    }

    private double sessions(OptionalInt ofGroup) {
        OptionalInt n = ofGroup.isPresent() ? ofGroup : fractions;
        boolean oneGroup = plan.isEmpty() || plan.get().groups().size() == 1;
        if (ofGroup.isEmpty() && !oneGroup || n.isEmpty()) {
            throw new CordonException(
                    IssueCode.FRACTIONS_UNKNOWN,
                    "the dose is that of one session and the number of fractions is not known; add the RT Plan, or"
                            + " give --fractions N");
        }
        return n.getAsInt();
    }

    private CourseDose sum(Map<DosePart, Double> factors) {
        Set<String> doseTypes = new TreeSet<>();
        factors.keySet().forEach(p -> doseTypes.add(p.doseType()));
        if (doseTypes.size() > 1) {
            throw new CordonException(
                    IssueCode.DOSE_SUMMATION,
                    "doses of different types (" + Words.list(doseTypes) + ") cannot be summed: "
                            + shown(List.copyOf(factors.keySet())));
        }
        GridGeometry geometry = null;
        DosePart first = null;
        double[] sumGy = new double[0];
        List<String> terms = new ArrayList<>();
        List<InputFile> inputs = new ArrayList<>();
        for (Map.Entry<DosePart, Double> term : factors.entrySet()) {
            DosePart part = term.getKey();
            DosePart.Decoded decoded = part.decode(referenceDoseGy, issues);
            if (geometry == null) {
                geometry = decoded.geometry();
                first = part;
                sumGy = new double[geometry.sampleCount()];
            } else if (!decoded.geometry().matches(geometry, DosePart.SAME_PLACE_MM)) {
                throw new CordonException(
                        IssueCode.DOSE_SUMMATION,
                        part.shown() + " and "
                                + Objects.requireNonNull(first).shown()
                                + " lie on different grids and cannot be summed; export the dose of the plan");
            }
            decoded.addTo(sumGy, term.getValue());
            inputs.addAll(part.inputs(decoded, digests));
            terms.add(term.getValue() == 1 ? part.shown() : Math.round(term.getValue()) + " x " + part.shown());
        }
        issues.add(Issue.of(IssueCode.DOSE_COMPOSED, "the dose of the course is " + String.join(" + ", terms)));
        return new CourseDose(DoseGrid.of(Objects.requireNonNull(geometry), sumGy), inputs, Optional.empty());
    }

    private static CordonException ambiguous(String what, List<DosePart> parts) {
        return new CordonException(
                IssueCode.AMBIGUOUS_INPUT,
                parts.size() + " " + what + ": " + shown(parts) + "; pick one with --dose FILE-OR-UID");
    }

    private static String shown(List<DosePart> parts) {
        return Words.list(parts.stream()
                .flatMap(p -> p.files().stream())
                .map(DoseSource::shown)
                .toList());
    }
}

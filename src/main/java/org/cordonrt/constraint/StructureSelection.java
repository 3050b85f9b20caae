package org.cordonrt.constraint;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.cordonrt.issue.CordonException;
import org.cordonrt.issue.Issue;
import org.cordonrt.issue.IssueCode;
import org.cordonrt.issue.Severity;
import org.cordonrt.plan.Structure;
import org.cordonrt.plan.StructureSet;
import org.jspecify.annotations.Nullable;

/** Which structure of a set plays which part. Immutable and thread-safe. */
public final class StructureSelection {
    private static final int NAMES_IN_A_MESSAGE = 5;
    private static final String SUBSTITUTE = "--substitute";

    /** What names and types say, whatever the user says. */
    private final List<StructureMatch> named;

    private final List<StructureMatch> matches;
    private final @Nullable StructureMatch cord;
    private final List<StructureMatch> targets;
    /** Structures that stand in for another kind, each used as that kind. */
    private final List<StructureMatch> substitutes;

    private final List<Issue> issues;

    private StructureSelection(
            List<StructureMatch> named,
            @Nullable StructureMatch cord,
            List<StructureMatch> targets,
            List<StructureMatch> substitutes,
            List<Issue> issues) {
        this.named = named;
        this.cord = cord;
        this.targets = List.copyOf(targets);
        this.substitutes = List.copyOf(substitutes);
        this.matches = named.stream().map(this::asUsed).toList();
        this.issues = List.copyOf(issues);
    }

    /**
     * Recognises every structure and picks the spinal cord.
     *
     * @param cord name of the structure to take as the cord, from {@code --cord}
     * @param targets names of the targets, from {@code --target}; empty: every structure recognised as one
     * @throws CordonException STRUCTURE_AMBIGUOUS when several structures fit the cord equally well or the only
     *     candidates have ambiguous names; STRUCTURE_NOT_FOUND or STRUCTURE_EMPTY when a named one is not there or not
     *     drawn; USAGE when one structure is named as cord and target
     */
    public static StructureSelection of(StructureSet set, Optional<String> cord, List<String> targets) {
        return of(set, new SelectionOptions(cord, targets, List.of(), StructureAliases.none()));
    }

    /**
     * Recognises every structure, picks the spinal cord, and lets structures stand in for others where the user says so.
     *
     * @throws CordonException as {@link #of(StructureSet, Optional, List)}
     */
    public static StructureSelection of(StructureSet set, SelectionOptions options) {
        Optional<String> cord = options.cord();
        List<String> targets = options.targets();
        List<StructureMatch> named = set.structures().stream()
                .map(s -> StructureNaming.recognise(s, options.aliases()))
                .toList();
        List<Issue> issues = new ArrayList<>();
        StructureMatch theCord = cord.isPresent()
                ? userCord(named, cord.get(), issues)
                : recognisedCord(named, issues).orElse(null);
        List<StructureMatch> theTargets =
                targets.isEmpty() ? recognisedTargets(named, theCord) : userTargets(named, targets, theCord);
        for (StructureKind kind : StructureKind.values()) {
            if (kind != StructureKind.SPINAL_CORD && kind.takesLimits() && !kind.isTarget()) {
                reportRivals(named, kind, issues);
            }
        }
        List<StructureMatch> substitutes = new ArrayList<>();
        for (Substitution s : options.substitutions()) {
            StructureMatch match = byName(named, s.structure(), SUBSTITUTE).usedAs(s.kind(), SUBSTITUTE);
            boolean testedAnyway = bestDrawn(named, s.kind()).stream()
                    .anyMatch(
                            m -> m.structure().roiNumber() == match.structure().roiNumber());
            if (testedAnyway || substitutes.contains(match)) {
                continue;
            }
            substitutes.add(match);
            if (match.isSubstitute()) {
                issues.add(Issue.of(
                        IssueCode.SUBSTITUTED_STRUCTURE,
                        "limits on the " + s.kind().words() + " are tested on "
                                + Quoted.text(match.structure().name()) + " as " + SUBSTITUTE
                                + " says, although its name says "
                                + match.nameKind().words()));
            }
        }
        return new StructureSelection(named, theCord, theTargets, substitutes, issues);
    }

    /** The same selection with derived structures after those of the set. */
    public StructureSelection withDerived(List<StructureMatch> derived) {
        return new StructureSelection(
                Stream.concat(named.stream(), derived.stream()).toList(), cord, targets, substitutes, issues);
    }

    /** What every ROI was taken for, in the order of the set. */
    public List<StructureMatch> matches() {
        return matches;
    }

    /** The spinal cord; empty when none is drawn. */
    public Optional<StructureMatch> cord() {
        return Optional.ofNullable(cord);
    }

    /** The targets: those the user named, in that order; else all that are drawn, GTV before CTV, ITV, PTV. */
    public List<StructureMatch> targets() {
        return targets;
    }

    /**
     * The drawn structures that a limit published for {@code kind} is tested on. For the cord at most one. For other
     * kinds all of the best match level: each must meet the limit, so a second contour can only make the check
     * stricter. A limit on a plexus is tested on the left, the right and a common contour. A structure that the user had
     * stand in is tested beside those, never in their place.
     */
    public List<StructureMatch> drawn(StructureKind kind) {
        if (kind == StructureKind.SPINAL_CORD) {
            return cord == null ? List.of() : List.of(cord);
        }
        return Stream.concat(
                        Stream.of(StructureKind.values())
                                .filter(k -> k.organ() == kind)
                                .flatMap(k -> bestDrawn(named, k).stream()),
                        substitutes.stream().filter(m -> m.kind() == kind))
                .toList();
    }

    /** Why {@link #drawn} is empty, in words. */
    public String absence(StructureKind kind) {
        List<String> undrawn = named.stream()
                .filter(m -> m.nameKind().organ() == kind)
                .map(m -> m.structure().name())
                .toList();
        if (!undrawn.isEmpty()) {
            return Quoted.list(undrawn) + (undrawn.size() == 1 ? " has" : " have") + " no closed contours";
        }
        String absent = "no " + kind.words() + " in the structure set";
        if (kind != StructureKind.SPINAL_CORD) {
            return absent;
        }
        List<String> hints = named.stream()
                .filter(m -> m.isDrawn() && !m.nameKind().isTarget())
                .map(m -> m.structure().name())
                .filter(StructureNaming::hintsAtCord)
                .limit(NAMES_IN_A_MESSAGE)
                .toList();
        return hints.isEmpty()
                ? absent + "; name it with --cord NAME"
                : absent + "; if it is one of " + Quoted.list(hints) + ", name it with --cord NAME";
    }

    /** Findings made on the way: structures passed over, substitutions. */
    public List<Issue> issues() {
        return issues;
    }

    private StructureMatch asUsed(StructureMatch m) {
        return Stream.concat(Stream.ofNullable(cord), targets.stream())
                .filter(used -> used.structure().roiNumber() == m.structure().roiNumber())
                .findFirst()
                .orElse(m);
    }

    private static StructureMatch userCord(List<StructureMatch> named, String name, List<Issue> issues) {
        StructureMatch picked = byName(named, name, "--cord").usedAs(StructureKind.SPINAL_CORD, "--cord");
        if (picked.isSubstitute()) {
            issues.add(Issue.of(
                    IssueCode.SUBSTITUTED_STRUCTURE,
                    "limits on the spinal cord are tested on "
                            + Quoted.text(picked.structure().name()) + " as --cord says, although its name says "
                            + picked.nameKind().words()));
        }
        List<String> others = named.stream()
                .filter(m -> m.nameKind() == StructureKind.SPINAL_CORD && m.isDrawn())
                .filter(m -> m.structure().roiNumber() != picked.structure().roiNumber())
                .map(m -> m.structure().name())
                .toList();
        if (!others.isEmpty()) {
            issues.add(new Issue(
                    IssueCode.STRUCTURE_AMBIGUOUS,
                    Severity.WARNING,
                    Quoted.list(others) + " also named like a spinal cord; not tested, because --cord names "
                            + Quoted.text(picked.structure().name())));
        }
        return picked;
    }

    private static Optional<StructureMatch> recognisedCord(List<StructureMatch> named, List<Issue> issues) {
        List<StructureMatch> best = bestDrawn(named, StructureKind.SPINAL_CORD);
        if (best.isEmpty()) {
            refuseDoubtfulCord(named);
            return Optional.empty();
        }
        if (best.size() > 1) {
            throw ambiguous("these structures fit the spinal cord equally well: " + listed(best));
        }
        reportRivals(named, StructureKind.SPINAL_CORD, issues);
        return Optional.of(best.get(0));
    }

    private static void refuseDoubtfulCord(List<StructureMatch> named) {
        List<StructureMatch> doubtful = named.stream()
                .filter(m -> m.couldBe().contains(StructureKind.SPINAL_CORD) && m.isDrawn())
                .toList();
        if (!doubtful.isEmpty()) {
            throw ambiguous("no structure is surely the spinal cord: " + listed(doubtful));
        }
    }

    private static CordonException ambiguous(String what) {
        return new CordonException(IssueCode.STRUCTURE_AMBIGUOUS, what + "; pick one with --cord NAME");
    }

    private static String listed(List<StructureMatch> candidates) {
        return String.join(
                ", ",
                candidates.stream()
                        .map(m -> Quoted.text(m.structure().name()) + " (ROI "
                                + m.structure().roiNumber() + ", " + m.rule() + ")")
                        .toList());
    }

    /** The drawn structures of a kind that match it best. */
    private static List<StructureMatch> bestDrawn(List<StructureMatch> named, StructureKind kind) {
        List<StructureMatch> drawn =
                named.stream().filter(m -> m.nameKind() == kind && m.isDrawn()).toList();
        if (kind.isTarget()) {
            return drawn;
        }
        Optional<MatchedBy> best = drawn.stream().map(StructureMatch::matchedBy).min(Comparator.naturalOrder());
        return drawn.stream().filter(m -> m.matchedBy() == best.orElseThrow()).toList();
    }

    /** Says which structures of a kind were passed over, and where one limit is tested on several. */
    private static void reportRivals(List<StructureMatch> named, StructureKind kind, List<Issue> issues) {
        for (StructureKind side : StructureKind.values()) {
            if (side.organ() != kind) {
                continue;
            }
            List<StructureMatch> best = bestDrawn(named, side);
            for (StructureMatch m : named) {
                if (m.nameKind() != side || best.isEmpty() || best.contains(m)) {
                    continue;
                }
                String passedOver = Quoted.text(m.structure().name()) + " was passed over as " + side.words() + ": ";
                issues.add(
                        m.isDrawn()
                                ? new Issue(
                                        IssueCode.STRUCTURE_AMBIGUOUS,
                                        Severity.WARNING,
                                        passedOver
                                                + Quoted.text(
                                                        best.get(0).structure().name())
                                                + " has the better name; check that it is the right one")
                                : Issue.of(IssueCode.STRUCTURE_EMPTY, passedOver + "it has no closed contours"));
            }
            if (best.size() > 1) {
                issues.add(new Issue(
                        IssueCode.STRUCTURE_AMBIGUOUS,
                        Severity.WARNING,
                        "limits on the " + side.words() + " are tested on each of " + listed(best)));
            }
        }
    }

    private static List<StructureMatch> recognisedTargets(
            List<StructureMatch> named, @Nullable StructureMatch theCord) {
        return named.stream()
                .filter(m -> m.nameKind().isTarget() && m.isDrawn())
                .filter(m -> theCord == null
                        || m.structure().roiNumber() != theCord.structure().roiNumber())
                .sorted(Comparator.comparing(StructureMatch::nameKind))
                .toList();
    }

    private static List<StructureMatch> userTargets(
            List<StructureMatch> named, List<String> names, @Nullable StructureMatch theCord) {
        List<StructureMatch> picked = new ArrayList<>();
        for (String name : names) {
            StructureMatch m = byName(named, name, "--target");
            if (theCord != null
                    && m.structure().roiNumber() == theCord.structure().roiNumber()) {
                throw new CordonException(
                        IssueCode.USAGE,
                        "--target " + Quoted.text(name) + " is the spinal cord; name another structure");
            }
            StructureKind kind = m.nameKind().isTarget() ? m.nameKind() : StructureKind.TARGET;
            if (picked.stream()
                    .noneMatch(p -> p.structure().roiNumber() == m.structure().roiNumber())) {
                picked.add(m.usedAs(kind, "--target"));
            }
        }
        return picked;
    }

    /** The drawn structure of that name; without such a one, of that name in other case. */
    private static StructureMatch byName(List<StructureMatch> named, String name, String option) {
        String wanted = name.strip();
        List<StructureMatch> found = named.stream()
                .filter(m -> m.structure().name().strip().equals(wanted))
                .toList();
        if (found.isEmpty()) {
            found = named.stream()
                    .filter(m -> m.structure().name().strip().equalsIgnoreCase(wanted))
                    .toList();
        }
        if (found.isEmpty()) {
            throw notFound(named, name, option);
        }
        List<StructureMatch> drawn =
                found.stream().filter(StructureMatch::isDrawn).toList();
        if (drawn.isEmpty()) {
            throw new CordonException(
                    IssueCode.STRUCTURE_EMPTY,
                    option + " " + Quoted.text(name) + ": the structure has no closed contours; name another");
        }
        if (drawn.size() > 1) {
            throw new CordonException(
                    IssueCode.STRUCTURE_AMBIGUOUS,
                    option + " " + Quoted.text(name) + " fits " + listed(drawn)
                            + "; write the exact name, or rename one in the planning system");
        }
        return drawn.get(0);
    }

    private static CordonException notFound(List<StructureMatch> named, String name, String option) {
        List<String> names = named.stream()
                .map(StructureMatch::structure)
                .map(Structure::name)
                .toList();
        List<String> similar = Similar.to(name, names);
        String hint = similar.isEmpty()
                ? "; the set holds "
                        + Quoted.list(names.stream().limit(NAMES_IN_A_MESSAGE).toList())
                        + (names.size() > NAMES_IN_A_MESSAGE
                                ? " and " + (names.size() - NAMES_IN_A_MESSAGE) + " more"
                                : "")
                : "; did you mean " + Quoted.list(similar) + "?";
        return new CordonException(
                IssueCode.STRUCTURE_NOT_FOUND,
                option + " " + Quoted.text(name) + ": no structure of that name" + (names.isEmpty() ? "" : hint));
    }
}

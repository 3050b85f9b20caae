package org.cordonrt.illustration;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.cordonrt.check.GapProfile;
import org.cordonrt.issue.Issue;

/**
 * All that can be drawn of one assessment. Immutable.
 *
 * @param curves histograms: the cord and what holds it, targets, and organs with a judged limit, in file order; without
 *     those whose dose is not known everywhere
 * @param profiles the gap along the cord to each target; empty without cord or target
 * @param across the dose on the shortest path from the nearest target to the cord; empty without cord, target or dose
 * @param views slices through the smallest gap, then through the hottest point of the cord; each place axial, sagittal,
 *     coronal
 * @param issues what could not be drawn, and why; never more than a note
 */
public record Illustrations(
        List<StructureCurve> curves,
        List<GapProfile> profiles,
        Optional<DoseAcross> across,
        List<SliceView> views,
        List<Issue> issues) {
    public Illustrations {
        curves = List.copyOf(curves);
        profiles = List.copyOf(profiles);
        Objects.requireNonNull(across, "across");
        views = List.copyOf(views);
        issues = List.copyOf(issues);
    }

    /** The same with more to say about what could not be drawn. */
    public Illustrations withIssues(List<Issue> more) {
        return new Illustrations(
                curves,
                profiles,
                across,
                views,
                Stream.concat(more.stream(), issues.stream()).toList());
    }
}

package org.cordonrt.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.cordonrt.constraint.StructureKind;
import org.cordonrt.constraint.StructureMatch;
import org.cordonrt.constraint.StructureSelection;
import org.cordonrt.contours.ContourChecks;
import org.cordonrt.contours.Drawn;
import org.cordonrt.geometry.SolidModel;
import org.cordonrt.issue.Issue;
import org.cordonrt.issue.IssueCode;
import org.cordonrt.plan.Structure;

/** Whether the contours that a check rests on are plausible. */
final class ContourReview {
    /** Overlaps less deep than this are contours that touch, as far as anybody can draw. */
    private static final double TOUCHING_MM = 0.01;

    private ContourReview() {}

    /** Findings about the structures in use, in their order. */
    static List<Issue> of(StructureSelection selection, List<Structure> used, CaseModel model, double beyondTargetMm) {
        Map<Integer, StructureKind> kinds = selection.matches().stream()
                .collect(Collectors.toMap(m -> m.structure().roiNumber(), StructureMatch::kind));
        List<Drawn> drawn = new ArrayList<>();
        for (Structure s : used) {
            StructureKind kind = Objects.requireNonNull(kinds.get(s.roiNumber()));
            model.solid(s)
                    .ifPresent(solid -> drawn.add(new Drawn(
                            s, solid.under(SolidModel.SLAB, solid.options().endCap()), part(kind))));
        }
        return ContourChecks.of(drawn, beyondTargetMm);
    }

    private static Drawn.Part part(StructureKind kind) {
        if (kind.isTarget()) {
            return Drawn.Part.TARGET;
        }
        return switch (kind) {
            case SPINAL_CORD -> Drawn.Part.CORD;
            case CORD_PRV, THECAL_SAC, SPINAL_CANAL, PARTIAL_CORD, CORD_SECTION -> Drawn.Part.AROUND_CORD;
            case CAUDA_EQUINA -> Drawn.Part.CAUDA;
            default -> Drawn.Part.OTHER;
        };
    }

    /** Where the cord reaches into a target. */
    static List<Issue> overlaps(List<Margin> margins) {
        List<Issue> issues = new ArrayList<>();
        for (Margin m : margins) {
            if (m.from().kind() == StructureKind.SPINAL_CORD
                    && m.to().kind().isTarget()
                    && m.distanceMm() == 0
                    && m.deepestOverlapMm() > TOUCHING_MM) {
                issues.add(Issue.of(
                        IssueCode.CORD_IN_TARGET,
                        "'" + m.from().structure().name() + "' and '"
                                + m.to().structure().name() + "' share " + cc(m.overlapCc()) + " cc, up to "
                                + hundredths(m.deepestOverlapMm()) + " mm deep, deepest at (x, y, z) = ("
                                + tenths(m.fromPointMm().x()) + ", "
                                + tenths(m.fromPointMm().y()) + ", "
                                + tenths(m.fromPointMm().z()) + ") mm; no dose can treat one and spare the other"));
            }
        }
        return issues;
    }

    private static String cc(double cc) {
        return cc < 0.001 ? "less than 0.001" : String.valueOf(Math.round(cc * 1000) / 1000.0);
    }

    private static String hundredths(double mm) {
        return String.valueOf(Math.round(mm * 100) / 100.0);
    }

    private static String tenths(double mm) {
        return String.valueOf(Math.round(mm * 10) / 10.0);
    }
}

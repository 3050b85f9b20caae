package org.cordonrt.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cordonrt.Internal;
import org.cordonrt.constraint.StructureKind;
import org.cordonrt.constraint.StructureMatch;
import org.cordonrt.geometry.SlabSolid;
import org.cordonrt.plan.TreatmentCase;

/**
 * What a picture needs beyond the numbers of an assessment: the solids it was made from, whole histograms, and the gap
 * along the cord. Made again from the case with the options of the assessment, so that both agree. Immutable and
 * thread-safe.
 */
@Internal
public final class CaseDetail {
    private final TreatmentCase plan;
    private final Assessment found;
    private final CaseModel model;

    /** ROI numbers of what has a part in the model. */
    private final Map<Integer, StructureMatch> known = new HashMap<>();

    private CaseDetail(TreatmentCase plan, Assessment found, CaseModel model, List<StructureMatch> known) {
        this.plan = plan;
        this.found = found;
        this.model = model;
        known.forEach(m -> this.known.put(m.structure().roiNumber(), m));
    }

    /** @param plan the case that was assessed */
    public static CaseDetail of(TreatmentCase plan, Assessment found) {
        List<StructureMatch> used = found.structures().stream()
                .filter(AssessedStructure::isUsed)
                .map(AssessedStructure::match)
                .filter(StructureMatch::isDrawn)
                .toList();
        List<StructureMatch> known =
                new ArrayList<>(used.stream().filter(m -> !m.isDerived()).toList());
        CaseModel drawn = new CaseModel(
                plan, known.stream().map(StructureMatch::structure).toList(), found.model());
        List<PartialCord> parts = partialCords(used, drawn, found.rules().partialCordMm());
        parts.forEach(p -> known.add(p.match()));
        return new CaseDetail(plan, found, drawn.with(parts), known);
    }

    /** Only those that come out as they were assessed. */
    private static List<PartialCord> partialCords(List<StructureMatch> used, CaseModel drawn, double reachMm) {
        List<StructureMatch> targets =
                used.stream().filter(m -> m.kind().isTarget()).toList();
        return used.stream()
                .filter(m -> m.kind() == StructureKind.SPINAL_CORD)
                .findFirst()
                .flatMap(cord -> drawn.solid(cord.structure())
                        .map(solid -> PartialCord.beside(cord, solid, targets, drawn, reachMm).stream()
                                .filter(p -> used.contains(p.match()))
                                .toList()))
                .orElse(List.of());
    }

    /** The solid that was measured; empty where the contours make none. */
    public Optional<SlabSolid> solid(StructureMatch match) {
        return isKnown(match) ? model.solid(match.structure()) : Optional.empty();
    }

    /**
     * The histogram in steps of {@code binGy}; empty without a solid, and without a dose in all of it.
     *
     * @param toleranceGy the dose by which the envelope may be off, Gy: a picture needs less than a metric
     * @throws IllegalArgumentException for a bin that makes more than a million points
     */
    public Optional<Curve> curve(StructureMatch match, double binGy, double toleranceGy) {
        return isKnown(match) ? model.curve(match.structure(), binGy, toleranceGy) : Optional.empty();
    }

    /**
     * The gap along each of one list to each of another, where both lie beside each other or nearly so; pairs without
     * solids have none.
     *
     * @param beyondMm how far above and below the other structure to look, mm
     */
    public List<GapProfile> profiles(List<StructureMatch> from, List<StructureMatch> to, double beyondMm) {
        return GapProfiles.near(
                from.stream().filter(this::isKnown).toList(),
                to.stream().filter(this::isKnown).toList(),
                model,
                plan.plan().prescriptionGy(),
                beyondMm);
    }

    /** Number of threads that the assessment was made with. */
    public int threads() {
        return found.model().threads();
    }

    private boolean isKnown(StructureMatch match) {
        return match.equals(known.get(match.structure().roiNumber()));
    }
}

package org.cordonrt.rt;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import org.cordonrt.dicom.DataSet;
import org.cordonrt.dicom.Tag;
import org.cordonrt.issue.Issue;
import org.cordonrt.issue.IssueCode;
import org.cordonrt.issue.Severity;

/**
 * What Cordon needs of an RT Plan or RT Ion Plan (PS3.3 C.8.8.9 to C.8.8.14, C.8.8.25).
 *
 * @param label RT Plan Label, may be empty
 * @param approvalStatus Approval Status, may be empty
 * @param intent Plan Intent, may be empty
 * @param groups the fraction groups in file order
 * @param targetDosesGy the different Target Prescription Doses
 * @param structureSetUids structure sets it refers to
 * @param doseUids doses it refers to
 * @param frameOfReferenceUid may be empty
 * @param partners RT Plan Relationships (300A,0055) to plans that give dose too: PRIOR and CONCURRENT
 */
record PlanData(
        String label,
        String approvalStatus,
        String intent,
        List<FractionGroup> groups,
        List<Double> targetDosesGy,
        List<String> structureSetUids,
        List<String> doseUids,
        String frameOfReferenceUid,
        List<String> partners) {
    /** Beams of another point's dose hit a whole number of fractions by chance only. */
    private static final double FRACTIONS_WITHIN = 0.15;

    private static final double BEAM_DOSES_WITHIN = 1.8;
    private static final Set<String> GIVE_DOSE_TOO = Set.of("PRIOR", "CONCURRENT");

    /**
     * One fraction group.
     *
     * @param number Fraction Group Number (300A,0071)
     * @param fractions Number of Fractions Planned (300A,0078), when it is there and at least 1
     * @param beams the beams that must give dose in it
     * @param silentBeams beams for imaging or without monitor units, which need not have a dose
     * @param brachy whether it has brachytherapy application setups, which give dose too
     * @param beamDosesGy sum of the Beam Doses (300A,0084) of one fraction; 0 when no beam or not every one has one
     */
    record FractionGroup(
            int number,
            OptionalInt fractions,
            List<Integer> beams,
            List<Integer> silentBeams,
            boolean brachy,
            double beamDosesGy) {
        FractionGroup {
            beams = List.copyOf(beams);
            silentBeams = List.copyOf(silentBeams);
        }
    }

    PlanData {
        groups = List.copyOf(groups);
        targetDosesGy = List.copyOf(targetDosesGy);
        structureSetUids = List.copyOf(structureSetUids);
        doseUids = List.copyOf(doseUids);
        partners = List.copyOf(partners);
    }

    static PlanData read(DataSet plan) {
        return new PlanData(
                plan.text(Tag.RTPlanLabel).orElse(""),
                plan.text(Tag.ApprovalStatus).orElse(""),
                plan.text(Tag.PlanIntent).orElse(""),
                groups(plan),
                targetDosesGy(plan),
                References.uids(plan, Tag.ReferencedStructureSetSequence),
                References.uids(plan, Tag.ReferencedDoseSequence),
                plan.text(Tag.FrameOfReferenceUID).orElse(""),
                plan.items(Tag.ReferencedRTPlanSequence).stream()
                        .map(p -> p.text(Tag.RTPlanRelationship).orElse(""))
                        .filter(GIVE_DOSE_TOO::contains)
                        .distinct()
                        .sorted()
                        .toList());
    }

    /** Fractions of the whole course: known only when there is one fraction group, and that says it. */
    OptionalInt fractions() {
        return groups.size() == 1 ? groups.get(0).fractions() : OptionalInt.empty();
    }

    /** What is to be said where other plans give dose too. */
    Optional<Issue> partnership() {
        return partners.isEmpty()
                ? Optional.empty()
                : Optional.of(Issue.of(
                        IssueCode.COURSE_NOT_WHOLE,
                        "the plan names another plan as " + String.join(" and ", partners)
                                + ": make sure that the dose is all that the limits are for, not that of a phase or"
                                + " boost"));
    }

    Optional<FractionGroup> group(int number) {
        return groups.stream().filter(g -> g.number() == number).findFirst();
    }

    /**
     * What is to be said where the beams of all fractions together give something else than the prescription: then the
     * number of fractions or the prescription may be wrong. Beam doses are doses at points, so that only a factor of
     * two says anything.
     */
    Optional<Issue> beamDoses(OptionalDouble prescriptionGy) {
        if (prescriptionGy.isEmpty() || fractions().isEmpty() || groups.get(0).beamDosesGy() <= 0) {
            return Optional.empty();
        }
        double sumGy = fractions().getAsInt() * groups.get(0).beamDosesGy();
        double share = sumGy / prescriptionGy.getAsDouble();
        OptionalInt fewer =
                fewerFractions(prescriptionGy.getAsDouble() / groups.get(0).beamDosesGy());
        if (fewer.isPresent()) {
            return Optional.of(new Issue(
                    IssueCode.FRACTIONS_CONFLICT,
                    Severity.WARNING,
                    String.format(
                            Locale.ROOT,
                            "the beam doses make the prescription of %.2f Gy in %d fraction%s and the plan has %d: limits"
                                    + " for %d fractions may be too wide; make sure that this is their number",
                            prescriptionGy.getAsDouble(),
                            fewer.getAsInt(),
                            fewer.getAsInt() == 1 ? "" : "s",
                            fractions().getAsInt(),
                            fractions().getAsInt())));
        }
        return share > 1 / BEAM_DOSES_WITHIN && share < BEAM_DOSES_WITHIN
                ? Optional.empty()
                : Optional.of(Issue.of(
                        IssueCode.PRESCRIPTION_CONFLICT,
                        String.format(
                                Locale.ROOT,
                                "the beam doses of %d fraction%s add up to %.2f Gy and the prescription is %.2f Gy:"
                                        + " make sure that number of fractions and prescription are right",
                                fractions().getAsInt(),
                                fractions().getAsInt() == 1 ? "" : "s",
                                sumGy,
                                prescriptionGy.getAsDouble())));
    }

    /** The number of fractions that the beams need, where that is another, smaller one and hits the prescription well. */
    private OptionalInt fewerFractions(double needed) {
        int n = (int) Math.rint(needed);
        boolean fewer = n >= 1 && n * BEAM_DOSES_WITHIN < fractions().orElse(0);
        return fewer && Math.abs(needed - n) <= FRACTIONS_WITHIN * n ? OptionalInt.of(n) : OptionalInt.empty();
    }

    /** The prescription, if the plan speaks of one only. Which of several is meant nobody can tell. */
    OptionalDouble prescriptionGy(List<Issue> issues) {
        if (targetDosesGy.size() == 1) {
            return OptionalDouble.of(targetDosesGy.get(0));
        }
        if (targetDosesGy.size() > 1) {
            issues.add(Issue.of(
                    IssueCode.PRESCRIPTION_UNKNOWN,
                    "the plan prescribes several target doses (" + Words.list(targetDosesGy) + " Gy)"));
        }
        return OptionalDouble.empty();
    }

    private static List<FractionGroup> groups(DataSet plan) {
        Map<Integer, String> deliveryTypes = new HashMap<>();
        for (int sequence : new int[] {Tag.BeamSequence, Tag.IonBeamSequence}) {
            for (DataSet beam : plan.items(sequence)) {
                deliveryTypes.put(
                        beam.requireInteger(Tag.BeamNumber),
                        beam.text(Tag.TreatmentDeliveryType).orElse(""));
            }
        }
        List<FractionGroup> groups = new ArrayList<>();
        Set<Integer> numbers = new LinkedHashSet<>();
        for (DataSet group : plan.items(Tag.FractionGroupSequence)) {
            int number = group.requireInteger(Tag.FractionGroupNumber);
            if (!numbers.add(number)) {
                throw group.invalid(Tag.FractionGroupNumber, "fraction group " + number + " is there twice");
            }
            OptionalInt fractions = group.integer(Tag.NumberOfFractionsPlanned);
            if (fractions.isPresent() && fractions.getAsInt() < 0) {
                throw group.invalid(Tag.NumberOfFractionsPlanned, "is " + fractions.getAsInt());
            }
            List<Integer> beams = new ArrayList<>();
            List<Integer> silentBeams = new ArrayList<>();
            double beamDosesGy = 0;
            boolean everyBeam = true;
            for (DataSet beam : group.items(Tag.ReferencedBeamSequence)) {
                int beamNumber = beam.requireInteger(Tag.ReferencedBeamNumber);
                boolean nothingDelivered = beam.decimal(Tag.BeamMeterset).orElse(1) == 0;
                boolean silent = nothingDelivered || isImaging(deliveryTypes.getOrDefault(beamNumber, ""));
                (silent ? silentBeams : beams).add(beamNumber);
                double gy = beam.decimal(Tag.BeamDose).orElse(0);
                everyBeam &= silent || gy > 0;
                beamDosesGy += gy;
            }
            groups.add(new FractionGroup(
                    number,
                    fractions.isPresent() && fractions.getAsInt() > 0 ? fractions : OptionalInt.empty(),
                    beams,
                    silentBeams,
                    !group.items(Tag.ReferencedBrachyApplicationSetupSequence).isEmpty(),
                    everyBeam ? beamDosesGy : 0));
        }
        return groups;
    }

    /** Treatment Delivery Types (300A,00CE) that take pictures and have no dose of their own in an export. */
    private static boolean isImaging(String deliveryType) {
        return deliveryType.equals("SETUP") || deliveryType.equals("OPEN_PORTFILM");
    }

    /** Doses prescribed to a volume or site; those to points count only where there is no other. */
    private static List<Double> targetDosesGy(DataSet plan) {
        Set<Double> volumes = new LinkedHashSet<>();
        Set<Double> points = new LinkedHashSet<>();
        for (DataSet reference : plan.items(Tag.DoseReferenceSequence)) {
            OptionalDouble gy = reference.decimal(Tag.TargetPrescriptionDose);
            if (reference.text(Tag.DoseReferenceType).orElse("").equals("TARGET")
                    && gy.isPresent()
                    && gy.getAsDouble() > 0) {
                String structureType =
                        reference.text(Tag.DoseReferenceStructureType).orElse("");
                boolean point = structureType.equals("POINT") || structureType.equals("COORDINATES");
                (point ? points : volumes).add(gy.getAsDouble());
            }
        }
        return List.copyOf(volumes.isEmpty() ? points : volumes);
    }
}

package org.cordonrt.rt;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * What to read, and how to settle what the files leave open. Immutable; the {@code with} methods give changed copies.
 *
 * @param paths files and folders, at least one; folders are searched with all their subfolders
 * @param doseNeed whether the dose is wanted
 * @param structureSet picks one structure set: a file path, a file name or a SOP Instance UID
 * @param doses picks doses in the same way; empty picks by the links between the files
 * @param plan picks one plan in the same way
 * @param referenceDoseGy the dose in Gy that a RELATIVE dose value of 1 stands for
 * @param fractions number of fractions of the whole course, for plans that do not say it
 * @param digests whether the record of files has their SHA-256, which costs as much time as reading them
 */
public record CaseRequest(
        List<Path> paths,
        DoseNeed doseNeed,
        Optional<String> structureSet,
        List<String> doses,
        Optional<String> plan,
        OptionalDouble referenceDoseGy,
        OptionalInt fractions,
        boolean digests) {
    public CaseRequest {
        paths = List.copyOf(paths);
        Objects.requireNonNull(doseNeed, "doseNeed");
        Objects.requireNonNull(structureSet, "structureSet");
        doses = List.copyOf(doses);
        Objects.requireNonNull(plan, "plan");
        Objects.requireNonNull(referenceDoseGy, "referenceDoseGy");
        Objects.requireNonNull(fractions, "fractions");
        if (paths.isEmpty()) {
            throw new IllegalArgumentException("no path to read from");
        }
        if (fractions.isPresent() && fractions.getAsInt() < 1) {
            throw new IllegalArgumentException("the number of fractions is " + fractions.getAsInt());
        }
        if (referenceDoseGy.isPresent()
                && !(referenceDoseGy.getAsDouble() > 0 && Double.isFinite(referenceDoseGy.getAsDouble()))) {
            throw new IllegalArgumentException("the reference dose is " + referenceDoseGy.getAsDouble() + " Gy");
        }
    }

    /** A request that needs a dose and lets the links between the files decide. */
    public static CaseRequest of(List<Path> paths) {
        return new CaseRequest(
                paths,
                DoseNeed.REQUIRED,
                Optional.empty(),
                List.of(),
                Optional.empty(),
                OptionalDouble.empty(),
                OptionalInt.empty(),
                true);
    }

    /** As {@link #of(List)}. */
    public static CaseRequest of(Path... paths) {
        return of(Arrays.asList(paths));
    }

    /** The same for other files and folders. */
    public CaseRequest withPaths(Path... others) {
        return new CaseRequest(
                Arrays.asList(others), doseNeed, structureSet, doses, plan, referenceDoseGy, fractions, digests);
    }

    /** The same with or without need of a dose. */
    public CaseRequest withDoseNeed(DoseNeed need) {
        return new CaseRequest(paths, need, structureSet, doses, plan, referenceDoseGy, fractions, digests);
    }

    /** The same with one structure set picked: by path, file name or SOP Instance UID. */
    public CaseRequest withStructureSet(String fileOrUid) {
        return new CaseRequest(
                paths, doseNeed, Optional.of(fileOrUid), doses, plan, referenceDoseGy, fractions, digests);
    }

    /** The same with doses picked: by path, file name or SOP Instance UID. */
    public CaseRequest withDoses(List<String> filesOrUids) {
        return new CaseRequest(paths, doseNeed, structureSet, filesOrUids, plan, referenceDoseGy, fractions, digests);
    }

    /** The same with one plan picked: by path, file name or SOP Instance UID. */
    public CaseRequest withPlan(String fileOrUid) {
        return new CaseRequest(
                paths, doseNeed, structureSet, doses, Optional.of(fileOrUid), referenceDoseGy, fractions, digests);
    }

    /** The same with the dose in Gy, above 0, that a RELATIVE dose value of 1 stands for. */
    public CaseRequest withReferenceDoseGy(double gy) {
        return new CaseRequest(paths, doseNeed, structureSet, doses, plan, OptionalDouble.of(gy), fractions, digests);
    }

    /** The same with the number of fractions of the whole course, at least 1. */
    public CaseRequest withFractions(int n) {
        return new CaseRequest(paths, doseNeed, structureSet, doses, plan, referenceDoseGy, OptionalInt.of(n), digests);
    }

    /** Without SHA-256 of the files: for results that do not show it. */
    public CaseRequest withoutDigests() {
        return new CaseRequest(paths, doseNeed, structureSet, doses, plan, referenceDoseGy, fractions, false);
    }
}

package org.cordonrt.constraint;

import java.util.EnumSet;
import java.util.Set;

/**
 * What a structure is. Kinds are never merged: a limit published for one is not applied to another unless the user says
 * so. The names are stable: constraint files and JSON use them.
 */
public enum StructureKind {
    /** The cord itself, drawn whole. */
    SPINAL_CORD("spinal cord"),
    /** A margin around the cord. */
    CORD_PRV("spinal cord PRV"),
    /** The dural sac around cord and cauda equina. */
    THECAL_SAC("thecal sac"),
    /** The bony canal. */
    SPINAL_CANAL("spinal canal"),
    /** The cord from 5-6 mm above to 5-6 mm below the treated level. */
    PARTIAL_CORD("partial spinal cord"),
    /** An anatomical section of the cord (cervical, thoracic, lumbar, sacral): neither the whole nor the partial cord. */
    CORD_SECTION("section of the spinal cord"),
    CAUDA_EQUINA("cauda equina"),
    SACRAL_PLEXUS("sacral plexus"),
    SACRAL_PLEXUS_LEFT("left sacral plexus"),
    SACRAL_PLEXUS_RIGHT("right sacral plexus"),
    BRACHIAL_PLEXUS("brachial plexus"),
    BRACHIAL_PLEXUS_LEFT("left brachial plexus"),
    BRACHIAL_PLEXUS_RIGHT("right brachial plexus"),
    BRAINSTEM("brainstem"),
    ESOPHAGUS("oesophagus"),
    VERTEBRAL_BODY("vertebral body"),
    GTV("GTV"),
    CTV("CTV"),
    ITV("ITV"),
    PTV("PTV"),
    /** A target that the user named and whose name does not say which of the four it is. */
    TARGET("target"),
    /** The outline of the patient. */
    EXTERNAL("external contour"),
    /** A margin around an organ other than the cord. */
    OTHER_PRV("PRV of another organ"),
    /** Anything else, and everything that could not be told. */
    OTHER("other");

    private static final Set<StructureKind> TARGETS = EnumSet.of(GTV, CTV, ITV, PTV, TARGET);
    private static final Set<StructureKind> HOLD_THE_CORD =
            EnumSet.of(SPINAL_CORD, CORD_PRV, THECAL_SAC, SPINAL_CANAL, PARTIAL_CORD);
    private static final Set<StructureKind> WITHOUT_LIMITS = EnumSet.of(
            CORD_SECTION,
            SACRAL_PLEXUS_LEFT,
            SACRAL_PLEXUS_RIGHT,
            BRACHIAL_PLEXUS_LEFT,
            BRACHIAL_PLEXUS_RIGHT,
            VERTEBRAL_BODY,
            TARGET,
            OTHER_PRV,
            OTHER);

    private final String words;

    StructureKind(String words) {
        this.words = words;
    }

    /** The kind in words, for a sentence. */
    public String words() {
        return words;
    }

    /** Whether this is a volume to be treated. */
    public boolean isTarget() {
        return TARGETS.contains(this);
    }

    /** Whether a limit on this kind limits the dose of the spinal cord: the cord, what surrounds it, or its part. */
    public boolean guardsCord() {
        return HOLD_THE_CORD.contains(this);
    }

    /** Whether a constraint file may put a limit on this kind. */
    public boolean takesLimits() {
        return !WITHOUT_LIMITS.contains(this);
    }

    /** The kind that limits are published for: a left or right plexus is a plexus, all else is itself. */
    public StructureKind organ() {
        return switch (this) {
            case SACRAL_PLEXUS_LEFT, SACRAL_PLEXUS_RIGHT -> SACRAL_PLEXUS;
            case BRACHIAL_PLEXUS_LEFT, BRACHIAL_PLEXUS_RIGHT -> BRACHIAL_PLEXUS;
            default -> this;
        };
    }
}

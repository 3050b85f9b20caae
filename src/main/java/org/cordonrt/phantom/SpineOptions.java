package org.cordonrt.phantom;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a {@link SpinePhantom} is to look like. {@link #defaults()} is a case that meets every limit on the cord; change
 * it with {@link #toBuilder()}. Immutable.
 *
 * @param seed draws the bends of the cord and, with it, every UID
 * @param bends how strongly the cord bends: 0 straight, 1 as drawn from the seed
 * @param slantDegrees slant of the cord in the sagittal plane, -50 to 50
 * @param cordRadiusMm mean radius of the cord's slightly elliptic cross-section, 3 to 10
 * @param cordLengthMm length of the cord along z, 20 to 400
 * @param target where the target lies
 * @param gapMm smallest distance between the surfaces of cord and GTV, -3 to 15; negative for overlap
 * @param targetHeightMm height of the GTV, 8 to 100
 * @param planeSpacingMm distance of contour planes, 0.5 to 10
 * @param pointSpacingMm distance of contour points, 0.05 to 10
 * @param sliceOrder order of contours and dose frames
 * @param winding sense of the contours
 * @param holes how holes are drawn
 * @param ctReferences whether contours and plan refer to the images of a CT, which is never written
 * @param extraStructures number of further organs and rings, 0 to 20
 * @param fractions planned fractions, 1 to 40
 * @param prescriptionGy prescribed dose, Gy, total
 * @param cordMaxGy about the largest dose to the cord, Gy, total
 * @param falloffPercentPerMm steepest dose gradient, percent of the prescription per mm, 2 to 30
 * @param doseSpacingMm distance of dose samples, 0.5 to 10
 * @param doseSize size of the dose grid; null to fit all structures but the external contour
 * @param doseBits bits of a stored dose, 16 or 32
 * @param offsets meaning of the frame offsets
 * @param position how the patient lies, which turns the dose grid's axes
 */
public record SpineOptions(
        long seed,
        double bends,
        double slantDegrees,
        double cordRadiusMm,
        double cordLengthMm,
        TargetShape target,
        double gapMm,
        double targetHeightMm,
        double planeSpacingMm,
        double pointSpacingMm,
        SliceOrder sliceOrder,
        Winding winding,
        HoleStyle holes,
        boolean ctReferences,
        int extraStructures,
        int fractions,
        double prescriptionGy,
        double cordMaxGy,
        double falloffPercentPerMm,
        double doseSpacingMm,
        @Nullable GridSize doseSize,
        int doseBits,
        OffsetStyle offsets,
        PatientPosition position) {

    /**
     * @throws IllegalArgumentException if an option is out of its range or two do not fit together; the message is one
     *     line for the user
     */
    public SpineOptions {
        Objects.requireNonNull(target, "target");
        Objects.requireNonNull(sliceOrder, "sliceOrder");
        Objects.requireNonNull(winding, "winding");
        Objects.requireNonNull(holes, "holes");
        Objects.requireNonNull(offsets, "offsets");
        Objects.requireNonNull(position, "position");
        requireIn("bends", bends, 0, 2);
        requireIn("slant (degrees)", slantDegrees, -50, 50);
        requireIn("cord radius (mm)", cordRadiusMm, 3, 10);
        requireIn("cord length (mm)", cordLengthMm, 20, 400);
        requireIn("gap (mm)", gapMm, -3, 15);
        requireIn("target height (mm)", targetHeightMm, 8, 100);
        requireIn("plane spacing (mm)", planeSpacingMm, 0.5, 10);
        requireIn("point spacing (mm)", pointSpacingMm, 0.05, 10);
        requireIn("number of extra structures", extraStructures, 0, 20);
        requireIn("number of fractions", fractions, 1, 40);
        requireIn("prescription (Gy)", prescriptionGy, 1, 100);
        requireIn("cord maximum (Gy)", cordMaxGy, 0.1, prescriptionGy);
        requireIn("fall-off (percent per mm)", falloffPercentPerMm, 2, 30);
        requireIn("dose spacing (mm)", doseSpacingMm, 0.5, 10);
        if (doseBits != 16 && doseBits != 32) {
            throw new IllegalArgumentException("the dose has 16 or 32 bits, not " + doseBits);
        }
        if (offsets == OffsetStyle.ABSOLUTE && position != PatientPosition.HFS) {
            throw new IllegalArgumentException(
                    "absolute frame offsets exist for the position HFS only, not " + position);
        }
        if (Math.abs(Math.rint(planeSpacingMm * 100) - planeSpacingMm * 100) > 1e-9) {
            throw new IllegalArgumentException(
                    "the plane spacing is whole hundredths of a millimetre, not " + planeSpacingMm);
        }
    }

    private static void requireIn(String what, double value, double least, double most) {
        if (!(value >= least && value <= most)) {
            throw new IllegalArgumentException(
                    "the " + what + " must lie between " + least + " and " + most + ", not " + value);
        }
    }

    /** A bent cord with a target wrapped around the canal, 18 Gy in one fraction, 3 mm gap, all cord limits met. */
    public static SpineOptions defaults() {
        return new Builder().build();
    }

    /**
     * A case of clinical size: dose of 256 x 256 x 200 samples in 32 bits, 30 structures, some 25 MB of contours. For
     * benchmarks; it takes about ten seconds and fits into 1 GB of memory.
     */
    public static SpineOptions clinicalSize() {
        return new Builder()
                .cordLengthMm(240)
                .planeSpacingMm(1.25)
                .pointSpacingMm(0.6)
                .extraStructures(20)
                .doseSpacingMm(1.25)
                .doseSize(new GridSize(256, 256, 200))
                .build();
    }

    /** A builder that starts from these options. */
    public Builder toBuilder() {
        Builder b = new Builder();
        b.seed = seed;
        b.bends = bends;
        b.slantDegrees = slantDegrees;
        b.cordRadiusMm = cordRadiusMm;
        b.cordLengthMm = cordLengthMm;
        b.target = target;
        b.gapMm = gapMm;
        b.targetHeightMm = targetHeightMm;
        b.planeSpacingMm = planeSpacingMm;
        b.pointSpacingMm = pointSpacingMm;
        b.sliceOrder = sliceOrder;
        b.winding = winding;
        b.holes = holes;
        b.ctReferences = ctReferences;
        b.extraStructures = extraStructures;
        b.fractions = fractions;
        b.prescriptionGy = prescriptionGy;
        b.cordMaxGy = cordMaxGy;
        b.falloffPercentPerMm = falloffPercentPerMm;
        b.doseSpacingMm = doseSpacingMm;
        b.doseSize = doseSize;
        b.doseBits = doseBits;
        b.offsets = offsets;
        b.position = position;
        return b;
    }

    /** Changes options one by one. Not thread-safe. */
    public static final class Builder {
        private long seed = 1;
        private double bends = 1;
        private double slantDegrees = 0;
        private double cordRadiusMm = 4.75;
        private double cordLengthMm = 80;
        private TargetShape target = TargetShape.WRAPPED;
        private double gapMm = 3;
        private double targetHeightMm = 22;
        private double planeSpacingMm = 2;
        private double pointSpacingMm = 1;
        private SliceOrder sliceOrder = SliceOrder.ASCENDING;
        private Winding winding = Winding.COUNTERCLOCKWISE;
        private HoleStyle holes = HoleStyle.NESTED;
        private boolean ctReferences = true;
        private int extraStructures = 0;
        private int fractions = 1;
        private double prescriptionGy = 18;
        private double cordMaxGy = 8.8;
        private double falloffPercentPerMm = 12;
        private double doseSpacingMm = 2;
        private @Nullable GridSize doseSize = null;
        private int doseBits = 32;
        private OffsetStyle offsets = OffsetStyle.RELATIVE;
        private PatientPosition position = PatientPosition.HFS;

        private Builder() {}

        public Builder seed(long value) {
            seed = value;
            return this;
        }

        public Builder bends(double value) {
            bends = value;
            return this;
        }

        public Builder slantDegrees(double value) {
            slantDegrees = value;
            return this;
        }

        public Builder cordRadiusMm(double value) {
            cordRadiusMm = value;
            return this;
        }

        public Builder cordLengthMm(double value) {
            cordLengthMm = value;
            return this;
        }

        public Builder target(TargetShape value) {
            target = value;
            return this;
        }

        public Builder gapMm(double value) {
            gapMm = value;
            return this;
        }

        public Builder targetHeightMm(double value) {
            targetHeightMm = value;
            return this;
        }

        public Builder planeSpacingMm(double value) {
            planeSpacingMm = value;
            return this;
        }

        public Builder pointSpacingMm(double value) {
            pointSpacingMm = value;
            return this;
        }

        public Builder sliceOrder(SliceOrder value) {
            sliceOrder = value;
            return this;
        }

        public Builder winding(Winding value) {
            winding = value;
            return this;
        }

        public Builder holes(HoleStyle value) {
            holes = value;
            return this;
        }

        public Builder ctReferences(boolean value) {
            ctReferences = value;
            return this;
        }

        public Builder extraStructures(int value) {
            extraStructures = value;
            return this;
        }

        public Builder fractions(int value) {
            fractions = value;
            return this;
        }

        public Builder prescriptionGy(double value) {
            prescriptionGy = value;
            return this;
        }

        public Builder cordMaxGy(double value) {
            cordMaxGy = value;
            return this;
        }

        public Builder falloffPercentPerMm(double value) {
            falloffPercentPerMm = value;
            return this;
        }

        public Builder doseSpacingMm(double value) {
            doseSpacingMm = value;
            return this;
        }

        public Builder doseSize(@Nullable GridSize value) {
            doseSize = value;
            return this;
        }

        public Builder doseBits(int value) {
            doseBits = value;
            return this;
        }

        public Builder offsets(OffsetStyle value) {
            offsets = value;
            return this;
        }

        public Builder position(PatientPosition value) {
            position = value;
            return this;
        }

        public SpineOptions build() {
            return new SpineOptions(
                    seed,
                    bends,
                    slantDegrees,
                    cordRadiusMm,
                    cordLengthMm,
                    target,
                    gapMm,
                    targetHeightMm,
                    planeSpacingMm,
                    pointSpacingMm,
                    sliceOrder,
                    winding,
                    holes,
                    ctReferences,
                    extraStructures,
                    fractions,
                    prescriptionGy,
                    cordMaxGy,
                    falloffPercentPerMm,
                    doseSpacingMm,
                    doseSize,
                    doseBits,
                    offsets,
                    position);
        }
    }
}

package org.cordonrt.phantom;

import java.util.List;
import org.cordonrt.dicom.TransferSyntax;

/** The cases under testdata/spine, with the options that made them. */
final class SpineCases {
    /**
     * @param name folder
     * @param passes whether every limit on cord and thecal sac is meant to be met
     */
    record SpineCase(String name, SpineOptions options, TransferSyntax syntax, boolean passes) {
        @Override
        public String toString() {
            return name;
        }
    }

    private SpineCases() {}

    static List<SpineCase> all() {
        return List.of(
                new SpineCase("1fx-pass", SpineOptions.defaults(), TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN, true),
                new SpineCase(
                        "1fx-fail",
                        SpineOptions.defaults().toBuilder()
                                .seed(2)
                                .cordMaxGy(16)
                                .doseBits(16)
                                .offsets(OffsetStyle.ABSOLUTE)
                                .sliceOrder(SliceOrder.DESCENDING)
                                .build(),
                        TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN,
                        false),
                new SpineCase(
                        "1fx-abutting",
                        SpineOptions.defaults().toBuilder()
                                .seed(3)
                                .gapMm(0)
                                .cordMaxGy(17)
                                .doseBits(16)
                                .winding(Winding.CLOCKWISE)
                                .build(),
                        TransferSyntax.EXPLICIT_VR_BIG_ENDIAN,
                        false),
                new SpineCase(
                        "3fx-pass",
                        SpineOptions.defaults().toBuilder()
                                .seed(4)
                                .fractions(3)
                                .prescriptionGy(27)
                                .cordMaxGy(13)
                                .gapMm(2.5)
                                .doseBits(16)
                                .position(PatientPosition.FFS)
                                .build(),
                        TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN,
                        true),
                new SpineCase(
                        "5fx-pass",
                        SpineOptions.defaults().toBuilder()
                                .seed(5)
                                .fractions(5)
                                .prescriptionGy(30)
                                .cordMaxGy(15)
                                .gapMm(2)
                                .target(TargetShape.RING)
                                .holes(HoleStyle.KEYHOLE)
                                .position(PatientPosition.HFP)
                                .winding(Winding.ALTERNATING)
                                .build(),
                        TransferSyntax.RLE_LOSSLESS,
                        true),
                new SpineCase(
                        "5fx-slanted",
                        SpineOptions.defaults().toBuilder()
                                .seed(6)
                                .bends(0)
                                .slantDegrees(35)
                                .planeSpacingMm(3)
                                .sliceOrder(SliceOrder.SHUFFLED)
                                .ctReferences(false)
                                .fractions(5)
                                .prescriptionGy(30)
                                .cordMaxGy(13)
                                .doseBits(16)
                                .build(),
                        TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN,
                        true));
    }
}

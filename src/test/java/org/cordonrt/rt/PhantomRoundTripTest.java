package org.cordonrt.rt;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.cordonrt.dicom.TransferSyntax;
import org.cordonrt.phantom.OffsetStyle;
import org.cordonrt.phantom.PatientPosition;
import org.cordonrt.phantom.SliceOrder;
import org.cordonrt.phantom.SpineOptions;
import org.cordonrt.phantom.SpinePhantom;
import org.cordonrt.plan.Contour;
import org.cordonrt.plan.DoseGrid;
import org.cordonrt.plan.Structure;
import org.cordonrt.plan.TreatmentCase;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What was written is what is read, whatever the encoding, the orientation and the order of slices. */
class PhantomRoundTripTest {
    @TempDir
    Path folder;

    private static SpineOptions.Builder small() {
        return SpineOptions.defaults().toBuilder()
                .cordLengthMm(40)
                .targetHeightMm(12)
                .doseSpacingMm(4);
    }

    static Stream<Arguments> cases() {
        Stream<Arguments> syntaxes = Arrays.stream(TransferSyntax.values())
                .filter(s -> s != TransferSyntax.OTHER)
                .flatMap(s -> Stream.of(16, 32)
                        .map(bits -> Arguments.of(small().doseBits(bits).build(), s)));
        Stream<Arguments> positions = Arrays.stream(PatientPosition.values())
                .map(p -> Arguments.of(small().position(p).build(), TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN));
        Stream<Arguments> others = Stream.of(
                Arguments.of(small().offsets(OffsetStyle.ABSOLUTE).build(), TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN),
                Arguments.of(
                        small().sliceOrder(SliceOrder.DESCENDING).fractions(5).build(),
                        TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN));
        return Stream.of(syntaxes, positions, others).flatMap(s -> s);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void filesHoldTheCase(SpineOptions options, TransferSyntax syntax) {
        SpinePhantom phantom = SpinePhantom.of(options);
        phantom.write(folder, syntax);
        TreatmentCase expected = phantom.treatmentCase();
        TreatmentCase read = CaseReader.read(CaseRequest.of(folder));

        assertThat(read.issues()).isEmpty();
        assertThat(read.plan()).isEqualTo(expected.plan());
        assertThat(read.structures().frameOfReferenceUid())
                .isEqualTo(expected.structures().frameOfReferenceUid());
        assertSameStructures(
                read.structures().structures(), expected.structures().structures());
        assertSameDose(read.dose().orElseThrow(), expected.dose().orElseThrow());
    }

    private static void assertSameStructures(List<Structure> read, List<Structure> expected) {
        assertThat(read).hasSameSizeAs(expected);
        for (int i = 0; i < read.size(); i++) {
            Structure a = read.get(i);
            Structure b = expected.get(i);
            assertThat(a.roiNumber()).isEqualTo(b.roiNumber());
            assertThat(a.name()).isEqualTo(b.name());
            assertThat(a.interpretedType()).isEqualTo(b.interpretedType());
            assertThat(a.contours()).hasSameSizeAs(b.contours());
            for (int k = 0; k < a.contours().size(); k++) {
                Contour c = a.contours().get(k);
                assertThat(c.type()).isEqualTo(b.contours().get(k).type());
                assertThat(c.toArray()).containsExactly(b.contours().get(k).toArray());
            }
        }
    }

    private static void assertSameDose(DoseGrid read, DoseGrid expected) {
        assertThat(read.geometry().matches(expected.geometry(), 1e-9)).isTrue();
        for (int k = 0; k < expected.geometry().frames(); k++) {
            for (int j = 0; j < expected.geometry().rows(); j++) {
                for (int i = 0; i < expected.geometry().columns(); i++) {
                    if (read.doseGy(i, j, k) != expected.doseGy(i, j, k)) {
                        assertThat(read.doseGy(i, j, k)).isEqualTo(expected.doseGy(i, j, k));
                    }
                }
            }
        }
    }
}

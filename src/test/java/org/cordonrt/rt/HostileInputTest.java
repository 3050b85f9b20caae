package org.cordonrt.rt;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.cordonrt.Property;
import org.cordonrt.dicom.DataSetBuilder;
import org.cordonrt.dicom.DicomWriter;
import org.cordonrt.dicom.Tag;
import org.cordonrt.dicom.TransferSyntax;
import org.cordonrt.issue.CordonException;
import org.cordonrt.plan.DoseGrid;
import org.cordonrt.plan.TreatmentCase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Damaged files end in a refusal or in a case that is whole, never in another exception. */
class HostileInputTest {
    @TempDir
    Path folder;

    @BeforeEach
    void intactCase() {
        RtFixture.write(folder, "rs", RtFixture.structureSet());
        RtFixture.write(folder, "rp", RtFixture.plan(3));
        RtFixture.write(folder, "rd", withHistogram(RtFixture.dose()));
    }

    private static DataSetBuilder withHistogram(DataSetBuilder dose) {
        return dose.sequence(
                Tag.DVHSequence,
                new DataSetBuilder()
                        .text(Tag.DVHType, "CUMULATIVE")
                        .text(Tag.DoseUnits, "GY")
                        .text(Tag.DVHVolumeUnits, "CM3")
                        .integers(Tag.DVHNumberOfBins, 2)
                        .decimals(Tag.DVHData, 1, 10, 1, 5)
                        .sequence(
                                Tag.DVHReferencedROISequence,
                                new DataSetBuilder().integers(Tag.ReferencedROINumber, 1)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"rs", "rp", "rd"})
    void changedBytes(String name) throws IOException {
        byte[] intact = Files.readAllBytes(folder.resolve(name));
        Property.forAll(250, random -> damaged(intact, random), bytes -> readsOrRefuses(name, bytes));
    }

    @ParameterizedTest
    @ValueSource(strings = {"rs", "rp", "rd"})
    void cutShort(String name) throws IOException {
        byte[] intact = Files.readAllBytes(folder.resolve(name));
        for (int length = 0; length < intact.length; length += 11) {
            readsOrRefuses(name, Arrays.copyOf(intact, length));
        }
    }

    @Test
    void numbersOfEverySize() {
        double[] values = {0, -0.0, 1, -1, 0.5, 1e-300, 1e300, -1e300, 2147483647, 2147483648.0, 4294967296.0};
        int[] tags = {
            Tag.ImagePositionPatient,
            Tag.ImageOrientationPatient,
            Tag.PixelSpacing,
            Tag.GridFrameOffsetVector,
            Tag.DoseGridScaling
        };
        Property.forAll(
                300,
                random -> {
                    DataSetBuilder dose = RtFixture.dose();
                    int tag = tags[random.nextInt(tags.length)];
                    double[] chosen = new double[1 + random.nextInt(7)];
                    Arrays.setAll(chosen, i -> values[random.nextInt(values.length)]);
                    return dose.decimals(tag, chosen);
                },
                dose -> readsOrRefuses("rd", DicomWriter.toBytes(dose, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN)));
    }

    private static byte[] damaged(byte[] intact, SplittableRandom random) {
        byte[] bytes = intact.clone();
        for (int n = 1 + random.nextInt(4); n > 0; n--) {
            int at = 132 + random.nextInt(bytes.length - 132);
            // Digits and separators reach the numbers; any byte reaches tags and lengths.
            bytes[at] = random.nextBoolean()
                    ? (byte) "0123456789.-+eE\\ ".charAt(random.nextInt(17))
                    : (byte) random.nextInt(256);
        }
        return bytes;
    }

    private void readsOrRefuses(String name, byte[] bytes) throws IOException {
        Files.write(folder.resolve(name), bytes);
        try {
            TreatmentCase c = CaseReader.read(CaseRequest.of(folder).withDoseNeed(DoseNeed.IF_PRESENT));
            c.dose()
                    .map(DoseGrid::maxSampleGy)
                    .ifPresent(max -> assertThat(max).isPositive().isFinite());
            c.structures()
                    .structures()
                    .forEach(s -> s.contours()
                            .forEach(contour ->
                                    assertThat(Arrays.stream(contour.toArray())).allMatch(Double::isFinite)));
        } catch (CordonException e) {
            assertThat(e.getMessage()).doesNotContain("\n").isNotBlank();
        }
    }
}

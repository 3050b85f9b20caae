package org.cordonrt.dicom;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.cordonrt.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is written in any encoding reads back as it was given. */
class WriteAndReadTest {

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "OTHER")
    void valuesSurviveEveryEncoding(TransferSyntax syntax) {
        Property.forAll(60, SplittableRandom::split, r -> {
            int frames = r.nextInt(1, 4);
            int rows = r.nextInt(1, 9);
            int columns = r.nextInt(1, 40);
            int bits = r.nextBoolean() ? 16 : 32;
            int[] words = r.ints((long) frames * rows * columns)
                    .map(w -> bits == 16 ? w & 0xFFFF : w)
                    .toArray();
            // Some contours are longer than an explicit DS can be.
            double[] contour = r.doubles(3L * r.nextInt(1, 6000), -500, 500)
                    .map(v -> Math.rint(v * 100) / 100 + 0.0)
                    .toArray();
            String name = r.nextBoolean() ? "R\u00fcckenmark" : "Cord";
            List<DataSetBuilder> rois = new ArrayList<>();
            for (int i = r.nextInt(0, 4); i > 0; i--) {
                rois.add(new DataSetBuilder()
                        .integers(Tag.ReferencedROINumber, i)
                        .sequence(Tag.ContourSequence, new DataSetBuilder().decimals(Tag.ContourData, contour)));
            }
            DataSetBuilder ds = new DataSetBuilder()
                    .text(Tag.SpecificCharacterSet, "ISO_IR 100")
                    .text(Tag.SOPClassUID, "1.2.840.10008.5.1.4.1.1.481.2")
                    .text(Tag.SOPInstanceUID, "2.25.1234567")
                    .text(Tag.StructureSetLabel, name)
                    .integers(Tag.Rows, rows)
                    .integers(Tag.Columns, columns)
                    .integers(Tag.FrameIncrementPointer, Tag.GridFrameOffsetVector)
                    .sequence(Tag.ROIContourSequence, rois)
                    .pixels(words, bits);
            for (SequenceLengths lengths : SequenceLengths.values()) {
                DicomFile file = DicomFile.parse(DicomWriter.toBytes(ds, syntax, lengths));
                DataSet read = file.dataSet();
                assertThat(file.transferSyntax()).isEqualTo(syntax);
                assertThat(file.issues()).isEmpty();
                assertThat(read.requireText(Tag.SOPInstanceUID)).isEqualTo("2.25.1234567");
                assertThat(read.requireText(Tag.StructureSetLabel)).isEqualTo(name);
                assertThat(read.requireInteger(Tag.Rows)).isEqualTo(rows);
                assertThat(read.pointers(Tag.FrameIncrementPointer)).containsExactly(Tag.GridFrameOffsetVector);
                assertThat(file.pixelWords(words.length, bits)).isEqualTo(words);
                assertThat(read.items(Tag.ROIContourSequence)).hasSameSizeAs(rois);
                for (DataSet roi : read.items(Tag.ROIContourSequence)) {
                    assertThat(roi.requireItems(Tag.ContourSequence).get(0).decimals(Tag.ContourData))
                            .isEqualTo(contour);
                }
            }
        });
    }
}

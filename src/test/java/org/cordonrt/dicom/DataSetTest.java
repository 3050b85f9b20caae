package org.cordonrt.dicom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.cordonrt.issue.IssueCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DataSetTest {
    /** The data set in the bytes of a file. */
    DataSet open(byte[] file) {
        return DicomFile.parse(file).dataSet();
    }

    private static final String SCALING = "DoseGridScaling (3004,000e): ";

    /** Whether refusals name the place in the file. */
    boolean knowsOffsets() {
        return true;
    }

    @Test
    void absentAndBlankAreNotTheSameAsZero() {
        DataSet read = read(e -> e.text(Tag.SeriesNumber, Vr.IS, "")
                .text(Tag.PatientPosition, Vr.CS, "  ")
                .text(Tag.DoseGridScaling, Vr.DS, "\0\0"));
        for (int tag : new int[] {Tag.SeriesNumber, Tag.PatientPosition, Tag.DoseGridScaling}) {
            assertThat(read.contains(tag)).isTrue();
            assertThat(read.has(tag)).isFalse();
            assertThat(read.text(tag)).isEmpty();
            assertThat(read.texts(tag)).isEmpty();
        }
        assertThat(read.integer(Tag.SeriesNumber)).isEmpty();
        assertThat(read.decimal(Tag.DoseGridScaling)).isEmpty();
        assertThat(read.decimals(Tag.GridFrameOffsetVector)).isEmpty();
        assertThat(read.items(Tag.DVHSequence)).isEmpty();
        assertThat(read.raw(Tag.DVHData)).isEmpty();
        assertMissing(() -> read.requireDecimal(Tag.DoseGridScaling), SCALING + "has no value");
        assertMissing(() -> read.requireText(Tag.DoseUnits), "DoseUnits (3004,0002): is missing");
        assertMissing(() -> read.requireInteger(Tag.Rows), "Rows (0028,0010): is missing");
        assertMissing(() -> read.requireDecimals(Tag.PixelSpacing, 2), "PixelSpacing (0028,0030): is missing");
        assertMissing(() -> read.requireItems(Tag.DVHSequence), "DVHSequence (3004,0050): is missing");
    }

    @Test
    void anInvalidNumberIsNeverReplaced() {
        for (String text : new String[] {"NaN", "1,5", "0x1p3", "1d", "1e999"}) {
            DataSet read = read(e -> e.text(Tag.DoseGridScaling, Vr.DS, text));
            assertThat(read.has(Tag.DoseGridScaling)).isTrue();
            assertInvalid(() -> read.decimal(Tag.DoseGridScaling), SCALING + "value 1");
            assertInvalid(() -> read.requireDecimal(Tag.DoseGridScaling), SCALING + "value 1");
            assertInvalid(() -> read.decimals(Tag.DoseGridScaling), SCALING + "value 1");
        }
    }

    @Test
    void anIntegerStringHoldsNoFraction() {
        DataSet read = read(e -> e.text(Tag.SeriesNumber, Vr.IS, "1.5").text(Tag.DoseGridScaling, Vr.DS, "2"));
        assertInvalid(() -> read.integer(Tag.SeriesNumber), "is not a whole number");
        assertInvalid(() -> read.decimal(Tag.SeriesNumber), "is not a whole number");
        assertThat(read.requireInteger(Tag.DoseGridScaling)).isEqualTo(2);
    }

    @Test
    void theNumberOfValuesMustFit() {
        DataSet read = read(e -> e.text(Tag.PixelSpacing, Vr.DS, "2\\3\\4"));
        assertInvalid(() -> read.decimal(Tag.PixelSpacing), "has 3 values where one is due");
        assertInvalid(() -> read.integer(Tag.PixelSpacing), "has 3 values where one is due");
        assertInvalid(() -> read.requireDecimals(Tag.PixelSpacing, 2), "has 3 values where 2 are due");
    }

    @ParameterizedTest
    @EnumSource(
            value = TransferSyntax.class,
            names = {"EXPLICIT_VR_LITTLE_ENDIAN", "EXPLICIT_VR_BIG_ENDIAN"})
    void binaryNumbers(TransferSyntax syntax) {
        DataSetBytes bytes = new DataSetBytes(syntax)
                .shorts(0x30061001, Vr.US, 0, 65535)
                .shorts(0x30061002, Vr.SS, -2)
                .ints(0x30061003, Vr.UL, 7)
                .ints(0x30061004, Vr.SL, -7)
                .ints(0x30061005, Vr.FL, Float.floatToIntBits(1.5f), Float.floatToIntBits(-0.25f))
                .ints(0x30061006, Vr.UL, -1)
                .ints(0x30061007, Vr.FL, Float.floatToIntBits(Float.NaN))
                .value(0x30061008, Vr.UL, new byte[6]);
        long pi = Double.doubleToLongBits(Math.PI);
        int high = (int) (pi >>> 32);
        int low = (int) pi;
        bytes.ints(0x30061009, Vr.FD, syntax.isBigEndian() ? high : low, syntax.isBigEndian() ? low : high);
        DataSet read = open(bytes.file());
        assertThat(read.integers(0x30061001)).containsExactly(0, 65535);
        assertThat(read.requireInteger(0x30061002)).isEqualTo(-2);
        assertThat(read.requireDecimal(0x30061003)).isEqualTo(7);
        assertThat(read.requireInteger(0x30061004)).isEqualTo(-7);
        assertThat(read.decimals(0x30061005)).containsExactly(1.5, -0.25);
        assertThat(read.requireDecimal(0x30061006)).isEqualTo(4294967295.0);
        assertThat(read.requireDecimal(0x30061009)).isEqualTo(Math.PI);
        assertInvalid(() -> read.integer(0x30061006), "4294967295 is too large");
        assertInvalid(() -> read.decimal(0x30061007), "value 1 is not a finite number");
        assertInvalid(() -> read.integer(0x30061008), "has 6 bytes");
    }

    @Test
    void aValueOfAnotherKindIsRefused() {
        DataSet read = read(e -> e.shorts(Tag.Rows, Vr.US, 3)
                .text(Tag.DoseUnits, Vr.CS, "GY")
                .text(Tag.DoseGridScaling, Vr.LO, "1")
                .sequence(Tag.DVHSequence, e.item()));
        assertInvalid(() -> read.text(Tag.Rows), "holds US, not text");
        assertInvalid(() -> read.decimal(Tag.DoseUnits), "holds CS, not numbers");
        assertInvalid(() -> read.integer(Tag.DoseUnits), "holds CS, not whole numbers");
        assertInvalid(() -> read.decimal(Tag.DoseGridScaling), "holds LO, not numbers");
        assertInvalid(() -> read.items(Tag.DoseUnits), "is not a sequence");
        assertInvalid(() -> read.pointers(Tag.Rows), "does not hold attribute tags");
        assertInvalid(() -> read.text(Tag.DVHSequence), "is a sequence where a value is due");
        assertInvalid(() -> read.raw(Tag.DVHSequence), "is a sequence where a value is due");
        assertThat(read.has(Tag.DVHSequence)).isTrue();
    }

    @Test
    void textLosesItsPaddingAndKeepsItsInside() {
        DataSet read = read(e -> e.text(Tag.ImageType, Vr.CS, "ORIGINAL \\ PRIMARY\\\\X")
                .text(Tag.SOPInstanceUID, Vr.UI, "1.2.3")
                .text(Tag.ROIName, Vr.LO, "  Spinal  Cord ")
                .text(Tag.ROIDescription, Vr.ST, "left\\right"));
        assertThat(read.texts(Tag.ImageType)).containsExactly("ORIGINAL", "PRIMARY", "", "X");
        assertThat(read.text(Tag.ImageType)).contains("ORIGINAL \\ PRIMARY\\\\X");
        assertThat(read.requireText(Tag.SOPInstanceUID)).isEqualTo("1.2.3");
        assertThat(read.requireText(Tag.ROIName)).isEqualTo("Spinal  Cord");
        assertThat(read.texts(Tag.ROIDescription)).containsExactly("left\\right");
    }

    @Test
    void placesAreNamedThroughSequences() {
        DataSet read = read(e -> {
            DataSetBytes contour = e.item().text(Tag.ContourData, Vr.DS, "1\\y\\3");
            DataSetBytes roi = e.item().sequence(Tag.ContourSequence, e.item(), contour);
            e.sequence(Tag.ROIContourSequence, e.item(), e.item(), roi);
        });
        DataSet contour = read.items(Tag.ROIContourSequence)
                .get(2)
                .items(Tag.ContourSequence)
                .get(1);
        String place = "ROIContourSequence[3].ContourSequence[2].ContourData (3006,0050)";
        assertThat(contour.where(Tag.ContourData)).isEqualTo(place);
        assertThat(read.where(Tag.Rows)).isEqualTo("Rows (0028,0010)");
        assertInvalid(
                () -> contour.decimals(Tag.ContourData),
                place + ": value 2 is not a number" + (knowsOffsets() ? " (at byte " : ""));
        assertThat(contour.missing(Tag.ContourNumber).getMessage())
                .isEqualTo("ROIContourSequence[3].ContourSequence[2].ContourNumber (3006,0048): is missing");
        DicomFormatException refusal = contour.invalid(Tag.ContourData, "is strange");
        assertThat(refusal.in("two\nlines")).hasMessageStartingWith("two\\u000alines: ROIContourSequence[3]");
        assertThat(refusal.in("rs.dcm"))
                .hasMessage("rs.dcm: " + refusal.getMessage())
                .isInstanceOfSatisfying(DicomFormatException.class, named -> {
                    assertThat(named.code()).isEqualTo(IssueCode.DICOM_INVALID_VALUE);
                    assertThat(named.offset()).isEqualTo(refusal.offset());
                    assertThat(named.offset() > 0).isEqualTo(knowsOffsets());
                });
    }

    @Test
    void rawBytesAreACopy() {
        DataSet read = read(e -> e.text(Tag.ROIName, Vr.LO, "Cord"));
        read.raw(Tag.ROIName).orElseThrow().toBytes()[0] = 'X';
        assertThat(read.requireText(Tag.ROIName)).isEqualTo("Cord");
        assertThat(read.raw(Tag.ROIName).orElseThrow().toBytes()).isEqualTo("Cord".getBytes(StandardCharsets.US_ASCII));
    }

    private DataSet read(Consumer<DataSetBytes> fill) {
        DataSetBytes bytes = new DataSetBytes(TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);
        fill.accept(bytes);
        return open(bytes.file());
    }

    private static void assertInvalid(ThrowingCallable call, String message) {
        assertRefused(call, IssueCode.DICOM_INVALID_VALUE, message);
    }

    private static void assertMissing(ThrowingCallable call, String message) {
        assertRefused(call, IssueCode.DICOM_MISSING_ATTRIBUTE, message);
    }

    private static void assertRefused(ThrowingCallable call, IssueCode code, String message) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        DicomFormatException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(code))
                .hasMessageContaining(message);
    }
}

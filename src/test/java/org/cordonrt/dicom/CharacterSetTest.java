package org.cordonrt.dicom;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import org.cordonrt.issue.Issue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The person names are the examples of PS3.5 annexes H, I, J and K. */
class CharacterSetTest {
    private static final String ESC = "1B";

    @Test
    void japaneseByEscapes() {
        String kanji = ESC + "2442" + "3B334544" + ESC + "2842" + "5E" + ESC + "2442" + "42404F3A" + ESC + "2842";
        String kana =
                ESC + "2442" + "2464245E2440" + ESC + "2842" + "5E" + ESC + "2442" + "243F246D2426" + ESC + "2842";
        assertThat(person("\\ISO 2022 IR 87", hex("Yamada^Tarou=") + kanji + "3D" + kana))
                .isEqualTo("Yamada^Tarou=山田^太郎=やまだ^たろう");
    }

    @Test
    void japaneseWithKatakanaAtFirst() {
        String kanji = ESC + "2442" + "3B334544" + ESC + "284A" + "5E" + ESC + "2442" + "42404F3A" + ESC + "284A";
        assertThat(person("ISO 2022 IR 13\\ISO 2022 IR 87", "D4CFC0DE5EC0DBB33D" + kanji))
                .isEqualTo("ﾔﾏﾀﾞ^ﾀﾛｳ=山田^太郎");
        assertThat(person("ISO_IR 13", "D4CFC0DE5EC0DBB3")).isEqualTo("ﾔﾏﾀﾞ^ﾀﾛｳ");
    }

    @Test
    void supplementaryKanji() {
        String expected = new String(new byte[] {(byte) 0x8F, (byte) 0xB0, (byte) 0xA1}, Charset.forName("EUC-JP"));
        assertThat(expected).isNotEqualTo("\uFFFD").hasSize(1);
        assertThat(name("\\ISO 2022 IR 159", ESC + "242844" + "3021" + ESC + "2842" + "41"))
                .isEqualTo(expected + "A");
    }

    @Test
    void koreanByEscapes() {
        String hangul = ESC + "242943" + "C8AB" + "5E" + ESC + "242943" + "B1E6B5BF";
        String hanja = ESC + "242943" + "FBF3" + "5E" + ESC + "242943" + "D1CED4D7";
        assertThat(person("\\ISO 2022 IR 149", hex("Hong^Gildong=") + hanja + "3D" + hangul))
                .isEqualTo("Hong^Gildong=洪^吉洞=홍^길동");
    }

    @Test
    void simplifiedChinese() {
        assertThat(person(
                        "\\ISO 2022 IR 58",
                        hex("Zhang^XiaoDong=") + ESC + "242941" + "D5C5" + "5E" + ESC + "242941" + "D0A1B6AB"))
                .isEqualTo("Zhang^XiaoDong=张^小东");
        assertThat(person("GB18030", hex("Wang^XiaoDong=") + "CDF55ED0A1B6AB")).isEqualTo("Wang^XiaoDong=王^小东");
        assertThat(person("GBK", "CDF55ED0A1B6AB")).isEqualTo("王^小东");
    }

    @ParameterizedTest
    @CsvSource({
        "ISO_IR 100, Äneas",
        "ISO_IR 101, Łukasz",
        "ISO_IR 109, Ĝusta",
        "ISO_IR 110, Ķīlis",
        "ISO_IR 144, Люкceмбypг",
        "ISO_IR 127, قباني",
        "ISO_IR 126, Διονυσιος",
        "ISO_IR 138, שרון",
        "ISO_IR 148, Çavuşoğlu",
        "ISO_IR 203, Œuvre €",
        "ISO_IR 166, ไขสันหลัง",
        "ISO_IR 192, Rückenmark 脊髄 🦴",
        "GB18030, 脊髓 🦴",
    })
    void oneCharacterSetForAll(String term, String text) {
        Charset charset = Charset.forName(
                switch (term) {
                    case "ISO_IR 100" -> "ISO-8859-1";
                    case "ISO_IR 101" -> "ISO-8859-2";
                    case "ISO_IR 109" -> "ISO-8859-3";
                    case "ISO_IR 110" -> "ISO-8859-4";
                    case "ISO_IR 144" -> "ISO-8859-5";
                    case "ISO_IR 127" -> "ISO-8859-6";
                    case "ISO_IR 126" -> "ISO-8859-7";
                    case "ISO_IR 138" -> "ISO-8859-8";
                    case "ISO_IR 148" -> "ISO-8859-9";
                    case "ISO_IR 203" -> "ISO-8859-15";
                    case "ISO_IR 166" -> "TIS-620";
                    case "ISO_IR 192" -> "UTF-8";
                    default -> "GB18030";
                });
        assertThat(name(term, HexFormat.of().formatHex(text.getBytes(charset)))).isEqualTo(text);
        if (term.startsWith("ISO_IR ") && !term.endsWith("192")) {
            String other = term.replace("ISO_IR", "ISO 2022 IR");
            assertThat(name(other, HexFormat.of().formatHex(text.getBytes(charset))))
                    .isEqualTo(text);
        }
    }

    @ParameterizedTest
    @CsvSource({"GB18030", "GBK"})
    void aSecondByteThatLooksLikeABackslashPartsNothing(String term) {
        String hanzi = new String(new byte[] {(byte) 0x81, 0x5C}, Charset.forName("GBK"));
        assertThat(dataSet(term, Vr.LO, "815C" + "5C" + "41").texts(Tag.ROIName))
                .containsExactly(hanzi, "A");
    }

    @Test
    void aKanjiByteThatLooksLikeABackslashPartsNothing() {
        // Row 0x21, cell 0x5C of JIS X 0208 is the plus sign; row 0x5C begins with a kanji.
        assertThat(dataSet("\\ISO 2022 IR 87", Vr.LO, ESC + "2442" + "215C" + "5C21" + ESC + "2842" + "5C" + "41")
                        .texts(Tag.ROIName))
                .hasSize(2)
                .first()
                .asString()
                .startsWith("＋")
                .hasSize(2);
    }

    @Test
    void anEscapeEndsAtALineOrValue() {
        String korean = ESC + "242943" + "C8AB";
        assertThat(name("ISO 2022 IR 100\\ISO 2022 IR 149", korean + "0D0A" + "E4"))
                .isEqualTo("홍\r\nä");
        assertThat(dataSet("ISO 2022 IR 100\\ISO 2022 IR 149", Vr.LO, korean + "5C" + "E4")
                        .texts(Tag.ROIName))
                .containsExactly("홍", "ä");
    }

    @Test
    void textIsReadByTheCharacterSetOfTheClosestDataSet() {
        DataSetBytes root = new DataSetBytes(TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);
        byte[] alpha = {(byte) 0xE1, ' '};
        DataSetBytes own =
                root.item().text(Tag.SpecificCharacterSet, Vr.CS, "ISO_IR 100").value(Tag.ROIName, Vr.LO, alpha);
        DataSetBytes inherited = root.item().value(Tag.ROIName, Vr.LO, alpha);
        root.text(Tag.SpecificCharacterSet, Vr.CS, "ISO_IR 126").sequence(Tag.StructureSetROISequence, own, inherited);
        List<DataSet> items = DicomFile.parse(root.file()).dataSet().items(Tag.StructureSetROISequence);
        assertThat(items.get(0).requireText(Tag.ROIName)).isEqualTo("á");
        assertThat(items.get(1).requireText(Tag.ROIName)).isEqualTo("α");
    }

    @Test
    void aCodeStringNeedsNoCharacterSet() {
        DataSetBytes root = new DataSetBytes(TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);
        root.text(Tag.SpecificCharacterSet, Vr.CS, "GB18030").text(Tag.Modality, Vr.CS, "\u0081A");
        assertThat(DicomFile.parse(root.file()).dataSet().requireText(Tag.Modality))
                .isEqualTo("\u0081A");
    }

    @ParameterizedTest
    @ValueSource(strings = {"LATIN", "ISO_IR 999", "ISO_IR", "ISO 2022 IR 99999999999", "\\LATIN", "ISO_IR 100\\LATIN"})
    void anUnknownCharacterSetIsReportedAndKeepsNamesApart(String term) {
        DicomFile file = DicomFile.parse(encode(term, Vr.LO, "E441FF42"));
        assertThat(file.dataSet().requireText(Tag.ROIName)).isEqualTo("äAÿB");
        assertThat(file.issues())
                .extracting(Issue::message)
                .singleElement()
                .asString()
                .startsWith("unknown character set")
                .contains("SpecificCharacterSet (0008,0005)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ISO_IR 6", "ISO 2022 IR 6", "ISO-IR 100", "iso_ir 192", "\\ISO 2022 IR 87", "GBK"})
    void aKnownCharacterSetIsNotReported(String term) {
        assertThat(DicomFile.parse(encode(term, Vr.LO, "4142")).issues()).isEmpty();
    }

    @Test
    void damagedTextIsMarkedAndNeverThrows() {
        for (String term : List.of("\\ISO 2022 IR 87", "\\ISO 2022 IR 149", "ISO_IR 192", "GB18030", "ISO_IR 13")) {
            for (String bytes :
                    List.of("1B", "1B24", "1B2442", "1B244221", "1B242943C8", "C8", "1B2429", "1BFF", "81")) {
                assertThat(dataSet(term, Vr.LO, bytes).text(Tag.ROIName)).isNotNull();
            }
        }
        assertThat(name("\\ISO 2022 IR 149", ESC + "242943" + "C8")).isEqualTo("\uFFFD");
    }

    private static String person(String term, String hex) {
        return dataSet(term, Vr.PN, hex).requireText(Tag.ROIName);
    }

    private static String name(String term, String hex) {
        return dataSet(term, Vr.LO, hex).requireText(Tag.ROIName);
    }

    private static DataSet dataSet(String term, Vr vr, String hex) {
        return DicomFile.parse(encode(term, vr, hex)).dataSet();
    }

    private static byte[] encode(String term, Vr vr, String hex) {
        return new DataSetBytes(TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN)
                .text(Tag.SpecificCharacterSet, Vr.CS, term)
                .value(Tag.ROIName, vr, HexFormat.of().parseHex(hex))
                .file();
    }

    private static String hex(String ascii) {
        return HexFormat.of().formatHex(ascii.getBytes(StandardCharsets.US_ASCII));
    }
}

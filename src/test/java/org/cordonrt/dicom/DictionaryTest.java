package org.cordonrt.dicom;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DictionaryTest {

    @Test
    void everyConstantHasItsOwnKeyword() throws IllegalAccessException {
        List<String> wrong = new ArrayList<>();
        int checked = 0;
        for (Field field : Tag.class.getFields()) {
            int tag = field.getInt(null);
            boolean delimiter = tag >>> 16 == 0xFFFE;
            if (!Dictionary.keyword(tag).equals(delimiter ? "" : field.getName())) {
                wrong.add(field.getName());
            }
            checked++;
        }
        assertThat(wrong).isEmpty();
        assertThat(checked).isGreaterThan(150);
    }

    @Test
    void representationsOfTheAttributesThatDecideADose() {
        assertThat(Dictionary.vr(Tag.ContourData)).isEqualTo(Vr.DS);
        assertThat(Dictionary.vr(Tag.DoseGridScaling)).isEqualTo(Vr.DS);
        assertThat(Dictionary.vr(Tag.PixelData)).isEqualTo(Vr.OW);
        assertThat(Dictionary.vr(Tag.ROIContourSequence)).isEqualTo(Vr.SQ);
        assertThat(Dictionary.vr(Tag.FrameIncrementPointer)).isEqualTo(Vr.AT);
        assertThat(Dictionary.vr(Tag.NumberOfFractionsPlanned)).isEqualTo(Vr.IS);
        assertThat(Dictionary.vr(Tag.ROIName)).isEqualTo(Vr.LO);
    }

    @Test
    void rulesCoverGroupLengthsAndPrivateCreators() {
        assertThat(Dictionary.vr(0x30060000)).isEqualTo(Vr.UL);
        assertThat(Dictionary.vr(0x32530010)).isEqualTo(Vr.LO);
        assertThat(Dictionary.vr(0x32531001)).isEqualTo(Vr.UN);
        assertThat(Dictionary.vr(Tag.DataSetTrailingPadding)).isEqualTo(Vr.OB);
    }

    @Test
    void describesByKeywordAndNumbers() {
        assertThat(Tag.describe(Tag.ContourData)).isEqualTo("ContourData (3006,0050)");
        assertThat(Tag.describe(0x32531001)).isEqualTo("(3253,1001)");
        assertThat(Tag.describe(Tag.DataSetTrailingPadding)).isEqualTo("DataSetTrailingPadding (fffc,fffc)");
    }
}

package org.cordonrt.rt;

import org.cordonrt.dicom.DataSet;
import org.cordonrt.dicom.Dcm4che;

/** The same structures, and the same refusals, whoever read the file. */
class Dcm4cheStructureSetReaderTest extends StructureSetReaderTest {
    @Override
    DataSet open(byte[] file) {
        return Dcm4che.dataSet(file);
    }
}

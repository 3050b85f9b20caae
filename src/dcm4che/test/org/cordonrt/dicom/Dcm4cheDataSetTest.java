package org.cordonrt.dicom;

/** The same values, and the same refusals, whoever read the file. */
class Dcm4cheDataSetTest extends DataSetTest {
    @Override
    DataSet open(byte[] file) {
        return Dcm4che.dataSet(file);
    }

    @Override
    boolean knowsOffsets() {
        return false;
    }
}

package org.cordonrt.dicom;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.dcm4che3.io.DicomInputStream;

/** Reads a file with dcm4che. */
public final class Dcm4che {
    private Dcm4che() {}

    public static DataSet dataSet(byte[] file) {
        try (DicomInputStream in = new DicomInputStream(new ByteArrayInputStream(file))) {
            return AttributesSource.dataSet(in.readDataset(-1, -1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

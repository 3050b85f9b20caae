package org.cordonrt.dicom;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.cordonrt.issue.Issue;

/** One DICOM file, indexed in memory. */
public final class DicomFile {
    private DicomFile() {}

    public static DicomFile read(Path path) {
        throw new UnsupportedOperationException();
    }

    public static DicomFile parse(byte[] bytes) {
        throw new UnsupportedOperationException();
    }

    public static boolean looksLikeDicom(Path path) {
        throw new UnsupportedOperationException();
    }

    /** The SOP class from the file meta information, read from the first bytes only; empty if it is not there. */
    public static Optional<String> peekSopClassUid(Path path) {
        throw new UnsupportedOperationException();
    }

    public DataSet dataSet() {
        throw new UnsupportedOperationException();
    }

    public TransferSyntax transferSyntax() {
        throw new UnsupportedOperationException();
    }

    public String transferSyntaxUid() {
        throw new UnsupportedOperationException();
    }

    public String sha256() {
        throw new UnsupportedOperationException();
    }

    public List<Issue> issues() {
        throw new UnsupportedOperationException();
    }

    public int[] pixelWords(int samples, int bitsAllocated) {
        throw new UnsupportedOperationException();
    }
}

package org.cordonrt.dicom;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** Typed and strict access to a data set. */
public final class DataSet {
    private final ElementSource source;

    private DataSet(ElementSource source) {
        this.source = source;
    }

    /** The typed view of a whole data set. */
    public static DataSet of(ElementSource source) {
        return new DataSet(source);
    }

    /** Whether the element is there, with or without a value. */
    public boolean contains(int tag) {
        return source.contains(tag);
    }

    public boolean has(int tag) {
        throw new UnsupportedOperationException();
    }

    public Optional<String> text(int tag) {
        throw new UnsupportedOperationException();
    }

    public List<String> texts(int tag) {
        throw new UnsupportedOperationException();
    }

    public String requireText(int tag) {
        throw new UnsupportedOperationException();
    }

    public OptionalInt integer(int tag) {
        throw new UnsupportedOperationException();
    }

    public int requireInteger(int tag) {
        throw new UnsupportedOperationException();
    }

    public int[] integers(int tag) {
        throw new UnsupportedOperationException();
    }

    public OptionalDouble decimal(int tag) {
        throw new UnsupportedOperationException();
    }

    public double requireDecimal(int tag) {
        throw new UnsupportedOperationException();
    }

    public double[] decimals(int tag) {
        throw new UnsupportedOperationException();
    }

    public double[] requireDecimals(int tag, int count) {
        throw new UnsupportedOperationException();
    }

    /** The values of an AT element, such as Frame Increment Pointer. */
    public int[] pointers(int tag) {
        throw new UnsupportedOperationException();
    }

    public List<DataSet> items(int tag) {
        throw new UnsupportedOperationException();
    }

    public List<DataSet> requireItems(int tag) {
        throw new UnsupportedOperationException();
    }

    public String where(int tag) {
        return Tag.describe(tag);
    }

    public DicomFormatException invalid(int tag, String what) {
        throw new UnsupportedOperationException();
    }

    public DicomFormatException missing(int tag) {
        throw new UnsupportedOperationException();
    }
}

package org.cordonrt.plan;

import java.util.Optional;

/** DICOM Contour Geometric Type (3006,0042), PS3.3 C.8.8.6. */
public enum ContourGeometricType {
    POINT("POINT"),
    OPEN_PLANAR("OPEN_PLANAR"),
    OPEN_NONPLANAR("OPEN_NONPLANAR"),
    CLOSED_PLANAR("CLOSED_PLANAR"),
    CLOSEDPLANAR_XOR("CLOSEDPLANAR_XOR");

    private final String definedTerm;

    ContourGeometricType(String definedTerm) {
        this.definedTerm = definedTerm;
    }

    /** The term as the standard writes it. */
    public String definedTerm() {
        return definedTerm;
    }

    /** Whether contours of this type bound a solid. */
    public boolean isClosed() {
        return this == CLOSED_PLANAR || this == CLOSEDPLANAR_XOR;
    }

    /** The type for a defined term; the spelling CLOSED_PLANAR_XOR, seen in exports, is taken as CLOSEDPLANAR_XOR. */
    public static Optional<ContourGeometricType> of(String term) {
        if (term.equals("CLOSED_PLANAR_XOR")) {
            return Optional.of(CLOSEDPLANAR_XOR);
        }
        for (ContourGeometricType t : values()) {
            if (t.definedTerm.equals(term)) {
                return Optional.of(t);
            }
        }
        return Optional.empty();
    }
}

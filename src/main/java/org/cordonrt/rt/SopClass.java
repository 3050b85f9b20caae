package org.cordonrt.rt;

import java.util.Optional;

/** The storage SOP classes that Cordon reads (PS3.4 B.5), with the modality each goes with. */
enum SopClass {
    STRUCTURE_SET("1.2.840.10008.5.1.4.1.1.481.3", "RTSTRUCT"),
    DOSE("1.2.840.10008.5.1.4.1.1.481.2", "RTDOSE"),
    PLAN("1.2.840.10008.5.1.4.1.1.481.5", "RTPLAN"),
    ION_PLAN("1.2.840.10008.5.1.4.1.1.481.8", "RTPLAN");

    private final String uid;
    private final String modality;

    SopClass(String uid, String modality) {
        this.uid = uid;
        this.modality = modality;
    }

    String uid() {
        return uid;
    }

    String modality() {
        return modality;
    }

    static Optional<SopClass> ofUid(String uid) {
        for (SopClass c : values()) {
            if (c.uid.equals(uid)) {
                return Optional.of(c);
            }
        }
        return Optional.empty();
    }

    /** For data sets that do not say their class. */
    static Optional<SopClass> ofModality(String modality) {
        for (SopClass c : values()) {
            if (c.modality.equals(modality)) {
                return Optional.of(c);
            }
        }
        return Optional.empty();
    }
}

package org.cordonrt.plan;

import java.util.Objects;

/**
 * One file that a result rests on.
 *
 * @param path as the user would recognise it
 * @param sha256 lower-case hexadecimal digest of the whole file; empty when it was not asked for
 * @param sopInstanceUid SOP Instance UID, may be empty
 * @param modality RTSTRUCT, RTDOSE, RTPLAN or REG
 */
public record InputFile(String path, String sha256, String sopInstanceUid, String modality) {
    public InputFile {
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(sha256, "sha256");
        Objects.requireNonNull(sopInstanceUid, "sopInstanceUid");
        Objects.requireNonNull(modality, "modality");
    }
}

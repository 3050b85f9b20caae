package org.cordonrt.phantom;

import java.util.Objects;
import org.cordonrt.plan.DoseGrid;
import org.cordonrt.plan.GridGeometry;

/**
 * A dose as a file stores it.
 *
 * @param geometry where the samples lie
 * @param words unsigned; column index fastest, then row, then frame; not copied, and not to be written
 * @param scalingGy gray per unit
 */
public record StoredDose(GridGeometry geometry, int[] words, double scalingGy) {
    public StoredDose {
        Objects.requireNonNull(geometry, "geometry");
        Objects.requireNonNull(words, "words");
    }

    /** The dose that a reader of the file sees. */
    public DoseGrid grid() {
        return DoseGrid.ofScaledWords(geometry, words.clone(), scalingGy);
    }
}

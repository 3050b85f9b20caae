package org.cordonrt.illustration;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One slice through the patient around cord and target. Immutable.
 *
 * @param why what makes this place worth a picture
 * @param plane where it lies
 * @param dose Gy; empty when no pixel has a dose
 * @param ct Hounsfield units; empty without a CT there
 * @param outlines structures that the plane cuts, in file order
 * @param isodoses levels with at least one line, from the highest
 * @param marks places on or near the plane; {@link ViewPlane#offsetMm} tells how near
 */
public record SliceView(
        Reason why,
        ViewPlane plane,
        Optional<Raster> dose,
        Optional<Raster> ct,
        List<Outline> outlines,
        List<Isodose> isodoses,
        List<ViewMark> marks) {

    /** Why a place is shown. */
    public enum Reason {
        SMALLEST_GAP("smallest gap"),
        HOTTEST_CORD_POINT("hottest point of the cord");

        private final String words;

        Reason(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    public SliceView {
        Objects.requireNonNull(why, "why");
        Objects.requireNonNull(plane, "plane");
        Objects.requireNonNull(dose, "dose");
        Objects.requireNonNull(ct, "ct");
        outlines = List.copyOf(outlines);
        isodoses = List.copyOf(isodoses);
        marks = List.copyOf(marks);
    }
}

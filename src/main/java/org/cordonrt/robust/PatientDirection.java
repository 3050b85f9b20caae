package org.cordonrt.robust;

import java.util.ArrayList;
import java.util.List;
import org.cordonrt.plan.Point3;

/** Directions in the words of the clinic. DICOM patient axes run to the patient's left, back and head (PS3.3 C.7.6.2). */
public final class PatientDirection {
    /** tan(22.5 degrees): a component below this share of the largest does not turn the nearest of the 26 directions. */
    private static final double SHARE = 0.41421356;

    private PatientDirection() {}

    /** "left", "posterior left", "anterior right head": the nearest of 26 directions; "nowhere" for no length. */
    public static String words(Point3 v) {
        double largest = Math.max(Math.abs(v.x()), Math.max(Math.abs(v.y()), Math.abs(v.z())));
        if (!(largest > 0)) {
            return "nowhere";
        }
        List<String> words = new ArrayList<>();
        if (Math.abs(v.y()) >= SHARE * largest) {
            words.add(v.y() > 0 ? "posterior" : "anterior");
        }
        if (Math.abs(v.x()) >= SHARE * largest) {
            words.add(v.x() > 0 ? "left" : "right");
        }
        if (Math.abs(v.z()) >= SHARE * largest) {
            words.add(v.z() > 0 ? "head" : "feet");
        }
        return String.join(" ", words);
    }
}

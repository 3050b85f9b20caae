package org.cordonrt.rt;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cordonrt.dicom.Tag;
import org.cordonrt.issue.Issue;
import org.cordonrt.issue.IssueCode;
import org.cordonrt.plan.Point3;

/**
 * Whether organs lie as they do in people: what is called left lies to the left of what is called right, the brain above
 * the lungs, the heart in front of the spinal cord. Structures that were mirrored or turned on their way meet limits in
 * the wrong place.
 *
 * <p>Patient coordinates (PS3.3 C.7.6.2.1.1) grow to the patient's left, back and head, however the patient lies. Only
 * few contours are decoded, and only well-known names count.
 */
final class AnatomicalOrder {
    /** Less than this is no evidence: organs differ, and some pairs meet in the middle. */
    private static final double CLEAR_MM = 15;

    private static final Pattern LEFT_OR_RIGHT =
            Pattern.compile("(?:^|[^a-z])(l|r|lt|rt|left|right)(?=$|[^a-z0-9])", Pattern.CASE_INSENSITIVE);

    /** From head to foot; what stands in one row is not compared. */
    private static final List<Pattern> HEAD_TO_FOOT = List.of(
            words("brain", "brainstem", "chiasm", "opticchiasm", "eye", "lens", "parotid", "pituitary"),
            words("larynx", "thyroid"),
            words("lung", "lungs", "heart", "carina", "trachea"),
            words("kidney", "kidneys", "stomach", "spleen", "pancreas"),
            words("bladder", "rectum", "prostate", "femur", "femoral"));

    private static final Pattern IN_FRONT =
            words("heart", "trachea", "larynx", "thyroid", "stomach", "bladder", "prostate", "sternum");
    private static final Pattern BEHIND = words("spinalcord", "spinal cord", "cord", "spinal canal", "spinalcanal");

    private AnatomicalOrder() {}

    private record Organ(String name, Point3 middle) {}

    /** Findings, one for each direction at most. */
    static List<Issue> of(List<RoiEntry> rois) {
        List<Organ> organs = new ArrayList<>();
        for (RoiEntry r : rois) {
            if (!r.contours().isEmpty() && isTelling(r.name())) {
                middle(r).ifPresent(p -> organs.add(new Organ(r.name(), p)));
            }
        }
        List<Issue> issues = new ArrayList<>();
        exchangedSides(organs)
                .ifPresent(pair ->
                        issues.add(doubt(pair, "to the left of", "left and right", "or their names exchanged")));
        upsideDown(organs).ifPresent(pair -> issues.add(doubt(pair, "above", "head and foot", "or their names wrong")));
        backToFront(organs)
                .ifPresent(pair -> issues.add(doubt(pair, "in front of", "front and back", "or their names wrong")));
        return issues;
    }

    /** {@code [0]} should lie in the said direction of {@code [1]}, and does not. */
    private static Issue doubt(Organ[] pair, String where, String which, String or) {
        return Issue.of(
                IssueCode.ORIENTATION_DOUBTFUL,
                "'" + pair[0].name + "' does not lie " + where + " '" + pair[1].name
                        + "': make sure that the structures are not mirrored or turned (" + which + "), " + or);
    }

    private static boolean isTelling(String name) {
        return side(name) != 0
                || HEAD_TO_FOOT.stream().anyMatch(p -> p.matcher(name).find())
                || IN_FRONT.matcher(name).find()
                || BEHIND.matcher(name).find();
    }

    private static Optional<Organ[]> exchangedSides(List<Organ> organs) {
        Map<String, Organ> left = new HashMap<>();
        for (Organ o : organs) {
            if (side(o.name) > 0) {
                left.putIfAbsent(withoutSide(o.name), o);
            }
        }
        for (Organ right : organs) {
            Organ other = side(right.name) < 0 ? left.get(withoutSide(right.name)) : null;
            if (other != null && right.middle.x() - other.middle.x() > CLEAR_MM) {
                return Optional.of(new Organ[] {other, right});
            }
        }
        return Optional.empty();
    }

    private static Optional<Organ[]> upsideDown(List<Organ> organs) {
        for (Organ upper : organs) {
            for (Organ lower : organs) {
                int a = height(upper.name);
                int b = height(lower.name);
                if (a >= 0 && b > a && lower.middle.z() - upper.middle.z() > CLEAR_MM) {
                    return Optional.of(new Organ[] {upper, lower});
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<Organ[]> backToFront(List<Organ> organs) {
        for (Organ front : organs) {
            for (Organ back : organs) {
                if (IN_FRONT.matcher(front.name).find()
                        && BEHIND.matcher(back.name).find()
                        && front.middle.y() - back.middle.y() > CLEAR_MM) {
                    return Optional.of(new Organ[] {front, back});
                }
            }
        }
        return Optional.empty();
    }

    /** 1 left, -1 right, 0 neither or both. */
    private static int side(String name) {
        Matcher m = LEFT_OR_RIGHT.matcher(name);
        int side = 0;
        while (m.find()) {
            int found = m.group(1).toLowerCase(Locale.ROOT).startsWith("l") ? 1 : -1;
            if (side != 0 && found != side) {
                return 0;
            }
            side = found;
        }
        return side;
    }

    private static String withoutSide(String name) {
        return LEFT_OR_RIGHT
                .matcher(name)
                .replaceAll("")
                .toLowerCase(Locale.ROOT)
                .strip();
    }

    private static int height(String name) {
        for (int i = 0; i < HEAD_TO_FOOT.size(); i++) {
            if (HEAD_TO_FOOT.get(i).matcher(name).find()) {
                return i;
            }
        }
        return -1;
    }

    /** Any of the words, standing alone; a margin or an avoidance structure has another name and does not count. */
    private static Pattern words(String... words) {
        return Pattern.compile(
                "^(?:" + String.join("|", words) + ")(?:[ _-]?(?:l|r|lt|rt|left|right))?$", Pattern.CASE_INSENSITIVE);
    }

    /** Between the centres of the first and the last contour, which is enough to tell sides; empty without vertices. */
    private static Optional<Point3> middle(RoiEntry roi) {
        double[] first = roi.contours().get(0).decimals(Tag.ContourData);
        double[] last = roi.contours().get(roi.contours().size() - 1).decimals(Tag.ContourData);
        if (first.length < 3 || last.length < 3) {
            return Optional.empty();
        }
        return Optional.of(centre(first).plus(centre(last)).times(0.5));
    }

    private static Point3 centre(double[] xyz) {
        Point3 sum = new Point3(0, 0, 0);
        int n = xyz.length / 3;
        for (int i = 0; i < n; i++) {
            sum = sum.plus(new Point3(xyz[3 * i], xyz[3 * i + 1], xyz[3 * i + 2]));
        }
        return sum.times(1.0 / n);
    }
}

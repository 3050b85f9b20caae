package org.cordonrt.geometry;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.cordonrt.issue.CordonException;
import org.cordonrt.issue.Issue;
import org.cordonrt.issue.IssueCode;
import org.cordonrt.issue.Severity;
import org.cordonrt.plan.Contour;
import org.cordonrt.plan.Structure;

/** Collects the contours of one structure plane by plane. */
final class SolidBuilder {
    /** Contours this close along the normal were drawn on one plane: rounding of coordinates, not a spacing. */
    private static final double SAME_PLANE_MM = 0.005;

    /** A distance between planes above this many usual spacings is a gap. */
    static final double GAP_FACTOR = 1.5;

    /** Ten times what the finest export of a whole body has. */
    private static final int MOST_POINTS_A_PLANE = 100_000;

    /** Dose structures made of isodose lines have hundreds. */
    private static final int MOST_CONTOURS_A_PLANE = 5_000;

    /** Rings, or trapezoids where contours cross or touch: a hundred times those of a keyhole. */
    private static final int MOST_PARTS_A_PLANE = 10_000;

    /** A keyhole makes one part, two contours that cross one a point; a scribble more, the longer it is. */
    private static final int MOST_PARTS_A_POINT = 4;

    /** Few parts are no work, whatever they come from. */
    private static final int FEW_PARTS = 250;

    private final Structure structure;
    private final SolidOptions options;
    private final List<Issue> issues = new ArrayList<>();

    private record FlatContour(double heightMm, double[] xy) {}

    SolidBuilder(Structure structure, SolidOptions options) {
        this.structure = structure;
        this.options = options;
    }

    ContourStack build() {
        List<Contour> closed = closedContours();
        PlaneFrame frame = ContourPlanes.frameOf(structure.name(), closed, options.preferredNormals());
        List<ContourStack.Plane> planes = planes(flatten(closed, frame));
        if (planes.isEmpty()) {
            throw new CordonException(
                    IssueCode.STRUCTURE_EMPTY, where() + " has no contour that encloses an area; nothing to compute");
        }
        double spacing = usualSpacing(planes);
        return new ContourStack(frame, planes, spacing, issues);
    }

    private List<Contour> closedContours() {
        List<Contour> closed = new ArrayList<>();
        int open = 0;
        int tiny = 0;
        for (Contour c : structure.contours()) {
            if (!c.type().isClosed()) {
                open++;
            } else if (c.size() < 3) {
                tiny++;
            } else {
                closed.add(c);
            }
        }
        if (closed.isEmpty()) {
            String why = structure.contours().isEmpty()
                    ? "was never drawn (no contours)"
                    : "has only " + (open > 0 ? "points or open contours" : "contours of fewer than three points")
                            + ", which bound no volume";
            throw new CordonException(IssueCode.STRUCTURE_EMPTY, where() + " " + why);
        }
        note(open, "open contour(s) or point(s) that bound no volume");
        note(tiny, "contour(s) of fewer than three points");
        return closed;
    }

    private void note(int count, String what) {
        if (count > 0) {
            issues.add(Issue.of(IssueCode.CONTOUR_IGNORED, where() + ": left out " + count + " " + what));
        }
    }

    private String where() {
        return "structure '" + structure.name() + "' (ROI " + structure.roiNumber() + ")";
    }

    private static List<FlatContour> flatten(List<Contour> contours, PlaneFrame frame) {
        List<FlatContour> flat = new ArrayList<>(contours.size());
        boolean axial = frame.equals(PlaneFrame.AXIAL);
        for (Contour c : contours) {
            double[] xy = new double[2 * c.size()];
            double height = 0;
            for (int i = 0; i < c.size(); i++) {
                // Axial coordinates are taken as they are, untouched by rounding.
                xy[2 * i] = axial ? c.x(i) : c.point(i).dot(frame.u());
                xy[2 * i + 1] = axial ? c.y(i) : c.point(i).dot(frame.v());
                height += axial ? c.z(i) - c.z(0) : c.point(i).minus(c.point(0)).dot(frame.w());
            }
            double first = axial ? c.z(0) : c.point(0).dot(frame.w());
            flat.add(new FlatContour(first + height / c.size(), xy));
        }
        flat.sort(Comparator.comparingDouble(FlatContour::heightMm));
        return flat;
    }

    private List<ContourStack.Plane> planes(List<FlatContour> sorted) {
        List<ContourStack.Plane> planes = new ArrayList<>();
        int repeats = 0;
        int crossing = 0;
        int from = 0;
        int empty = 0;
        while (from < sorted.size()) {
            double height = sorted.get(from).heightMm();
            List<double[]> polygons = new ArrayList<>();
            int to = from;
            while (to < sorted.size() && sorted.get(to).heightMm() - height <= SAME_PLANE_MM) {
                double[] xy = sorted.get(to).xy();
                // By the even-odd rule a contour exported twice would erase itself.
                if (polygons.stream().anyMatch(p -> samePolygon(p, xy))) {
                    repeats++;
                } else {
                    polygons.add(xy);
                }
                if (polygons.size() > MOST_CONTOURS_A_PLANE) {
                    throw tooMuch(height, "more than " + MOST_CONTOURS_A_PLANE + " contours");
                }
                to++;
            }
            PlaneRegion region = region(height, polygons);
            if (region.areaMm2() > 0) {
                planes.add(new ContourStack.Plane(height, region));
                crossing += region.hasCrossings() ? 1 : 0;
            } else {
                empty += polygons.size();
            }
            from = to;
        }
        note(repeats, "contour(s) that repeat another point by point");
        note(empty, "contour(s) that enclose no area");
        if (crossing > 0) {
            issues.add(new Issue(
                    IssueCode.CONTOUR_GEOMETRY,
                    Severity.INFO,
                    where() + ": contours touch or cross on " + crossing
                            + " plane(s); the even-odd rule decides what is inside"));
        }
        return planes;
    }

    /** What is refused here could be computed, but not in a time that anybody would wait. */
    private PlaneRegion region(double height, List<double[]> polygons) {
        long points = polygons.stream().mapToLong(p -> p.length / 2).sum();
        if (points > MOST_POINTS_A_PLANE) {
            throw tooMuch(height, points + " points, more than " + MOST_POINTS_A_PLANE);
        }
        PlaneRegion region = PlaneRegion.evenOdd(polygons);
        if (region.ringCount() > MOST_PARTS_A_PLANE) {
            throw tooMuch(
                    height, "more than " + MOST_PARTS_A_PLANE + " parts, most of them made by contours that cross");
        }
        if (region.ringCount() > Math.max(FEW_PARTS, MOST_PARTS_A_POINT * points)) {
            throw tooMuch(height, "contours that cross all over, " + region.ringCount() + " parts");
        }
        return region;
    }

    private CordonException tooMuch(double height, String what) {
        return new CordonException(
                IssueCode.CONTOUR_GEOMETRY,
                String.format(
                        Locale.ROOT,
                        "%s: the plane at %.1f mm has %s; draw it anew, or export it with fewer points",
                        where(),
                        height,
                        what));
    }

    /** Whether two polygons have the same vertices in the same cyclic order, either way round. */
    private static boolean samePolygon(double[] p, double[] q) {
        if (p.length != q.length) {
            return false;
        }
        int n = p.length / 2;
        for (int shift = 0; shift < n; shift++) {
            if (q[2 * shift] == p[0]
                    && q[2 * shift + 1] == p[1]
                    && (sameFrom(p, q, shift, 1) || sameFrom(p, q, shift, n - 1))) {
                return true;
            }
        }
        return false;
    }

    private static boolean sameFrom(double[] p, double[] q, int shift, int step) {
        int n = p.length / 2;
        int j = shift;
        for (int i = 0; i < n; i++) {
            if (p[2 * i] != q[2 * j] || p[2 * i + 1] != q[2 * j + 1]) {
                return false;
            }
            j = (j + step) % n;
        }
        return true;
    }

    private double usualSpacing(List<ContourStack.Plane> planes) {
        if (planes.size() == 1) {
            issues.add(Issue.of(
                    IssueCode.CONTOUR_SINGLE_PLANE,
                    where() + " is drawn on one plane only; a thickness of " + options.singlePlaneThicknessMm()
                            + " mm is assumed"));
            return options.singlePlaneThicknessMm();
        }
        double[] gaps = new double[planes.size() - 1];
        for (int i = 0; i < gaps.length; i++) {
            gaps[i] = planes.get(i + 1).heightMm() - planes.get(i).heightMm();
        }
        double[] sorted = gaps.clone();
        Arrays.sort(sorted);
        double usual = sorted[(sorted.length - 1) / 2];
        for (int i = 0; i < gaps.length; i++) {
            if (gaps[i] > GAP_FACTOR * usual) {
                issues.add(Issue.of(
                        IssueCode.CONTOUR_GAP,
                        where() + ": no contours between " + mm(planes.get(i).heightMm()) + " and "
                                + mm(planes.get(i + 1).heightMm()) + " mm along the slice normal (" + mm(gaps[i])
                                + " mm; usual spacing " + mm(usual)
                                + " mm); the gap was bridged half-way from each side"));
            }
        }
        return usual;
    }

    private static String mm(double v) {
        return String.valueOf(Math.round(v * 100) / 100.0);
    }
}

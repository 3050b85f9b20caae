package org.cordonrt.geometry;

import java.util.ArrayList;
import java.util.List;
import org.cordonrt.Interruption;

/**
 * The shape model: a surface that runs on from contour plane to contour plane.
 *
 * <ul>
 *   <li>Rings of neighbouring planes that overlap belong together ({@link RingLinks}); where a part branches, each branch
 *       starts from the piece of the ring that is nearest to it. Every point moves straight from its place on one ring to
 *       its partner on the other ({@link RingAlignment}), so that a slanted cylinder or a cone comes out as drawn.
 *   <li>How far it has moved at a height: in step with the height where the areas are alike; the more they differ, the
 *       more in step with a smooth course of the area through all planes ({@link AreaTrend}), so that a sphere stays
 *       round near its poles.
 *   <li>A part that ends (at the first or last plane, or because nothing on the next plane belongs to it) is carried on
 *       for the end cap, leaning as it leans between the last two planes; but where its area, by its trend, shrinks to
 *       nothing within one spacing, it closes there if all of it can be seen from its centroid. A hole that ends is
 *       carried on half-way to the next plane.
 *   <li>Where a ring would have to cross space that lies outside the contours of both planes (a horseshoe that closes to
 *       a ring around the cord), both are carried on half-way, as slabs.
 * </ul>
 *
 * Contour planes are not changed. The end cap's limit holds for ends of both sorts.
 */
final class ShapeBuilder {
    /** From one level of a stack to the next no point moves further sideways: half of it is the coarseness of slabs. */
    private static final double STEP_MM = 0.2;

    private static final int MAX_STEPS = 64;

    /** A trend that reaches zero this many spacings on has a zero-sized contour on the next plane, but for rounding. */
    private static final double CLOSES_WITHIN = 1.1;

    private final List<ShapePlane> planes;
    private final EndCap endCap;
    private final double widestGapMm;
    private final List<RingLinks> outerLinks = new ArrayList<>();
    private final List<RingLinks> holeLinks = new ArrayList<>();

    /**
     * @param planes at least two, increasing in height
     * @param usualSpacingMm of the planes
     */
    ShapeBuilder(List<ShapePlane> planes, EndCap endCap, double usualSpacingMm) {
        this.planes = planes;
        this.endCap = endCap;
        // A part that ends beside missing planes is not carried half-way through them.
        this.widestGapMm = SolidBuilder.GAP_FACTOR * usualSpacingMm;
        for (int k = 0; k + 1 < planes.size(); k++) {
            Interruption.check();
            ShapePlane low = planes.get(k);
            ShapePlane high = planes.get(k + 1);
            double gap = high.heightMm() - low.heightMm();
            outerLinks.add(RingLinks.between(low.outer(), high.outer(), gap));
            holeLinks.add(RingLinks.between(low.holes(), high.holes(), gap));
        }
    }

    /** Between plane {@code g - 1} and plane {@code g}; below the first plane for 0, above the last for their number. */
    List<RingStack> gapStacks(int g) {
        List<RingStack> stacks = new ArrayList<>();
        if (g > 0) {
            endings(g - 1, true, stacks);
        }
        if (g < planes.size()) {
            endings(g, false, stacks);
        }
        if (g > 0 && g < planes.size()) {
            lofts(g - 1, stacks);
        }
        return List.copyOf(stacks);
    }

    /** Whether all there is in a gap is one ring that turns into another one. */
    boolean isOnePart(int g) {
        return g > 0
                && g < planes.size()
                && planes.get(g - 1).outer().size() == 1
                && planes.get(g).outer().size() == 1
                && outerLinks.get(g - 1).links().size() == 1;
    }

    private double gap(int k) {
        return planes.get(k + 1).heightMm() - planes.get(k).heightMm();
    }

    private void lofts(int k, List<RingStack> stacks) {
        ShapePlane low = planes.get(k);
        ShapePlane high = planes.get(k + 1);
        for (RingLinks.Link link : outerLinks.get(k).links()) {
            RingSpans spans = RingAlignment.spans(
                    link.lower(), moments(link.lower(), low.outer(), low.outerMoments(), link.lowerIndex()),
                    link.upper(), moments(link.upper(), high.outer(), high.outerMoments(), link.upperIndex()));
            if (RingStray.mayStray(link, spans) && RingStray.strays(spans, low.region(), high.region())) {
                steps(k, link, false, stacks);
            } else {
                double slopeLow = link.whole() ? slope(k, link.lowerIndex()) : 0;
                double slopeHigh = link.whole() ? slope(k + 1, link.upperIndex()) : 0;
                stacks.add(loft(k, spans, link.whole(), slopeLow, slopeHigh, false));
            }
        }
        for (RingLinks.Link link : holeLinks.get(k).links()) {
            RingSpans spans = RingAlignment.spans(
                    link.lower(), moments(link.lower(), low.holes(), low.holeMoments(), link.lowerIndex()),
                    link.upper(), moments(link.upper(), high.holes(), high.holeMoments(), link.upperIndex()));
            if (RingStray.mayStray(link, spans)
                    && RingStray.strays(
                            spans,
                            PlaneRegion.evenOdd(List.of(link.lower())),
                            PlaneRegion.evenOdd(List.of(link.upper())))) {
                steps(k, link, true, stacks);
            } else {
                stacks.add(loft(k, spans, false, 0, 0, true));
            }
        }
    }

    /** Of a ring that is one of a plane's, or a part of it. */
    private static RingMoments moments(double[] ring, List<double[]> rings, List<RingMoments> known, int index) {
        return ring == rings.get(index) ? known.get(index) : RingMoments.of(ring);
    }

    /** Both rings half-way, as slabs. */
    private void steps(int k, RingLinks.Link link, boolean hole, List<RingStack> stacks) {
        stacks.add(halfWay(k, link.lower(), true, hole));
        stacks.add(halfWay(k + 1, link.upper(), false, hole));
    }

    /** A ring carried straight on from its plane to the middle between it and the next one. */
    private RingStack halfWay(int k, double[] ring, boolean upward, boolean hole) {
        double plane = planes.get(k).heightMm();
        double middle = (plane + planes.get(upward ? k + 1 : k - 1).heightMm()) / 2;
        return upward
                ? RingStack.straight(ring, plane, plane, middle, hole, false, true)
                : RingStack.straight(ring, plane, middle, plane, hole, true, false);
    }

    private RingStack loft(int k, RingSpans spans, boolean byArea, double slopeLow, double slopeHigh, boolean hole) {
        double low = planes.get(k).heightMm();
        double high = planes.get(k + 1).heightMm();
        int n = steps(spans.wayMm());
        BlendCourse course =
                byArea ? BlendCourse.of(spans, slopeLow * (high - low), slopeHigh * (high - low)) : BlendCourse.STEADY;
        double[] heights = new double[n + 1];
        double[] blend = new double[n + 1];
        for (int j = 0; j <= n; j++) {
            blend[j] = j / (double) n;
            heights[j] = j == 0 ? low : j == n ? high : low + (high - low) * course.fractionAt(blend[j]);
        }
        return new RingStack(spans, low, heights, blend, hole, false, false);
    }

    /** Slope of a ring's area along the normal, mm2 per mm, from the rings that are wholly its continuation. */
    private double slope(int k, int ring) {
        int up = next(k, ring);
        int down = previous(k, ring);
        double at = area(k, ring);
        if (up >= 0 && down >= 0) {
            return AreaTrend.slopeWithin(area(k - 1, down), at, area(k + 1, up), gap(k - 1), gap(k));
        }
        if (up >= 0) {
            int upper = next(k + 1, up);
            double a = area(k + 1, up);
            return upper < 0 ? (a - at) / gap(k) : AreaTrend.slopeAtEnd(at, a, area(k + 2, upper), gap(k), gap(k + 1));
        }
        if (down >= 0) {
            int lower = previous(k - 1, down);
            double a = area(k - 1, down);
            return lower < 0
                    ? (at - a) / gap(k - 1)
                    : -AreaTrend.slopeAtEnd(at, a, area(k - 2, lower), gap(k - 1), gap(k - 2));
        }
        return 0;
    }

    private double area(int k, int ring) {
        return planes.get(k).outerMoments().get(ring).areaMm2();
    }

    private int next(int k, int ring) {
        return k + 1 < planes.size() ? outerLinks.get(k).nextOf()[ring] : RingLinks.NONE;
    }

    private int previous(int k, int ring) {
        return k > 0 ? outerLinks.get(k - 1).previousOf()[ring] : RingLinks.NONE;
    }

    /** What ends at plane k, on its upper or its lower side. */
    private void endings(int k, boolean upward, List<RingStack> stacks) {
        ShapePlane plane = planes.get(k);
        boolean outermost = upward ? k + 1 == planes.size() : k == 0;
        double[] lengths = new double[plane.outer().size()];
        for (int i = 0; i < lengths.length; i++) {
            if ((upward ? next(k, i) : previous(k, i)) == RingLinks.NONE) {
                EndingRing end = ending(k, i, upward);
                lengths[i] = end.lengthMm();
                stacks.add(end.stack(false, true));
            }
        }
        for (int i = 0; i < plane.holes().size(); i++) {
            boolean ends = outermost
                    || (upward
                                    ? holeLinks.get(k).nextOf()[i]
                                    : holeLinks.get(k - 1).previousOf()[i])
                            == RingLinks.NONE;
            int owner = plane.ownerOf(plane.holes().get(i));
            boolean ownerEnds = owner >= 0 && (upward ? next(k, owner) : previous(k, owner)) == RingLinks.NONE;
            double[] hole = plane.holes().get(i);
            if (ends && ownerEnds) {
                double[] lean = lean(k, owner, upward);
                stacks.add(EndingRing.leaning(plane.heightMm(), hole, lean, lengths[owner], upward)
                        .stack(true, false));
            } else if (ends && !ownerEnds && !outermost) {
                stacks.add(halfWay(k, hole, upward, true));
            }
        }
    }

    /** Spacing towards the side where something ends; beyond the outermost planes, the last one inside. */
    private double adjacentMm(int k, boolean upward) {
        int g = upward ? Math.min(k, planes.size() - 2) : Math.max(k - 1, 0);
        return Math.min(gap(g), widestGapMm);
    }

    private EndingRing ending(int k, int ring, boolean upward) {
        ShapePlane plane = planes.get(k);
        double[] outline = plane.outer().get(ring);
        double adjacent = adjacentMm(k, upward);
        double[] lean = lean(k, ring, upward);
        AreaTrend.Beyond beyond =
                holed(plane, ring) || !Rings.isStar(outline) ? AreaTrend.Beyond.NEVER : beyond(k, ring, upward);
        if (beyond.zeroMm() > CLOSES_WITHIN * adjacent) {
            return EndingRing.leaning(plane.heightMm(), outline, lean, endCap.lengthMm(adjacent), upward);
        }
        double length = Math.min(Math.min(beyond.zeroMm(), adjacent), endCap.maxMm());
        return EndingRing.closing(plane.heightMm(), outline, lean, beyond, length, upward);
    }

    private static boolean holed(ShapePlane plane, int ring) {
        for (double[] hole : plane.holes()) {
            if (plane.ownerOf(hole) == ring) {
                return true;
            }
        }
        return false;
    }

    /** How far the centroid of a ring moves sideways for each mm outwards, from the plane inside to its own. */
    private double[] lean(int k, int ring, boolean upward) {
        int inner = upward ? previous(k, ring) : next(k, ring);
        if (inner < 0) {
            return new double[2];
        }
        int step = upward ? -1 : 1;
        RingMoments here = planes.get(k).outerMoments().get(ring);
        RingMoments inside = planes.get(k + step).outerMoments().get(inner);
        double gap = gap(upward ? k - 1 : k);
        return new double[] {(here.x() - inside.x()) / gap, (here.y() - inside.y()) / gap};
    }

    private AreaTrend.Beyond beyond(int k, int ring, boolean upward) {
        int inner = upward ? previous(k, ring) : next(k, ring);
        if (inner < 0) {
            return AreaTrend.Beyond.NEVER;
        }
        int step = upward ? -1 : 1;
        double gap = gap(upward ? k - 1 : k);
        int innermost = upward ? previous(k - 1, inner) : next(k + 1, inner);
        double at = area(k, ring);
        double inside = area(k + step, inner);
        AreaTrend.Beyond byArea = innermost < 0
                ? AreaTrend.Beyond.of(at, inside, gap)
                : AreaTrend.Beyond.of(at, inside, area(k + 2 * step, innermost), gap, gap(upward ? k - 2 : k + 1));
        AreaTrend.Beyond byRadius = AreaTrend.Beyond.ofRadius(at, inside, gap);
        // Of a cone cut off at its tip the areas alone show no end.
        return byArea.zeroMm() <= CLOSES_WITHIN * adjacentMm(k, upward) ? byArea : byRadius;
    }

    /** Number of levels for points that move this far sideways. */
    static int steps(double wayMm) {
        return (int) Math.max(1, Math.min(MAX_STEPS, Math.ceil(wayMm / STEP_MM - 1e-6)));
    }
}

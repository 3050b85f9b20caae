package org.cordonrt.margin;

import java.util.ArrayList;
import java.util.List;
import org.cordonrt.Interruption;
import org.cordonrt.geometry.PlaneFrame;
import org.cordonrt.geometry.Section;
import org.cordonrt.geometry.Slab;
import org.cordonrt.geometry.SlabSolid;
import org.cordonrt.geometry.SolidModel;
import org.cordonrt.plan.Point3;

/**
 * The gap between two solids along the first of them, height by height. Each distance is exact for the solids as given:
 * under the slab model the safe side, under the shape model that of the surfaces that run on from plane to plane.
 * Immutable and thread-safe.
 *
 * @param stations in increasing height; never empty
 * @param lowMm lower end of the first solid
 * @param highMm upper end of the first solid
 * @param otherLowMm lower end of the other solid along the same normal
 * @param otherHighMm upper end of the other solid along the same normal
 */
public record Profile(List<Station> stations, double lowMm, double highMm, double otherLowMm, double otherHighMm) {
    public Profile {
        stations = List.copyOf(stations);
    }

    /**
     * Measures at every contour plane of the first solid and half-way between each two.
     *
     * @param from the solid along which to measure, in any model
     * @param to the other solid
     */
    public static Profile along(SlabSolid from, SlabSolid to) {
        PlaneFrame frame = from.frame();
        List<Slab> planes = from.under(SolidModel.SLAB, from.options().endCap()).slabs();
        boolean surfaces =
                from.options().model() == SolidModel.SHAPE && to.options().model() == SolidModel.SHAPE;
        SectionSearch search = surfaces ? new SurfaceSections(from.surface(), to.surface()) : slabs(from, to);
        List<Station> stations = new ArrayList<>();
        for (int i = 0; i < planes.size(); i++) {
            Interruption.check();
            double h = planes.get(i).planeMm();
            if (i > 0) {
                add(stations, from, search, (planes.get(i - 1).planeMm() + h) / 2, false);
            }
            add(stations, from, search, h, true);
        }
        double[] other = reach(to, frame);
        List<Slab> slabs = from.slabs();
        return new Profile(
                stations, slabs.get(0).lowMm(), slabs.get(slabs.size() - 1).highMm(), other[0], other[1]);
    }

    private static SectionSearch slabs(SlabSolid from, SlabSolid to) {
        PlaneFrame frame = from.frame();
        return SlabStack.areParallel(frame, to.frame())
                ? new ParallelSections(frame, new SlabStack(to, frame))
                : new ObliqueSections(from, to);
    }

    /** Where two slabs meet, both have a cross-section, and the nearer one counts. */
    private static void add(
            List<Station> stations, SlabSolid from, SectionSearch search, double height, boolean onPlane) {
        Station nearest = null;
        for (Slab s : from.slabs()) {
            if (s.lowMm() <= height && height <= s.highMm()) {
                Station here = search.at(s, height, onPlane);
                if (nearest == null || here.distanceMm() < nearest.distanceMm()) {
                    nearest = here;
                }
            }
        }
        if (nearest != null) {
            stations.add(nearest);
        }
    }

    static Point3 centre(Slab slab, PlaneFrame frame, double height) {
        Section s = Section.of(slab.region());
        return frame.point(s.x(), s.y(), height);
    }

    private static double[] reach(SlabSolid solid, PlaneFrame along) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        PlaneFrame own = solid.frame();
        for (Slab s : solid.slabs()) {
            for (double[] ring : s.region().toRings()) {
                for (int i = 0; i < ring.length; i += 2) {
                    Point3 p = own.point(ring[i], ring[i + 1], s.lowMm());
                    double h = p.dot(along.w());
                    double other = h + own.w().dot(along.w()) * s.thicknessMm();
                    low = Math.min(low, Math.min(h, other));
                    high = Math.max(high, Math.max(h, other));
                }
            }
        }
        return new double[] {low, high};
    }

    /** Length along the normal over which both solids run beside each other, mm; 0 when one lies above the other. */
    public double overlapLengthMm() {
        return Math.max(0, Math.min(highMm, otherHighMm) - Math.max(lowMm, otherLowMm));
    }

    /** The station with the smallest distance, the lowest one among equals. */
    public Station nearest() {
        Station best = stations.get(0);
        for (Station s : stations) {
            if (s.distanceMm() < best.distanceMm()) {
                best = s;
            }
        }
        return best;
    }

    /**
     * Length of the first solid, along the normal, that is closer to the other than a distance, mm: the distance runs
     * straight from station to station and stays the same beyond the first and the last.
     */
    public double lengthCloserThanMm(double mm) {
        double length = 0;
        for (Piece p : pieces()) {
            length += p.lengthBelow(mm);
        }
        return length;
    }

    /**
     * The distance that a share of the length beside the other solid does not exceed: 0.5 is the median. Beyond that
     * part the distance says how long the structure was drawn.
     *
     * @param share 0 to 1
     * @return NaN when the solids do not run beside each other
     */
    public double percentileMm(double share) {
        double low = Math.max(lowMm, otherLowMm);
        double high = Math.min(highMm, otherHighMm);
        List<Piece> beside = new ArrayList<>();
        double length = 0;
        for (Piece p : pieces()) {
            Piece part = p.between(low, high);
            if (part.lengthMm() > 0) {
                beside.add(part);
                length += part.lengthMm();
            }
        }
        if (beside.isEmpty()) {
            return Double.NaN;
        }
        // The length below a distance rises with it: halve until the doubles are used up.
        double from = Double.POSITIVE_INFINITY;
        double to = 0;
        for (Piece p : beside) {
            from = Math.min(from, Math.min(p.startMm, p.endMm));
            to = Math.max(to, Math.max(p.startMm, p.endMm));
        }
        for (int i = 0; i < 60 && from < to; i++) {
            double middle = (from + to) / 2;
            double below = 0;
            for (Piece p : beside) {
                below += p.lengthBelow(middle);
            }
            if (below < share * length) {
                from = middle;
            } else {
                to = middle;
            }
        }
        return to;
    }

    /** A piece of the first solid along which the distance changes evenly. */
    private record Piece(double low, double high, double startMm, double endMm) {
        double lengthMm() {
            return high - low;
        }

        double lengthBelow(double mm) {
            double least = Math.min(startMm, endMm);
            double most = Math.max(startMm, endMm);
            if (most < mm) {
                return lengthMm();
            }
            return least < mm ? lengthMm() * (mm - least) / (most - least) : 0;
        }

        Piece between(double from, double to) {
            double a = Math.max(low, from);
            double b = Math.min(high, to);
            if (!(a < b)) {
                return new Piece(a, a, startMm, startMm);
            }
            return new Piece(a, b, at(a), at(b));
        }

        private double at(double h) {
            return startMm + (endMm - startMm) * ((h - low) / (high - low));
        }
    }

    private List<Piece> pieces() {
        List<Piece> pieces = new ArrayList<>();
        Station first = stations.get(0);
        Station last = stations.get(stations.size() - 1);
        pieces.add(new Piece(lowMm, first.heightMm(), first.distanceMm(), first.distanceMm()));
        for (int i = 1; i < stations.size(); i++) {
            Station a = stations.get(i - 1);
            Station b = stations.get(i);
            pieces.add(new Piece(a.heightMm(), b.heightMm(), a.distanceMm(), b.distanceMm()));
        }
        pieces.add(new Piece(last.heightMm(), highMm, last.distanceMm(), last.distanceMm()));
        return pieces;
    }
}

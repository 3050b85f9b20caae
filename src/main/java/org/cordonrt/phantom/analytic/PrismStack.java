package org.cordonrt.phantom.analytic;

import java.util.ArrayList;
import java.util.List;

/**
 * What contours say by the slab convention: each section extruded half-way to its neighbours, the outermost by half the
 * distance to their one neighbour. In the coordinates of the planes: x and y within, z across.
 */
final class PrismStack {
    private final List<Prism> prisms;

    private record Prism(double lowMm, double highMm, List<Ring> rings) {
        double thicknessMm() {
            return highMm - lowMm;
        }
    }

    private PrismStack(List<Prism> prisms) {
        this.prisms = List.copyOf(prisms);
    }

    /** @param sections at least two, ascending */
    static PrismStack of(List<Section> sections) {
        List<Prism> prisms = new ArrayList<>();
        int last = sections.size() - 1;
        for (int i = 0; i <= last; i++) {
            double z = sections.get(i).heightMm();
            double toLower = (i > 0
                            ? z - sections.get(i - 1).heightMm()
                            : sections.get(1).heightMm() - z)
                    / 2;
            double toUpper = (i < last
                            ? sections.get(i + 1).heightMm() - z
                            : z - sections.get(i - 1).heightMm())
                    / 2;
            prisms.add(new Prism(z - toLower, z + toUpper, sections.get(i).rings()));
        }
        return new PrismStack(prisms);
    }

    double volumeMm3() {
        double sum = 0;
        for (Prism p : prisms) {
            for (Ring r : p.rings()) {
                sum += p.thicknessMm() * r.whole(0, 0).areaMm2();
            }
        }
        return sum;
    }

    /** The distribution of a dose given in the coordinates of the planes. */
    DoseDistribution under(LinearDose dose) {
        double gx = dose.gradient().x();
        double gy = dose.gradient().y();
        double gz = dose.gradient().z();
        double min = Double.POSITIVE_INFINITY;
        double max = Double.NEGATIVE_INFINITY;
        double volume = 0;
        double integral = 0;
        for (Prism p : prisms) {
            double low = Math.min(gz * p.lowMm(), gz * p.highMm());
            double high = Math.max(gz * p.lowMm(), gz * p.highMm());
            for (Ring r : p.rings()) {
                for (int i = 0; i < r.xy().length; i += 2) {
                    double inPlane = dose.atOriginGy() + gx * r.xy()[i] + gy * r.xy()[i + 1];
                    min = Math.min(min, inPlane + low);
                    max = Math.max(max, inPlane + high);
                }
                Ring.Part all = r.whole(gx, gy);
                double middle = dose.atOriginGy() + gz * (p.lowMm() + p.highMm()) / 2;
                volume += p.thicknessMm() * all.areaMm2();
                integral += p.thicknessMm() * (middle * all.areaMm2() + all.moment());
            }
        }
        return new DoseDistribution(volume, d -> atLeastMm3(dose, d), min, max, integral / volume);
    }

    /** The distribution of a dose that changes within the planes only. */
    DoseDistribution under(ProfileDose dose) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        double integral = 0;
        for (Prism p : prisms) {
            for (Ring r : p.rings()) {
                for (int i = 0; i < r.xy().length; i += 2) {
                    double along = dose.alongX() * r.xy()[i] + dose.alongY() * r.xy()[i + 1];
                    low = Math.min(low, along);
                    high = Math.max(high, along);
                }
                integral += p.thicknessMm() * dose.over(r);
            }
        }
        double volume = volumeMm3();
        return new DoseDistribution(
                volume, d -> beyondMm3(dose, dose.positionOf(d)), dose.at(low), dose.at(high), integral / volume);
    }

    private double beyondMm3(ProfileDose dose, double positionMm) {
        double sum = 0;
        for (Prism p : prisms) {
            for (Ring r : p.rings()) {
                sum += p.thicknessMm()
                        * r.beyond(dose.alongX(), dose.alongY(), positionMm).areaMm2();
            }
        }
        return sum;
    }

    private double atLeastMm3(LinearDose dose, double doseGy) {
        double sum = 0;
        for (Prism p : prisms) {
            for (Ring r : p.rings()) {
                sum += atLeastMm3(p, r, dose, doseGy - dose.atOriginGy());
            }
        }
        return sum;
    }

    /**
     * Across the planes the threshold moves: the volume is the integral over z of the area beyond {@code s - gz z}, and
     * the integral of that area over the threshold is the first moment of the part beyond it.
     */
    private static double atLeastMm3(Prism p, Ring r, LinearDose dose, double s) {
        double gx = dose.gradient().x();
        double gy = dose.gradient().y();
        double gz = dose.gradient().z();
        if (gz == 0) {
            return p.thicknessMm() * r.beyond(gx, gy, s).areaMm2();
        }
        if (gx == 0 && gy == 0) {
            double from = s / gz;
            double length = gz > 0 ? p.highMm() - from : from - p.lowMm();
            return Math.max(0, Math.min(p.thicknessMm(), length))
                    * r.whole(0, 0).areaMm2();
        }
        return (above(r, gx, gy, s - gz * p.highMm()) - above(r, gx, gy, s - gz * p.lowMm())) / gz;
    }

    /** Integral of how far the function lies above a threshold, where it does. */
    private static double above(Ring r, double gx, double gy, double least) {
        Ring.Part part = r.beyond(gx, gy, least);
        return part.moment() - least * part.areaMm2();
    }
}

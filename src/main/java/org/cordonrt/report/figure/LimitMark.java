package org.cordonrt.report.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.cordonrt.check.Assessment;
import org.cordonrt.constraint.Constraint;
import org.cordonrt.constraint.ConstraintResult;
import org.cordonrt.constraint.Headroom;
import org.cordonrt.constraint.State;
import org.cordonrt.illustration.StructureCurve;
import org.cordonrt.metric.Metric;
import org.cordonrt.metric.VolumeUnit;
import org.cordonrt.report.Phrases;

/**
 * A limit as a point beside a histogram, which must pass below and left of it.
 *
 * @param doseGy of the limit
 * @param volumeCc of the limit; 0 for a maximum
 * @param met whether the limit is met for certain
 * @param name the metric in short
 */
record LimitMark(double doseGy, double volumeCc, boolean met, String name) {

    /** Every judged limit on a structure that is a point in dose and volume; of equal ones the first, and missed ones first. */
    static List<LimitMark> of(Assessment found, StructureCurve curve) {
        List<LimitMark> marks = new ArrayList<>();
        for (ConstraintResult r : found.constraints()) {
            boolean same = r.structure() != null
                    && r.structure().structure().roiNumber()
                            == curve.match().structure().roiNumber();
            OptionalDouble cc = volumeCc(r.constraint(), curve.volumeCc());
            if (same && r.counts() && cc.isPresent()) {
                LimitMark mark = new LimitMark(
                        Headroom.limitGy(r.constraint()),
                        cc.getAsDouble(),
                        r.state() == State.PASS,
                        Phrases.shortName(r.constraint().metric()));
                marks.removeIf(m -> m.isAt(mark) && m.met && !mark.met);
                if (marks.stream().noneMatch(m -> m.isAt(mark))) {
                    marks.add(mark);
                }
            }
        }
        return marks;
    }

    private boolean isAt(LimitMark other) {
        return doseGy == other.doseGy && volumeCc == other.volumeCc;
    }

    /** The volume of the limit's point; empty for what is no point: mean doses, complements, distances. */
    private static OptionalDouble volumeCc(Constraint c, double structureCc) {
        if (c.metric() instanceof Metric.DoseAtVolume d) {
            return OptionalDouble.of(toCc(d.volume(), d.volumeUnit(), structureCc));
        }
        if (c.metric() instanceof Metric.VolumeAtDose v && !v.complement()) {
            return OptionalDouble.of(toCc(c.limit(), v.volumeUnit(), structureCc));
        }
        if (c.metric() instanceof Metric.Statistic s && s.kind() == Metric.Statistic.Kind.MAX) {
            return OptionalDouble.of(0);
        }
        return OptionalDouble.empty();
    }

    private static double toCc(double volume, VolumeUnit unit, double structureCc) {
        return unit == VolumeUnit.CC ? volume : volume / 100 * structureCc;
    }
}

package org.cordonrt.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.cordonrt.geometry.EndCap;
import org.cordonrt.geometry.SolidModel;
import org.cordonrt.metric.Metric;

/**
 * One way in which planning systems and readers of limits turn contours and words into numbers. None is wrong; a verdict
 * that depends on the choice hangs by a thread.
 *
 * @param solid what is assumed between contour planes
 * @param endCap how far solids reach beyond the outermost planes
 * @param nearMaximum the metric that is taken for every limit on a near-maximum dose; empty: the one each limit names
 */
public record Convention(SolidModel solid, EndCap endCap, Optional<Metric> nearMaximum) {
    /** Readings of "maximum dose": the point, 0.03 cc (MPPG 9, SBRT reports) and 0.035 cc (TG-101, ICRU 91). */
    static final List<Metric> NEAR_MAXIMA =
            List.of(Metric.parse("Max[Gy]"), Metric.parse("D0.03cc[Gy]"), Metric.parse("D0.035cc[Gy]"));

    /** Some planning systems let structures end at most this far beyond their contours. */
    private static final EndCap SHORT = new EndCap(1.5);

    public Convention {
        Objects.requireNonNull(solid, "solid");
        Objects.requireNonNull(endCap, "endCap");
        Objects.requireNonNull(nearMaximum, "nearMaximum");
    }

    /** The conventions beside a stated one: two solids with three end caps each, and three readings of the maximum. */
    static List<Convention> beside(ModelOptions stated) {
        List<Convention> others = new ArrayList<>();
        for (SolidModel solid : SolidModel.values()) {
            for (EndCap cap : List.of(EndCap.HALF, EndCap.NONE, SHORT)) {
                if (solid != stated.solid() || !cap.equals(stated.endCap())) {
                    others.add(new Convention(solid, cap, Optional.empty()));
                }
            }
        }
        for (Metric metric : NEAR_MAXIMA) {
            others.add(new Convention(stated.solid(), stated.endCap(), Optional.of(metric)));
        }
        return others;
    }

    /** In words, e.g. {@code shape solids, no end cap} or {@code maximum read as D0.03cc}. */
    public String words() {
        return nearMaximum
                .map(m -> "maximum read as " + m.expression().replace("[Gy]", ""))
                .orElseGet(() -> (solid == SolidModel.SLAB ? "slab" : "shape") + " solids, "
                        + switch (endCap.text()) {
                            case "half" -> "half-slice end caps";
                            case "none" -> "no end caps";
                            default -> "end caps of at most " + endCap.text().replace("mm", " mm");
                        });
    }

    /** SLAB or SHAPE: the model's name in documents. */
    public String solidName() {
        return solid.name();
    }

    /** The end cap in documents: {@code half}, {@code none}, or a limit such as {@code 1.5mm}. */
    public String endCapText() {
        return endCap.text();
    }
}

package org.cordonrt.examples;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.cordonrt.dvh.DvhEvaluator;
import org.cordonrt.dvh.DvhOptions;
import org.cordonrt.dvh.LocalDose;
import org.cordonrt.dvh.PreparedDvh;
import org.cordonrt.geometry.SlabSolid;
import org.cordonrt.geometry.SolidOptions;
import org.cordonrt.metric.Metric;
import org.cordonrt.plan.DoseGrid;
import org.cordonrt.plan.GridGeometry;
import org.cordonrt.plan.Structure;

/** What a planning loop does: the cord is made ready once, then each set of beam weights is a fraction of a millisecond. */
final class LoopOverDoses {
    private LoopOverDoses() {}

    /** Lowers the weight of the beam that the cord gets most from until its D0.035cc is surely within a limit. */
    static double[] run(Structure cord, GridGeometry grid, List<DoseGrid> beams, double limitGy) {
        List<Metric> metrics =
                Stream.of("D0.035cc[Gy]", "Max[Gy]").map(Metric::parse).toList();
        PreparedDvh prepared = PreparedDvh.of(
                SlabSolid.of(cord, SolidOptions.defaults()),
                grid,
                metrics,
                DvhOptions.defaults().withToleranceGy(0.05));
        List<LocalDose> doses = beams.stream().map(prepared::local).toList();
        DvhEvaluator cordDose = prepared.evaluator();
        int hottest = 0;
        double most = Double.NEGATIVE_INFINITY;
        for (int b = 0; b < beams.size(); b++) {
            cordDose.evaluate(beams.get(b));
            if (cordDose.value(1) > most) {
                most = cordDose.value(1);
                hottest = b;
            }
        }
        double[] weights = new double[beams.size()];
        Arrays.fill(weights, 1);
        cordDose.evaluateSum(doses, weights);
        // The upper end of the interval: the true value may be anywhere within.
        while (cordDose.upper(0) > limitGy && weights[hottest] > 0) {
            weights[hottest] = Math.max(0, weights[hottest] - 0.02);
            cordDose.evaluateSum(doses, weights);
        }
        return weights;
    }
}

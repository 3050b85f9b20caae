package org.cordonrt.robust;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.cordonrt.check.OrderedTasks;
import org.cordonrt.constraint.ConstraintResult;
import org.cordonrt.dvh.Dvh;
import org.cordonrt.dvh.DvhOptions;
import org.cordonrt.metric.MetricValue;
import org.cordonrt.plan.DoseGrid;
import org.cordonrt.plan.Point3;

/**
 * Moves structures through the dose, scenario by scenario, by points, set to the certified upper end at rest. Work space is one array of doses for each structure
 * and thread, whatever the number of scenarios. Immutable; the work space is each call's own.
 */
final class ScenarioDoses {
    private static final int BINS = 8192;

    /** Courses of one piece of work: fixed, so that sums do not depend on the number of threads. */
    private static final int CHUNK = 50;

    private final List<Body> bodies;
    private final DoseGrid dose;
    private final Point3 centre;
    private final double prescriptionGy;
    private final int limits;
    private final int targets;

    /**
     * By how much the certified upper end at rest lies above the value by points, for each limit, Gy. Points do not know
     * how the dose changes within a piece, so they read small hot volumes low; added to every scenario, that cannot make
     * a limit look kept.
     */
    private final double[] raisedGy;

    /**
     * One structure with what is asked of it.
     *
     * @param points of the whole structure
     * @param limits limits on it, null for a target
     * @param places where their values stand in the result
     * @param kinds measures of a target, empty for others
     */
    record Body(MovingStructure points, List<MovedLimit> limits, List<Integer> places, List<TargetMetric.Kind> kinds) {}

    /** @param prescriptionGy NaN when unknown */
    ScenarioDoses(List<Body> bodies, DoseGrid dose, Point3 centre, double prescriptionGy) {
        this.bodies = List.copyOf(bodies);
        this.dose = dose;
        this.centre = centre;
        this.prescriptionGy = prescriptionGy;
        this.limits = bodies.stream().mapToInt(b -> b.limits().size()).sum();
        this.targets = bodies.stream().mapToInt(b -> b.kinds().size()).sum();
        this.raisedGy = new double[limits];
        Work atRest = new Work();
        atRest.run(new Space(0, 0), List.of(Displacement.NONE));
        for (Body b : bodies) {
            if (b.limits().isEmpty()) {
                continue;
            }
            // All limits of a body are on one solid.
            List<MetricValue> certified = Dvh.of(b.limits().get(0).solid(), dose, DvhOptions.defaults())
                    .evaluate(b.limits().stream().map(MovedLimit::metric).toList());
            for (int i = 0; i < certified.size(); i++) {
                int place = b.places().get(i);
                if (certified.get(i).isEvaluable() && !Double.isNaN(atRest.limitGy[place])) {
                    raisedGy[place] = certified.get(i).upper() - atRest.limitGy[place];
                }
            }
        }
    }

    private ScenarioDoses(ScenarioDoses other, List<Body> some) {
        this.bodies = List.copyOf(some);
        this.dose = other.dose;
        this.centre = other.centre;
        this.prescriptionGy = other.prescriptionGy;
        this.limits = other.limits;
        this.targets = 0;
        this.raisedGy = other.raisedGy;
    }

    /** The same without what is measured on targets, which takes most of the time. */
    ScenarioDoses ofLimits() {
        return new ScenarioDoses(
                this, bodies.stream().filter(b -> b.kinds().isEmpty()).toList());
    }

    /** Structures in the part of the dose that they can reach. */
    private final class Space {
        private final DoseBlock[] blocks = new DoseBlock[bodies.size()];
        private final double[] binGy = new double[bodies.size()];

        Space(double shiftMm, double degrees) {
            for (int b = 0; b < blocks.length; b++) {
                MovingStructure points = bodies.get(b).points();
                double around = shiftMm
                        + Displacement.rotation(new Point3(degrees, 0, 0)).longestMm(points.reachMm(centre));
                Point3 by = new Point3(around, around, around);
                Point3[] box = points.box();
                blocks[b] = new DoseBlock(dose, box[0].minus(by), box[1].plus(by));
                binGy[b] = Math.max(1e-6, blocks[b].maxGy()) / (BINS - 1);
            }
        }
    }

    /** Arrays of one thread. */
    private final class Work {
        private final double[][] gy = new double[bodies.size()][];
        private final double[] bins = new double[BINS];
        private final double[] limitGy = new double[limits];
        private final double[] target = new double[targets];

        Work() {
            for (int b = 0; b < gy.length; b++) {
                gy[b] = new double[bodies.get(b).points().points()];
            }
        }

        void run(Space space, List<Displacement> fractions) {
            int t = 0;
            for (int b = 0; b < gy.length; b++) {
                Body body = bodies.get(b);
                Arrays.fill(gy[b], 0);
                boolean known = true;
                for (Displacement d : fractions) {
                    known &= body.points().addDoses(space.blocks[b], d.affine(centre), 1.0 / fractions.size(), gy[b]);
                }
                boolean binned = false;
                for (int i = 0; i < body.limits().size(); i++) {
                    MovedLimit limit = body.limits().get(i);
                    if (known && !binned && limit.kind() == MovedLimit.Kind.NEAR_MAX) {
                        fill(body, gy[b], space.binGy[b]);
                        binned = true;
                    }
                    int place = body.places().get(i);
                    limitGy[place] = !known
                            ? Double.NaN
                            : raisedGy[place]
                                    + switch (limit.kind()) {
                                        case MAX -> body.points().maxGy(gy[b]);
                                        case MEAN -> body.points().meanGy(gy[b]);
                                        case NEAR_MAX ->
                                            MovingStructure.doseAt(bins, space.binGy[b], limit.volumeMm3());
                                    };
                }
                for (TargetMetric.Kind kind : body.kinds()) {
                    target[t++] = known ? target(body, gy[b], kind, space.binGy[b]) : Double.NaN;
                }
            }
        }

        private void fill(Body body, double[] doses, double binGy) {
            Arrays.fill(bins, 0);
            body.points().fill(doses, binGy, bins);
        }

        private double target(Body body, double[] doses, TargetMetric.Kind kind, double binGy) {
            return switch (kind) {
                case MIN -> body.points().minGy(doses);
                case V100 ->
                    100
                            * body.points().mm3Above(doses, prescriptionGy)
                            / body.points().totalMm3();
                case D95 -> {
                    fill(body, doses, binGy);
                    yield MovingStructure.doseAt(
                            bins, binGy, 0.95 * body.points().totalMm3());
                }
            };
        }
    }

    /** The values of each scenario. */
    List<ScenarioValues> values(List<Scenario> scenarios, int threads) {
        double shift = 0;
        double degrees = 0;
        for (Scenario s : scenarios) {
            shift = Math.max(shift, s.displacement().shiftMm().norm());
            Point3 r = s.displacement().rotationDegrees();
            degrees = Math.max(degrees, Math.abs(r.x()) + Math.abs(r.y()) + Math.abs(r.z()));
        }
        Space space = new Space(shift, degrees);
        List<List<Scenario>> chunks = new ArrayList<>();
        for (int i = 0; i < scenarios.size(); i += CHUNK) {
            chunks.add(scenarios.subList(i, Math.min(scenarios.size(), i + CHUNK)));
        }
        return OrderedTasks.map(chunks, threads, chunk -> {
                    Work work = new Work();
                    List<ScenarioValues> values = new ArrayList<>();
                    for (Scenario s : chunk) {
                        work.run(space, List.of(s.displacement()));
                        values.add(new ScenarioValues(s, work.limitGy, work.target));
                    }
                    return values;
                })
                .stream()
                .flatMap(List::stream)
                .toList();
    }

    /** Counts of some courses: of limits first, then of what is measured on targets. */
    private final class Tally {
        private final int[] kept = new int[limits];
        private final int[] unknown = new int[limits + targets];
        private final double[] sum = new double[limits + targets];
        private final int[][] histogram = new int[limits + targets][BINS];

        void add(Tally other) {
            for (int i = 0; i < limits; i++) {
                kept[i] += other.kept[i];
            }
            for (int i = 0; i < sum.length; i++) {
                unknown[i] += other.unknown[i];
                sum[i] += other.sum[i];
                for (int b = 0; b < BINS; b++) {
                    histogram[i][b] += other.histogram[i][b];
                }
            }
        }

        void add(int i, double value, double bin) {
            if (Double.isNaN(value)) {
                unknown[i]++;
            } else {
                sum[i] += value;
                histogram[i][Math.max(0, Math.min(BINS - 1, (int) (value / bin)))]++;
            }
        }
    }

    /**
     * What came of all courses.
     *
     * @param chances in the order of the limits
     * @param targets in the order of the target metrics
     */
    record Courses(List<Chance> chances, List<TargetSpread> targets) {}

    /**
     * Draws courses with set-up errors.
     *
     * @param results the limits in the order of their places
     * @param metrics what is measured on targets, in the order of scenarios' values
     */
    Courses courses(
            List<ConstraintResult> results,
            List<TargetMetric> metrics,
            SetupErrors errors,
            int fractions,
            int threads) {
        // Beyond six standard deviations a course is not evaluable rather than wrong: the block ends there.
        double most = 6 * (errors.systematicMm() + errors.randomMm()) * Math.sqrt(3);
        double turn = Math.min(60, 6 * 3 * (errors.systematicDegrees() + errors.randomDegrees()));
        Space space = new Space(most, turn);
        double largest =
                Arrays.stream(space.blocks).mapToDouble(DoseBlock::maxGy).max().orElse(1);
        double[] bin = new double[limits + targets];
        Arrays.fill(bin, Math.max(1e-6, largest) / (BINS - 1));
        for (int i = 0; i < targets; i++) {
            if (metrics.get(i).kind() == TargetMetric.Kind.V100) {
                bin[limits + i] = 100.0 / (BINS - 1);
            }
        }
        MovedLimit[] byPlace = new MovedLimit[limits];
        for (Body b : bodies) {
            for (int i = 0; i < b.limits().size(); i++) {
                byPlace[b.places().get(i)] = b.limits().get(i);
            }
        }
        // Pieces of work in groups, so that only one group's counts are kept at a time.
        Tally all = new Tally();
        int group = CHUNK * Math.max(1, threads) * 4;
        for (int from = 0; from < errors.samples(); from += group) {
            List<Integer> starts = new ArrayList<>();
            int end = Math.min(errors.samples(), from + group);
            for (int s = from; s < end; s += CHUNK) {
                starts.add(s);
            }
            List<Tally> tallies = OrderedTasks.map(
                    starts,
                    threads,
                    s -> tally(s, Math.min(errors.samples(), s + CHUNK), errors, fractions, space, byPlace, bin));
            tallies.forEach(all::add);
        }
        List<Chance> chances = new ArrayList<>();
        for (int i = 0; i < limits; i++) {
            int known = errors.samples() - all.unknown[i];
            chances.add(Chance.of(
                    results.get(i),
                    all.kept[i],
                    all.unknown[i],
                    errors.samples(),
                    known == 0 ? Double.NaN : all.sum[i] / known,
                    known == 0 ? Double.NaN : quantile(all.histogram[i], known, bin[i]),
                    // Upper ends of bins, so that none reads too low.
                    percentiles(all.histogram[i], known, bin[i], 1)));
        }
        List<TargetSpread> spreads = new ArrayList<>();
        for (int i = limits; i < limits + targets; i++) {
            int known = errors.samples() - all.unknown[i];
            spreads.add(new TargetSpread(
                    metrics.get(i - limits),
                    errors.samples(),
                    all.unknown[i],
                    known == 0 ? Double.NaN : all.sum[i] / known,
                    percentiles(all.histogram[i], known, bin[i], 0)));
        }
        return new Courses(chances, spreads);
    }

    private static double quantile(int[] histogram, int known, double bin) {
        int above = 0;
        int wanted = (int) Math.ceil(0.05 * known);
        for (int b = BINS - 1; b >= 0; b--) {
            above += histogram[b];
            if (above >= wanted) {
                return (b + 0.5) * bin;
            }
        }
        return 0;
    }

    /**
     * Values that 0, 1, ... 100 % do not exceed.
     *
     * @param end of each bin: 0 the lower, 1 the upper
     */
    private static List<Double> percentiles(int[] histogram, int known, double bin, int end) {
        List<Double> percentiles = new ArrayList<>();
        int below = 0;
        for (int b = 0; b < BINS && known > 0; b++) {
            below += histogram[b];
            while (percentiles.size() <= 100 && below >= Math.max(1, Math.ceil(percentiles.size() * known / 100.0))) {
                percentiles.add((b + end) * bin);
            }
        }
        return percentiles;
    }

    private Tally tally(
            int from, int to, SetupErrors errors, int fractions, Space space, MovedLimit[] byPlace, double[] bin) {
        Tally tally = new Tally();
        Work work = new Work();
        for (int s = from; s < to; s++) {
            work.run(space, course(errors, s, fractions));
            for (int i = 0; i < limits; i++) {
                double gy = work.limitGy[i];
                tally.kept[i] += !Double.isNaN(gy) && byPlace[i].isKept(gy) ? 1 : 0;
                tally.add(i, gy, bin[i]);
            }
            for (int i = 0; i < targets; i++) {
                tally.add(limits + i, work.target[i], bin[limits + i]);
            }
        }
        return tally;
    }

    /** The displacement of each fraction of one course. Each course has its own stream of random numbers. */
    static List<Displacement> course(SetupErrors errors, int number, int fractions) {
        // The seed is scrambled first: generators whose seeds differ by multiples of their step are one, put forward.
        SplittableRandom random = new SplittableRandom(new SplittableRandom(errors.seed()).nextLong() + number);
        Point3 shift = normal(random, errors.systematicMm());
        Point3 turn = normal(random, errors.systematicDegrees());
        List<Displacement> course = new ArrayList<>(fractions);
        for (int f = 0; f < fractions; f++) {
            course.add(new Displacement(
                    shift.plus(normal(random, errors.randomMm())), turn.plus(normal(random, errors.randomDegrees()))));
        }
        return course;
    }

    private static Point3 normal(SplittableRandom random, double sigma) {
        return new Point3(normal(random) * sigma, normal(random) * sigma, normal(random) * sigma);
    }

    /** Box and Muller 1958, DOI 10.1214/aoms/1177706645; the same on every machine. */
    private static double normal(SplittableRandom random) {
        double u = 1 - random.nextDouble();
        return StrictMath.sqrt(-2 * StrictMath.log(u)) * StrictMath.cos(2 * Math.PI * random.nextDouble());
    }
}

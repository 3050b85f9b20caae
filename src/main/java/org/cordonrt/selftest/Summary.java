package org.cordonrt.selftest;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.cordonrt.geometry.SolidModel;
import org.cordonrt.phantom.analytic.Family;
import org.cordonrt.selftest.Row.Measure;

/** Comparisons to rows. */
final class Summary {
    private final List<Row> rows = new ArrayList<>();
    private final Family family;
    private final SolidModel solid;

    private Summary(Family family, SolidModel solid) {
        this.family = family;
        this.solid = solid;
    }

    static List<Row> of(List<Comparison> comparisons) {
        List<Row> rows = new ArrayList<>();
        for (Family family : Family.values()) {
            for (SolidModel solid : SolidModel.values()) {
                List<Comparison> own = select(comparisons, c -> c.family() == family && c.solid() == solid);
                Summary summary = new Summary(family, solid);
                List<Comparison> slabs = select(own, Comparison::isSlabTruth);
                summary.slabTruth(slabs);
                summary.ideal(select(own, c -> !c.isSlabTruth()), slabs);
                rows.addAll(summary.rows);
            }
        }
        return rows;
    }

    private static List<Comparison> select(List<Comparison> all, Predicate<Comparison> wanted) {
        return all.stream().filter(wanted).toList();
    }

    private void slabTruth(List<Comparison> all) {
        largestError("slab truth: volume", select(all, c -> c.quantity() == Quantity.VOLUME));
        largestError(
                "slab truth: Max, Min, mean",
                select(all, c -> c.quantity() == Quantity.EXTREME || c.quantity() == Quantity.MEAN));
        largestError("slab truth: D%, Dcc", select(all, c -> c.quantity() == Quantity.DOSE));
        largestError("slab truth: curve, every 0.1 Gy", select(all, c -> c.quantity() == Quantity.CURVE));
        List<Comparison> bounded = select(all, c -> c.quantity() != Quantity.VOLUME && c.quantity() != Quantity.CURVE);
        count("slab truth: outside its interval", bounded, c -> !c.holdsTruth(), 0);
        List<Comparison> doses = select(all, c -> c.quantity().isDose());
        add(
                "slab truth: widest interval",
                Measure.WIDEST_INTERVAL,
                doses,
                largest(doses, Comparison::width),
                Limits.WIDTH_GY,
                "Gy");
    }

    private void ideal(List<Comparison> all, List<Comparison> slabs) {
        if (all.isEmpty()) {
            return;
        }
        String prefix = solid == SolidModel.SLAB ? "ideal, slabs: " : "ideal, shape: ";
        switch (family) {
            case NELMS1 -> nelms(prefix, all, slabs, Limits.NELMS_1_OFF);
            case NELMS2 ->
                nelms(prefix, all, slabs, solid == SolidModel.SLAB ? Double.NaN : Limits.NELMS_2_OFF_WITH_SHAPES);
            case STANLEY -> stanley(prefix, all, solid == SolidModel.SLAB ? Limits.STANLEY_MEAN_PERCENT : Double.NaN);
            case WALKER -> walker(prefix, all);
            case FALLOFF -> falloff(prefix, all);
            default -> {
                largestError(prefix + "volumes", select(all, c -> !c.quantity().isDose()));
                largestError(prefix + "doses", select(all, c -> c.quantity().isDose()));
            }
        }
    }

    private void nelms(String prefix, List<Comparison> all, List<Comparison> slabs, double limit) {
        count(prefix + "off by over 3 %", all, c -> !c.isWithin(), limit);
        if (solid == SolidModel.SLAB) {
            // Being off from the shape is the convention's doing only where the number is what the convention says.
            Set<List<String>> explained = slabs.stream()
                    .filter(Comparison::isWithin)
                    .map(Summary::key)
                    .collect(Collectors.toSet());
            count(
                    prefix + "of these, unexplained",
                    select(all, c -> !c.isWithin()),
                    c -> !explained.contains(key(c)),
                    0);
        }
        for (Quantity q : List.of(Quantity.VOLUME, Quantity.EXTREME, Quantity.MEAN, Quantity.DOSE)) {
            List<Comparison> some = select(all, c -> c.quantity() == q);
            add(
                    prefix + "worst " + words(q),
                    Measure.LARGEST_ERROR,
                    some,
                    largest(some, Comparison::error),
                    Double.NaN,
                    "%");
        }
    }

    private static List<String> key(Comparison c) {
        return List.of(c.caseName(), c.structure(), c.expression());
    }

    private static String words(Quantity q) {
        return switch (q) {
            case VOLUME -> "volume";
            case EXTREME -> "Max, Min";
            case MEAN -> "mean";
            case DOSE -> "D%, Dcc";
            case VOLUME_AT_DOSE -> "V";
            case CURVE -> "curve";
            case INDEX -> "index";
        };
    }

    private void stanley(String prefix, List<Comparison> all, double meanLimit) {
        for (String diameter : List.of("3mm", "5mm", "7mm", "10mm", "15mm", "20mm")) {
            List<Comparison> some = select(all, c -> c.caseName().startsWith("stanley-" + diameter + "-"));
            List<Comparison> volumes = select(some, c -> c.quantity() == Quantity.VOLUME);
            mean(
                    prefix + diameter.replace("mm", " mm") + ", volume error",
                    volumes,
                    Comparison::error,
                    // The mean of a few places is their luck.
                    volumes.size() < Limits.STANLEY_PLACES ? Double.NaN : meanLimit,
                    "%");
            mean(
                    prefix + diameter.replace("mm", " mm") + ", V100 error",
                    select(some, c -> c.quantity() == Quantity.VOLUME_AT_DOSE),
                    Comparison::error,
                    Double.NaN,
                    "%");
        }
    }

    private void falloff(String prefix, List<Comparison> all) {
        for (String grid : List.of("1mm", "2mm", "3mm")) {
            List<Comparison> some =
                    select(all, c -> c.caseName().endsWith(grid) && c.quantity().isDose());
            largestError(prefix + "doses, grid " + grid.replace("mm", " mm"), some);
        }
    }

    private void walker(String prefix, List<Comparison> all) {
        walkerGroup(prefix + "r 2 mm, ", select(all, c -> radius(c) == 2));
        walkerGroup(prefix + "r 3-5 mm, ", select(all, c -> radius(c) >= 3 && radius(c) <= 5));
        walkerGroup(prefix + "r 6-9 mm, ", select(all, c -> radius(c) >= 6));
    }

    private void walkerGroup(String prefix, List<Comparison> some) {
        mean(
                prefix + "volume error",
                select(some, c -> c.quantity() == Quantity.VOLUME),
                Comparison::error,
                Double.NaN,
                "%");
        mean(
                prefix + "PCI (1)",
                select(some, c -> c.expression().equals(Conformity.CONFORMITY)),
                Comparison::value,
                Double.NaN,
                "");
        mean(
                prefix + "MGI (3.686)",
                select(some, c -> c.expression().equals(Conformity.GRADIENT)),
                Comparison::value,
                Double.NaN,
                "");
    }

    private static int radius(Comparison c) {
        return c.caseName().charAt("walker-r".length()) - '0';
    }

    private void largestError(String what, List<Comparison> some) {
        if (!some.isEmpty()) {
            Comparison first = some.get(0);
            add(what, Measure.LARGEST_ERROR, some, largest(some, Comparison::error), first.limit(), first.errorUnit());
        }
    }

    private void count(String what, List<Comparison> some, Predicate<Comparison> isOut, double limit) {
        add(
                what,
                Measure.COUNT_OUTSIDE,
                some,
                (double) some.stream().filter(isOut).count(),
                limit,
                "");
    }

    private void mean(
            String what, List<Comparison> some, ToDoubleFunction<Comparison> figure, double limit, String unit) {
        if (!some.isEmpty()) {
            double[] figures = some.stream().mapToDouble(figure).sorted().toArray();
            double sum = 0;
            for (double f : figures) {
                sum += f;
            }
            rows.add(new Row(
                    family,
                    solid,
                    what,
                    Measure.MEAN,
                    cases(some),
                    some.size(),
                    sum / figures.length,
                    figures[0],
                    figures[figures.length - 1],
                    limit,
                    unit,
                    missing(some)));
        }
    }

    private void add(String what, Measure measure, List<Comparison> some, double found, double limit, String unit) {
        if (!some.isEmpty()) {
            rows.add(new Row(
                    family,
                    solid,
                    what,
                    measure,
                    cases(some),
                    some.size(),
                    found,
                    Double.NaN,
                    Double.NaN,
                    limit,
                    unit,
                    missing(some)));
        }
    }

    /** The figure of largest magnitude, with its sign; NaN if any is. */
    private static double largest(List<Comparison> some, ToDoubleFunction<Comparison> figure) {
        double largest = 0;
        for (Comparison c : some) {
            double f = figure.applyAsDouble(c);
            if (Double.isNaN(f)) {
                return f;
            }
            if (Math.abs(f) > Math.abs(largest)) {
                largest = f;
            }
        }
        return largest;
    }

    private static int cases(List<Comparison> some) {
        return (int) some.stream().map(Comparison::caseName).distinct().count();
    }

    private static int missing(List<Comparison> some) {
        return (int) some.stream().filter(Comparison::isMissing).count();
    }
}

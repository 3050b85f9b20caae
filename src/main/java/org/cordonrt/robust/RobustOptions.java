package org.cordonrt.robust;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What to look for. Immutable; the {@code with} methods give changed copies.
 *
 * @param searchRadiusMm how far to look for a shift that breaks a limit, above 0 and at most 50 mm
 * @param searchDegrees how far to look for a turn that breaks a limit, at most 45
 * @param gapMm how near lower and upper bound of a shift to break come to each other
 * @param mostBoxes work bound for each limit, in boxes of shifts with 1000 parts of the structure or its surface looked at
 *     in each: where it is reached, the bounds stay further apart and still hold
 * @param shiftMm length of the shifts of the table of scenarios
 * @param rotationDegrees angle of its turns
 * @param directions number of directions of the sphere of shifts
 * @param scenarios more displacements, by the user
 * @param setupErrors for probabilities; empty: none are computed
 * @param requiredMm shifts that every limit on the cord must hold for, in any direction
 * @param requiredProbability with which every limit on the cord must be kept under the set-up errors, above 0 and below 1
 * @param threads number of threads; changes no bit of the result
 */
public record RobustOptions(
        double searchRadiusMm,
        double searchDegrees,
        double gapMm,
        int mostBoxes,
        double shiftMm,
        double rotationDegrees,
        int directions,
        List<Scenario> scenarios,
        Optional<SetupErrors> setupErrors,
        List<Double> requiredMm,
        OptionalDouble requiredProbability,
        int threads) {
    public static final double MOST_RADIUS_MM = 50;

    public RobustOptions {
        if (!(searchRadiusMm > 0 && searchRadiusMm <= MOST_RADIUS_MM)) {
            throw new IllegalArgumentException("a search radius of " + searchRadiusMm + " mm");
        }
        if (!(searchDegrees >= 0 && searchDegrees <= 45) || !(gapMm >= 0.001) || mostBoxes < 1 || threads < 1) {
            throw new IllegalArgumentException(searchDegrees + " degrees, a gap of " + gapMm + " mm, " + threads);
        }
        if (!(shiftMm >= 0 && shiftMm <= MOST_RADIUS_MM) || !(rotationDegrees >= 0 && rotationDegrees <= 45)) {
            throw new IllegalArgumentException("scenarios of " + shiftMm + " mm and " + rotationDegrees + " degrees");
        }
        if (directions < 1 || directions > 10_000) {
            throw new IllegalArgumentException(directions + " directions");
        }
        scenarios = List.copyOf(scenarios);
        Objects.requireNonNull(setupErrors, "setupErrors");
        requiredMm = List.copyOf(requiredMm);
        requiredProbability.ifPresent(p -> {
            if (!(p > 0 && p < 1)) {
                throw new IllegalArgumentException("a required probability of " + p);
            }
        });
    }

    /** Up to 10 mm and 10 degrees, to 0.02 mm; scenarios of 1 mm and 1 degree; all processors. */
    public static RobustOptions defaults() {
        return new RobustOptions(
                10,
                10,
                0.02,
                4000,
                1,
                1,
                64,
                List.of(),
                Optional.empty(),
                List.of(),
                OptionalDouble.empty(),
                Runtime.getRuntime().availableProcessors());
    }

    public RobustOptions withSearchRadiusMm(double mm) {
        return new RobustOptions(
                mm,
                searchDegrees,
                gapMm,
                mostBoxes,
                shiftMm,
                rotationDegrees,
                directions,
                scenarios,
                setupErrors,
                requiredMm,
                requiredProbability,
                threads);
    }

    /** How far to look for turns; 0 for not at all. */
    public RobustOptions withSearchDegrees(double degrees) {
        return new RobustOptions(
                searchRadiusMm,
                degrees,
                gapMm,
                mostBoxes,
                shiftMm,
                rotationDegrees,
                directions,
                scenarios,
                setupErrors,
                requiredMm,
                requiredProbability,
                threads);
    }

    /** More work for narrower bounds. */
    public RobustOptions withMostBoxes(int boxes) {
        return new RobustOptions(
                searchRadiusMm,
                searchDegrees,
                gapMm,
                boxes,
                shiftMm,
                rotationDegrees,
                directions,
                scenarios,
                setupErrors,
                requiredMm,
                requiredProbability,
                threads);
    }

    public RobustOptions withScenarioSize(double mm, double degrees) {
        return new RobustOptions(
                searchRadiusMm,
                searchDegrees,
                gapMm,
                mostBoxes,
                mm,
                degrees,
                directions,
                scenarios,
                setupErrors,
                requiredMm,
                requiredProbability,
                threads);
    }

    public RobustOptions withScenarios(List<Scenario> more) {
        return new RobustOptions(
                searchRadiusMm,
                searchDegrees,
                gapMm,
                mostBoxes,
                shiftMm,
                rotationDegrees,
                directions,
                more,
                setupErrors,
                requiredMm,
                requiredProbability,
                threads);
    }

    public RobustOptions withSetupErrors(SetupErrors errors) {
        return new RobustOptions(
                searchRadiusMm,
                searchDegrees,
                gapMm,
                mostBoxes,
                shiftMm,
                rotationDegrees,
                directions,
                scenarios,
                Optional.of(errors),
                requiredMm,
                requiredProbability,
                threads);
    }

    public RobustOptions withRequiredMm(List<Double> mm) {
        return new RobustOptions(
                searchRadiusMm,
                searchDegrees,
                gapMm,
                mostBoxes,
                shiftMm,
                rotationDegrees,
                directions,
                scenarios,
                setupErrors,
                mm,
                requiredProbability,
                threads);
    }

    /** Only of use with {@link #withSetupErrors}. */
    public RobustOptions withRequiredProbability(double probability) {
        return new RobustOptions(
                searchRadiusMm,
                searchDegrees,
                gapMm,
                mostBoxes,
                shiftMm,
                rotationDegrees,
                directions,
                scenarios,
                setupErrors,
                requiredMm,
                OptionalDouble.of(probability),
                threads);
    }

    public RobustOptions withThreads(int n) {
        return new RobustOptions(
                searchRadiusMm,
                searchDegrees,
                gapMm,
                mostBoxes,
                shiftMm,
                rotationDegrees,
                directions,
                scenarios,
                setupErrors,
                requiredMm,
                requiredProbability,
                n);
    }
}

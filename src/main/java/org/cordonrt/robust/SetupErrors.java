package org.cordonrt.robust;

/**
 * Normally distributed set-up errors, the same about every axis: a systematic one, drawn once for the course, and random
 * ones, drawn for each fraction. Immutable.
 *
 * @param samples number of courses, 1 to 10 million
 * @param seed the same seed gives the same courses
 * @param systematicMm standard deviation of the systematic shift along each axis
 * @param randomMm standard deviation of the random shifts along each axis
 * @param systematicDegrees standard deviation of the systematic turn about each axis
 * @param randomDegrees standard deviation of the random turns about each axis
 */
public record SetupErrors(
        int samples, long seed, double systematicMm, double randomMm, double systematicDegrees, double randomDegrees) {
    public SetupErrors {
        if (samples < 1 || samples > 10_000_000) {
            throw new IllegalArgumentException(samples + " samples");
        }
        for (double s : new double[] {systematicMm, randomMm, systematicDegrees, randomDegrees}) {
            if (!(s >= 0 && s <= 20)) {
                throw new IllegalArgumentException("a standard deviation of " + s);
            }
        }
    }
}

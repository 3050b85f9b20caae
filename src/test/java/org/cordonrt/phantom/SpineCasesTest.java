package org.cordonrt.phantom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The cases under testdata/spine are what the generator makes, and are what they are meant to be. After a deliberate
 * change of the generator, {@code mvn test -Dtest=SpineCasesTest -Dcordon.regenerate=true} writes them anew.
 */
class SpineCasesTest {
    private static final Path FOLDER = Path.of("testdata", "spine");
    private static final List<String> FILES =
            List.of(SpinePhantom.STRUCTURE_SET_FILE, SpinePhantom.DOSE_FILE, SpinePhantom.PLAN_FILE);

    /** How far from every limit a case stays, so that its verdict does not hang on how a dose is computed, Gy. */
    private static final double SAFETY_GY = 0.5;

    /**
     * The limits on cord and thecal sac that the cases are built to meet or break, Gy; typed from the facts page: TG-101
     * T1-T9, QUANTEC Q1-Q2, HyTEC S1-S5 (also the cord's own maxima H1-H5, which are the same or higher).
     */
    private record Limits(double cordD0035, double cordMax, double cordD035, double cordD12, double sacMax) {}

    private static Limits limits(int fractions) {
        return switch (fractions) {
            case 1 -> new Limits(14, 13, 10, 7, 12.4);
            case 3 -> new Limits(21.9, 20, 18, 12.3, 20.3);
            case 5 -> new Limits(30, 25.3, 23, 14.5, 25.3);
            default -> throw new AssertionError("no case has " + fractions + " fractions");
        };
    }

    static List<SpineCases.SpineCase> cases() {
        return SpineCases.all();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theGeneratorMakesTheFilesAgain(SpineCases.SpineCase c, @TempDir Path dir) throws IOException {
        Path committed = FOLDER.resolve(c.name());
        SpinePhantom phantom = SpinePhantom.of(c.options());
        if (Boolean.getBoolean("cordon.regenerate")) {
            phantom.write(committed, c.syntax());
        }
        phantom.write(dir, c.syntax());
        for (String name : FILES) {
            assertThat(committed.resolve(name)).hasSameBinaryContentAs(dir.resolve(name));
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theDoseIsOnTheIntendedSideOfTheLimits(SpineCases.SpineCase c) {
        SpinePhantom phantom = SpinePhantom.of(c.options());
        assertThat(phantom.trueGapMm()).isCloseTo(c.options().gapMm(), within(1e-5));
        double spacing = c.options().planeSpacingMm();
        SampledDose cord = SampledDose.of(phantom.treatmentCase(), "SpinalCord", spacing);
        SampledDose sac = SampledDose.of(phantom.treatmentCase(), "ThecalSac", spacing);
        Limits limits = limits(c.options().fractions());
        if (c.passes()) {
            assertThat(cord.atVolumeGy(0.035)).isLessThan(limits.cordD0035() - SAFETY_GY);
            assertThat(cord.maxGy()).isLessThan(limits.cordMax() - SAFETY_GY);
            assertThat(cord.atVolumeGy(0.35)).isLessThan(limits.cordD035() - SAFETY_GY);
            assertThat(cord.atVolumeGy(1.2)).isLessThan(limits.cordD12() - SAFETY_GY);
            assertThat(sac.maxGy()).isLessThan(limits.sacMax() - SAFETY_GY);
        } else {
            assertThat(cord.atVolumeGy(0.035)).isGreaterThan(limits.cordD0035() + SAFETY_GY);
        }
    }

    @Test
    void everyCaseHasItsFolderAndIsDescribed() throws IOException {
        List<String> names =
                SpineCases.all().stream().map(SpineCases.SpineCase::name).toList();
        try (Stream<Path> folders = Files.list(FOLDER).filter(Files::isDirectory)) {
            assertThat(folders.map(f -> f.getFileName().toString())).containsExactlyInAnyOrderElementsOf(names);
        }
        assertThat(Files.readString(FOLDER.resolve("README.md"))).contains(names);
    }
}

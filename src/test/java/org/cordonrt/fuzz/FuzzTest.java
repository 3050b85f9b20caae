package org.cordonrt.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import org.cordonrt.Property;
import org.cordonrt.dicom.DataSetMutator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What strangers send ends in a result of finite numbers or in a refusal with a code, in bounded time and memory. */
class FuzzTest {
    private static final int RUNS = Integer.getInteger("cordon.fuzz.runs", 5_000);

    @ParameterizedTest
    @EnumSource
    void seedsAreRead(FuzzTarget target) {
        assertThat(target.seeds()).isNotEmpty();
        for (byte[] seed : target.seeds()) {
            FuzzBounds.run(target, seed);
        }
    }

    /** Each file is named after the fault that it once showed. */
    @ParameterizedTest
    @EnumSource
    void whatWasFoundStaysMended(FuzzTarget target) throws IOException {
        for (Path file : target.found()) {
            byte[] input = Files.readAllBytes(file);
            assertThatCode(() -> FuzzBounds.run(target, input))
                    .as(file.getFileName().toString())
                    .doesNotThrowAnyException();
        }
    }

    @ParameterizedTest
    @EnumSource
    void changedSeedsEndInAResultOrARefusal(FuzzTarget target) {
        List<byte[]> seeds = target.seeds();
        Property.forAll(RUNS, random -> mutated(target, seeds, random), input -> {
            try {
                FuzzBounds.run(target, input);
            } catch (Throwable t) {
                throw new AssertionError(t + ", from " + HexFormat.of().formatHex(input), t);
            }
        });
    }

    static byte[] mutated(FuzzTarget target, List<byte[]> seeds, SplittableRandom random) {
        byte[] seed = seeds.get(random.nextInt(seeds.size()));
        return target.isDicom() ? DataSetMutator.mutate(seed, random) : TextMutator.mutate(seed, random);
    }
}

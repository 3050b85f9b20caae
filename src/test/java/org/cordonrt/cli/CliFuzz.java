package org.cordonrt.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** Reads configuration files. */
public final class CliFuzz {
    private static final Path FILE = Path.of("cordon.yaml");

    private CliFuzz() {}

    public static void configuration(byte[] input) {
        for (ConfigFile.Setting s : ConfigFile.of(input, FILE, "cordon.yaml").settings()) {
            if (s.truth() && s.values().size() != 1) {
                throw new AssertionError("a truth value of " + s.values().size() + " values");
            }
        }
    }

    public static List<byte[]> configurationSeeds() {
        return List.of("cord: Myelon\nset: [TG101, hytec.yaml]\nthreads: 2\ncheck:\n  no-plots: true\n  target: PTV\n"
                .getBytes(StandardCharsets.UTF_8));
    }
}

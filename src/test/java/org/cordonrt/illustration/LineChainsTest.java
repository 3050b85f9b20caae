package org.cordonrt.illustration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.cordonrt.Property;
import org.junit.jupiter.api.Test;

class LineChainsTest {

    @Test
    void aPolygonCutToPiecesAndShuffledIsOneClosedLine() {
        Property.forAll(50, r -> r.nextLong(), seed -> {
            int n = 3 + (int) Math.floorMod(seed, 40L);
            List<double[]> pieces = new ArrayList<>();
            for (int i = 0; i < n; i++) {
                double t = 2 * Math.PI * i / n;
                double u = 2 * Math.PI * (i + 1) / n;
                double[] s = {10 * Math.cos(t), 7 * Math.sin(t), 10 * Math.cos(u), 7 * Math.sin(u)};
                pieces.add((seed >> i & 1) == 0 ? s : new double[] {s[2], s[3], s[0], s[1]});
            }
            Collections.shuffle(pieces, new Random(seed));
            LineChains chains = new LineChains();
            pieces.forEach(s -> chains.add(s[0], s[1], s[2], s[3]));
            List<Samples> lines = chains.lines();
            assertThat(lines).hasSize(1);
            Samples line = lines.get(0);
            assertThat(line.size()).isEqualTo(2 * (n + 1));
            assertThat(line.at(0)).isEqualTo(line.at(2 * n));
            assertThat(line.at(1)).isEqualTo(line.at(2 * n + 1));
        });
    }

    @Test
    void whatDoesNotMeetStaysApart() {
        LineChains chains = new LineChains();
        chains.add(0, 0, 1, 0);
        chains.add(1.1, 0, 2, 0);
        chains.add(1, 0, 1, 1);
        assertThat(chains.lines()).hasSize(2);
    }

    @Test
    void simplifyingMovesNothingByMoreThanItMay() {
        Property.forAll(30, r -> r, r -> {
            int n = 2 + r.nextInt(200);
            double[] ab = new double[2 * n];
            for (int i = 0; i < n; i++) {
                ab[2 * i] = i * 0.1;
                ab[2 * i + 1] = Math.sin(i * 0.05) + r.nextDouble() * 0.1;
            }
            double[] out = Simplified.of(ab, 0.08);
            for (int i = 0; i < n; i++) {
                int k = 0;
                while (out[k + 2] < ab[2 * i] && k + 4 < out.length) {
                    k += 2;
                }
                double t = (ab[2 * i] - out[k]) / (out[k + 2] - out[k]);
                double y = out[k + 1] + t * (out[k + 3] - out[k + 1]);
                assertThat(ab[2 * i + 1]).isCloseTo(y, within(0.2));
            }
            assertThat(out[0]).isEqualTo(ab[0]);
            assertThat(out[out.length - 1]).isEqualTo(ab[ab.length - 1]);
        });
    }
}

package org.cordonrt.illustration;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Joins loose segments of a plane to lines wherever ends meet. Not thread-safe. */
final class LineChains {
    /** Ends this near are one point: far above rounding, far below anything drawn. */
    private static final double MEET_MM = 1e-3;

    /** A vertex this near to the straight line between its neighbours cannot be seen. */
    private static final double FLAT_MM = 0.02;

    private final List<double[]> segments = new ArrayList<>();
    private final Map<Long, List<Integer>> ends = new HashMap<>();

    void add(double a0, double b0, double a1, double b1) {
        if (Math.abs(a1 - a0) < MEET_MM && Math.abs(b1 - b0) < MEET_MM) {
            return;
        }
        int i = segments.size();
        segments.add(new double[] {a0, b0, a1, b1});
        ends.computeIfAbsent(cell(a0, b0, 0, 0), k -> new ArrayList<>(2)).add(i);
        ends.computeIfAbsent(cell(a1, b1, 0, 0), k -> new ArrayList<>(2)).add(i);
    }

    private static long cell(double a, double b, int da, int db) {
        long i = (long) Math.floor(a / MEET_MM) + da;
        long j = (long) Math.floor(b / MEET_MM) + db;
        return i << 32 ^ j & 0xFFFFFFFFL;
    }

    /** Lines as a0, b0, a1, b1, ...; a closed one ends where it starts. */
    List<Samples> lines() {
        boolean[] used = new boolean[segments.size()];
        List<Samples> lines = new ArrayList<>();
        for (int i = 0; i < segments.size(); i++) {
            if (!used[i]) {
                used[i] = true;
                double[] s = segments.get(i);
                Points forward = new Points();
                forward.add(s[0], s[1]);
                forward.add(s[2], s[3]);
                follow(forward, used);
                if (!forward.isClosed()) {
                    forward.reverse();
                    follow(forward, used);
                }
                lines.add(Samples.of(forward.simplified()));
            }
        }
        return lines;
    }

    private void follow(Points line, boolean[] used) {
        for (int next = next(line, used); next >= 0; next = next(line, used)) {
            used[next] = true;
            double[] s = segments.get(next);
            double a = line.lastA();
            double b = line.lastB();
            boolean starts = Math.hypot(s[0] - a, s[1] - b) <= Math.hypot(s[2] - a, s[3] - b);
            line.add(starts ? s[2] : s[0], starts ? s[3] : s[1]);
        }
    }

    /** A segment that is left over and ends where the line does; -1 for none. */
    private int next(Points line, boolean[] used) {
        for (int da = -1; da <= 1; da++) {
            for (int db = -1; db <= 1; db++) {
                for (int i : ends.getOrDefault(cell(line.lastA(), line.lastB(), da, db), List.of())) {
                    if (!used[i]) {
                        return i;
                    }
                }
            }
        }
        return -1;
    }

    /** A growing line. */
    private static final class Points {
        private double[] ab = new double[32];
        private int used;

        void add(double a, double b) {
            if (used == ab.length) {
                ab = Arrays.copyOf(ab, 2 * used);
            }
            ab[used++] = a;
            ab[used++] = b;
        }

        double lastA() {
            return ab[used - 2];
        }

        double lastB() {
            return ab[used - 1];
        }

        boolean isClosed() {
            return used > 4 && Math.hypot(lastA() - ab[0], lastB() - ab[1]) <= 2 * MEET_MM;
        }

        void reverse() {
            for (int i = 0, j = used - 2; i < j; i += 2, j -= 2) {
                double a = ab[i];
                double b = ab[i + 1];
                ab[i] = ab[j];
                ab[i + 1] = ab[j + 1];
                ab[j] = a;
                ab[j + 1] = b;
            }
        }

        double[] simplified() {
            if (isClosed()) {
                ab[used - 2] = ab[0];
                ab[used - 1] = ab[1];
            }
            return Simplified.of(Arrays.copyOf(ab, used), FLAT_MM);
        }
    }
}

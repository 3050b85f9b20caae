package org.cordonrt.plan;

/** How a dose grid keeps its samples: as they were stored, so that nothing is rounded and memory stays small. */
sealed interface DoseSamples {
    int count();

    double at(int index);

    double max();

    void copy(int start, int count, double[] out, int outFrom);

    /** Doses in gray. */
    record Doubles(double[] doseGy) implements DoseSamples {
        @Override
        public int count() {
            return doseGy.length;
        }

        @Override
        public double at(int index) {
            return doseGy[index];
        }

        @Override
        public double max() {
            double max = Double.NEGATIVE_INFINITY;
            for (double d : doseGy) {
                max = Math.max(max, d);
            }
            return max;
        }

        @Override
        public void copy(int start, int count, double[] out, int outFrom) {
            System.arraycopy(doseGy, start, out, outFrom, count);
        }
    }

    /** Unsigned 32-bit words times a scaling in gray. */
    record ScaledWords(int[] words, double scalingGy) implements DoseSamples {
        private static final long UNSIGNED = 0xFFFFFFFFL;

        @Override
        public int count() {
            return words.length;
        }

        @Override
        public double at(int index) {
            return (words[index] & UNSIGNED) * scalingGy;
        }

        @Override
        public double max() {
            int max = Integer.MIN_VALUE;
            for (int w : words) {
                // With the top bit turned, signed order is unsigned order.
                max = Math.max(max, w ^ Integer.MIN_VALUE);
            }
            return ((max ^ Integer.MIN_VALUE) & UNSIGNED) * scalingGy;
        }

        @Override
        public void copy(int start, int count, double[] out, int outFrom) {
            for (int i = 0; i < count; i++) {
                out[outFrom + i] = (words[start + i] & UNSIGNED) * scalingGy;
            }
        }
    }
}

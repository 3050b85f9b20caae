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

    /** Doses in gray, in single precision. */
    record Floats(float[] doseGy) implements DoseSamples {
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
            float max = Float.NEGATIVE_INFINITY;
            for (float d : doseGy) {
                max = Math.max(max, d);
            }
            return max;
        }

        @Override
        public void copy(int start, int count, double[] out, int outFrom) {
            for (int i = 0; i < count; i++) {
                out[outFrom + i] = doseGy[start + i];
            }
        }
    }

    /** Stored words times a scaling in gray. */
    record ScaledWords(DoseWords words, double scalingGy) implements DoseSamples {
        @Override
        public int count() {
            return words.count();
        }

        @Override
        public double at(int index) {
            return words.word(index) * scalingGy;
        }

        @Override
        public double max() {
            return words.max() * scalingGy;
        }

        @Override
        public void copy(int start, int count, double[] out, int outFrom) {
            words.copy(start, count, scalingGy, out, outFrom);
        }
    }
}

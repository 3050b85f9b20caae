package org.cordonrt.dvh;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Boxes with a trilinear dose, many at a time in flat arrays: the volume above a dose by their linear parts, and its
 * bounds with the remainders.
 *
 * <p>Where a linear function with slopes a, b and c along the edges of the unit cube falls from its top by t, the volume
 * above is the sum over the cube's corners of +-max(t - s, 0)^3 / (6 a b c), with s the fall to that corner: a corner
 * cut off, less what sticks out of the cube (Scardovelli and Zaleski, doi:10.1006/jcph.2000.6567). That has no branches;
 * boxes with a slope too small to divide by go through {@link BoxCut}.
 */
final class BoxTable {
    /** Below this share of all slopes together a slope is too small: the sum would lose its last six digits. */
    private static final double SMALL = 1e-3;

    /** Slopes below this have a product too near to what a double can hold. */
    private static final double LEAST_GY = 1e-90;

    /** Share of a small remainder below which what is lost per Gy cannot be told from it. */
    private static final double LEAST_SHARE = 1e-3;

    private static final int BLOCK = 512;

    /** Places of the dose asked last, and of how small remainders were small, after the numbers of {@link Piece#bounds}. */
    private static final int KNOWN_AT = Piece.NUMBERS;

    private static final int KNOWN_TO = KNOWN_AT + 1;
    private static final int NUMBERS = KNOWN_TO + 1;

    private int size;
    private double[] dose = new double[0];
    private double[] mm3 = new double[0];
    private double[] below = new double[0];
    private double[] above = new double[0];

    /** Greatest value of the linear part, its slopes' sizes, and volume / (6 a b c), or 0 for a box with small slopes. */
    private double[] top = new double[0];

    private double[] slopeA = new double[0];
    private double[] slopeB = new double[0];
    private double[] slopeC = new double[0];
    private double[] scale = new double[0];

    /** Numbers of the boxes with small slopes. */
    private int[] odd = new int[0];

    private int odds;
    private final BoxCut cut = new BoxCut();
    private final double[] part = new double[BLOCK];
    private final double[] least = new double[BLOCK];
    private final double[] most = new double[BLOCK];

    /** What is known of each box, and the same of one. */
    private double[] known = new double[0];

    private final double[] scratch = new double[NUMBERS];

    int size() {
        return size;
    }

    void clear() {
        size = 0;
        odds = 0;
    }

    double mm3(int i) {
        return mm3[i];
    }

    /** The box's dose; see {@link Trilinear}. The numbers start at 8 i. */
    double[] dose() {
        return dose;
    }

    double belowGy(int i) {
        return below[i];
    }

    double aboveGy(int i) {
        return above[i];
    }

    /** Half the width of the remainder: what the box may add to the width of an interval. */
    double remainderGy(int i) {
        return (below[i] + above[i]) / 2;
    }

    /** No dose in the box is less. */
    double bottomGy(int i) {
        return top[i] - (slopeA[i] + slopeB[i] + slopeC[i]) - below[i];
    }

    /** No dose in the box is greater. */
    double topGy(int i) {
        return top[i] + above[i];
    }

    /** Adds a box whose dose is f[at ..]. */
    void add(double[] f, int at, double volumeMm3) {
        if (size == mm3.length) {
            grow();
        }
        int i = size++;
        System.arraycopy(f, at, dose, Trilinear.SIZE * i, Trilinear.SIZE);
        mm3[i] = volumeMm3;
        known[NUMBERS * i + KNOWN_AT] = Double.NaN;
        below[i] = Trilinear.below(f, at);
        above[i] = Trilinear.above(f, at);
        double a = Math.abs(f[at + Trilinear.A]);
        double b = Math.abs(f[at + Trilinear.B]);
        double c = Math.abs(f[at + Trilinear.C]);
        slopeA[i] = a;
        slopeB[i] = b;
        slopeC[i] = c;
        top[i] = f[at] + (a + b + c) / 2;
        if (Math.min(a, Math.min(b, c)) > Math.max(LEAST_GY, SMALL * (a + b + c))) {
            scale[i] = volumeMm3 / (6 * a * b * c);
        } else {
            addOdd(i);
        }
    }

    private void addOdd(int i) {
        scale[i] = 0;
        if (odds == odd.length) {
            odd = Arrays.copyOf(odd, Math.max(64, 2 * odds));
        }
        odd[odds++] = i;
    }

    /** Adds a box of another table. */
    void add(BoxTable other, int j) {
        if (size == mm3.length) {
            grow();
        }
        copy(other, j, size++);
    }

    private void copy(BoxTable from, int j, int i) {
        System.arraycopy(from.dose, Trilinear.SIZE * j, dose, Trilinear.SIZE * i, Trilinear.SIZE);
        System.arraycopy(from.known, NUMBERS * j, known, NUMBERS * i, NUMBERS);
        mm3[i] = from.mm3[j];
        below[i] = from.below[j];
        above[i] = from.above[j];
        top[i] = from.top[j];
        slopeA[i] = from.slopeA[j];
        slopeB[i] = from.slopeB[j];
        slopeC[i] = from.slopeC[j];
        scale[i] = from.scale[j];
        if (scale[i] == 0) {
            addOdd(i);
        }
    }

    private void grow() {
        int n = Math.max(64, 2 * size);
        dose = Arrays.copyOf(dose, Trilinear.SIZE * n);
        known = Arrays.copyOf(known, NUMBERS * n);
        mm3 = Arrays.copyOf(mm3, n);
        below = Arrays.copyOf(below, n);
        above = Arrays.copyOf(above, n);
        top = Arrays.copyOf(top, n);
        slopeA = Arrays.copyOf(slopeA, n);
        slopeB = Arrays.copyOf(slopeB, n);
        slopeC = Arrays.copyOf(slopeC, n);
        scale = Arrays.copyOf(scale, n);
    }

    /**
     * Keeps the boxes that may have a dose in a range.
     *
     * @param along a number for each box, of which those of the kept ones are moved together
     * @return the volume of those above the range, mm3
     */
    double putAside(double lowGy, double highGy, double[] along) {
        double volume = 0;
        int n = size;
        clear();
        for (int i = 0; i < n; i++) {
            if (bottomGy(i) > highGy) {
                volume += mm3[i];
            } else if (topGy(i) >= lowGy) {
                along[size] = along[i];
                copy(this, i, size++);
            }
        }
        return volume;
    }

    /** Volume where the linear parts are at least d, mm3. */
    double linearMm3Above(double d) {
        return volume(d, above, 0);
    }

    /** At least this volume receives d, mm3. */
    double leastMm3Above(double d) {
        return volume(d, below, -1);
    }

    /** At most this volume receives d, mm3. */
    double mostMm3Above(double d) {
        return volume(d, above, 1);
    }

    /**
     * Bounds of the volume that receives d, as close as can be had without dividing a box, mm3.
     *
     * @param each if not null, becomes for each box the volume that may or may not receive d; what is found is kept then,
     *     and only looked up when the same dose is asked next
     * @param smallGy remainders up to this are so small that looser bounds do
     * @param sums has what {@link Piece#bounds} says added
     */
    void bounds(double d, double smallGy, double @Nullable [] each, Bend bend, double[] sums) {
        for (int from = 0; from < size; from += BLOCK) {
            int n = Math.min(BLOCK, size - from);
            if (each != null && isKnown(from, n, d, smallGy)) {
                addKnown(from, n, each, sums);
                continue;
            }
            block(from, n, d, above, 0, part);
            block(from, n, d, above, 1, most);
            block(from, n, d, below, -1, least);
            for (int k = 0; k < n; k++) {
                int i = from + k;
                if (each == null) {
                    find(i, d, smallGy, k, bend, scratch, 0);
                    add(scratch, 0, sums);
                } else {
                    int at = NUMBERS * i;
                    if (!isKnown(i, d, smallGy)) {
                        find(i, d, smallGy, k, bend, known, at);
                    }
                    each[i] = known[at + Piece.MOST] - known[at + Piece.LEAST];
                    add(known, at, sums);
                }
            }
        }
    }

    private boolean isKnown(int i, double d, double smallGy) {
        int at = NUMBERS * i;
        return known[at + KNOWN_AT] == d && (known[at + KNOWN_TO] <= smallGy || remainderGy(i) <= smallGy);
    }

    private boolean isKnown(int from, int n, double d, double smallGy) {
        for (int i = from; i < from + n; i++) {
            if (!isKnown(i, d, smallGy)) {
                return false;
            }
        }
        return true;
    }

    private void addKnown(int from, int n, double[] each, double[] sums) {
        for (int i = from; i < from + n; i++) {
            int at = NUMBERS * i;
            each[i] = known[at + Piece.MOST] - known[at + Piece.LEAST];
            add(known, at, sums);
        }
    }

    private static void add(double[] of, int at, double[] sums) {
        for (int k = 0; k < Piece.NUMBERS; k++) {
            sums[k] += of[at + k];
        }
    }

    /**
     * The bounds of one box.
     *
     * @param k its place in the block, of which the volumes by the linear parts are known
     * @param out what becomes the numbers of {@link Piece#bounds}, and d and smallGy
     * @param to where they start
     */
    private void find(int i, double d, double smallGy, int k, Bend bend, double[] out, int to) {
        double all = mm3[i];
        double likely = part[k];
        double low = least[k];
        double high = most[k];
        double perGy = 0;
        if (topGy(i) < d) {
            likely = 0;
            low = 0;
            high = 0;
        } else if (bottomGy(i) >= d) {
            likely = all;
            low = all;
            high = all;
        } else {
            boolean isOdd = scale[i] == 0;
            if (isOdd) {
                cut.set(dose, Trilinear.SIZE * i);
                likely = all * cut.shareAbove(d);
            }
            double apart = below[i] + above[i];
            boolean isSmall = apart <= 2 * smallGy && apart > LEAST_SHARE * smallGy;
            if (!isSmall && bend.box(dose, Trilinear.SIZE * i, d)) {
                likely = Math.min(all, Math.max(0, likely + all * bend.shift()));
                low = likely - all * bend.less();
                high = likely + all * bend.more();
                perGy = all * bend.density();
            } else {
                if (isOdd) {
                    low = all * cut.shareAbove(d + below[i]);
                    high = all * cut.shareAbove(d - above[i]);
                }
                perGy = apart > 0 ? (high - low) / apart : 0;
            }
        }
        out[to + Piece.LEAST] = Math.max(0, low);
        out[to + Piece.MOST] = Math.min(all, high);
        out[to + Piece.LIKELY] = Math.min(all, likely);
        out[to + Piece.PER_GY] = perGy;
        out[to + KNOWN_AT] = d;
        out[to + KNOWN_TO] = smallGy;
    }

    /** Volume where the linear parts, moved by a multiple of a remainder, are at least d. */
    private double volume(double d, double[] remainder, double times) {
        double sum = 0;
        for (int from = 0; from < size; from += BLOCK) {
            int n = Math.min(BLOCK, size - from);
            block(from, n, d, remainder, times, part);
            for (int k = 0; k < n; k++) {
                sum += part[k];
            }
        }
        for (int k = 0; k < odds; k++) {
            int i = odd[k];
            cut.set(dose, Trilinear.SIZE * i);
            sum += mm3[i] * cut.shareAbove(d - times * remainder[i]);
        }
        return sum;
    }

    /** Written for the compiler's vectors: locals, one counter, no branches, and sums kept for later. */
    private void block(int from, int n, double d, double[] remainder, double times, double[] p) {
        double[] tops = top;
        double[] as = slopeA;
        double[] bs = slopeB;
        double[] cs = slopeC;
        double[] scales = scale;
        for (int k = 0; k < n; k++) {
            int i = from + k;
            double a = as[i];
            double b = bs[i];
            double c = cs[i];
            double t = Math.min(Math.max(tops[i] + times * remainder[i] - d, 0), a + b + c);
            double ta = Math.max(t - a, 0);
            double tb = Math.max(t - b, 0);
            double tc = Math.max(t - c, 0);
            double tab = Math.max(t - a - b, 0);
            double tac = Math.max(t - a - c, 0);
            double tbc = Math.max(t - b - c, 0);
            p[k] = scales[i]
                    * (t * t * t
                            - ta * ta * ta
                            - tb * tb * tb
                            - tc * tc * tc
                            + tab * tab * tab
                            + tac * tac * tac
                            + tbc * tbc * tbc);
        }
    }
}

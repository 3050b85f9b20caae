package org.cordonrt.dvh;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The parts of an aligned solid, cell by cell, in flat arrays: geometry only. A part is a box, or a polygon over a
 * height, in a cell of the dose grid. Parts are small enough for the dose in them to be nearly linear: cells are cut
 * again by a finer lattice in the planes, and heights are divided.
 */
final class PartTable implements CellSink {
    /** For each part: the middle of the box around it and that box's widths in units of the cell, and its volume. */
    static final int NUMBERS = 7;

    static final int MM3 = 6;

    private static final int NONE = -1;

    /** Cells as a, b and c, in the order in which parts of them came; later sorted. */
    private int[] partCell = new int[256];

    private double[] numbers = new double[256 * NUMBERS];
    private int[] prism = new int[256];
    private int parts;

    private final Map<Long, Integer> cellOf = new HashMap<>();
    private int[] cellAbc = new int[256];
    private int cells;

    /** The last box of a cell of the finer lattice, to be continued by the slab above. */
    private final Map<Long, Integer> lastBox = new HashMap<>();

    /** The slab of each polygon. */
    private final Map<Integer, Integer> slabOf = new HashMap<>();

    private final int[] finer;
    private final double[] knotsC;
    private final double tallestMm;
    private double thinMm3;
    private Prisms prisms = new Prisms(1);
    private boolean[] isTouched = new boolean[0];

    /** Where the parts of each cell end. */
    private int[] end = new int[0];

    private double[] cellMm3 = new double[0];

    /**
     * @param finer cells of the finer lattice in each cell along A and B
     * @param knotsC heights of the cells' faces, mm
     * @param tallestMm greatest height of a part
     */
    private PartTable(int[] finer, double[] knotsC, double tallestMm) {
        this.finer = finer;
        this.knotsC = knotsC;
        this.tallestMm = tallestMm;
    }

    /**
     * Cuts a solid.
     *
     * @param fine the solid cut by the finer lattice
     * @param walker walks over it
     */
    static PartTable of(SolidCells fine, Consumer<CellSink> walker, int[] finer, double[] knotsC, double tallestMm) {
        PartTable table = new PartTable(finer, knotsC, tallestMm);
        walker.accept(table);
        table.divideTall();
        table.sort();
        table.markTouched(fine);
        return table;
    }

    int cells() {
        return cells;
    }

    int cellA(int cell) {
        return cellAbc[3 * cell];
    }

    int cellB(int cell) {
        return cellAbc[3 * cell + 1];
    }

    int cellC(int cell) {
        return cellAbc[3 * cell + 2];
    }

    /** Volume of the solid in a cell, mm3. */
    double cellMm3(int cell) {
        return cellMm3[cell];
    }

    /** Number of a cell's first part. */
    int from(int cell) {
        return cell == 0 ? 0 : end[cell - 1];
    }

    int to(int cell) {
        return end[cell];
    }

    /** See {@link #NUMBERS}; those of a part start at its number times that. */
    double[] numbers() {
        return numbers;
    }

    /** A part's number in {@link #prisms}, or less than 0 for a box. */
    int prism(int part) {
        return prism[part];
    }

    Prisms prisms() {
        return prisms;
    }

    /** Whether a polygon only touches its vertex at a place of {@link Prisms#xy}: a corner that it does not enclose. */
    boolean isTouched(int at) {
        return isTouched[at >> 1];
    }

    /** Volume too thin to have a place, mm3. */
    double thinMm3() {
        return thinMm3;
    }

    @Override
    public void boxes(Layer layer, int a0, int a1, int b) {
        for (int a = a0; a < a1; a++) {
            long key = ((long) layer.c << 42) | ((long) b << 21) | a;
            Integer last = lastBox.get(key);
            double mm3 = layer.mm3(a, b);
            if (last != null) {
                int o = last * NUMBERS;
                double low = numbers[o + 2] + 0.5 - numbers[o + 5] / 2;
                double high = numbers[o + 2] + 0.5 + numbers[o + 5] / 2;
                // Slabs share their faces; what was told apart from a cell's end by rounding is no face.
                if (Math.abs(high - layer.c0) < 1e-12) {
                    numbers[o + 2] = (low + layer.c1) / 2 - 0.5;
                    numbers[o + 5] = layer.c1 - low;
                    numbers[o + MM3] += mm3;
                    continue;
                }
            }
            lastBox.put(key, parts);
            add(layer, a, b, 0, 1, 0, 1, mm3, NONE);
        }
    }

    @Override
    public void prisms(Layer layer, Prisms all, int from, int to, int slab) {
        prisms = all;
        for (int k = from; k < to; k++) {
            int a = all.a(k);
            int b = all.b(k);
            double mm3 = all.area(k) * layer.mm3(a, b);
            if (all.maxX(k) > all.minX(k) && all.maxY(k) > all.minY(k) && mm3 > 0) {
                add(layer, a, b, all.minX(k), all.maxX(k), all.minY(k), all.maxY(k), mm3, k);
                slabOf.put(k, slab);
            } else {
                thinMm3 += Math.abs(mm3);
            }
        }
    }

    @Override
    public void polyhedron(Cell cell, Polyhedron body) {
        throw new IllegalStateException("an aligned solid has no such bodies");
    }

    private void add(
            Layer layer, int a, int b, double x0, double x1, double y0, double y1, double mm3, int prismNumber) {
        int cellA = a / finer[0];
        int cellB = b / finer[1];
        double perA = 1.0 / finer[0];
        double perB = 1.0 / finer[1];
        long key = ((long) layer.c << 42) | ((long) cellB << 21) | cellA;
        int cell = cellOf.computeIfAbsent(key, k -> addCell(cellA, cellB, layer.c));
        append(
                cell,
                (a % finer[0] + (x0 + x1) / 2) * perA - 0.5,
                (b % finer[1] + (y0 + y1) / 2) * perB - 0.5,
                (layer.c0 + layer.c1) / 2 - 0.5,
                (x1 - x0) * perA,
                (y1 - y0) * perB,
                layer.c1 - layer.c0,
                mm3,
                prismNumber);
    }

    private int addCell(int a, int b, int c) {
        if (3 * cells + 3 > cellAbc.length) {
            cellAbc = Arrays.copyOf(cellAbc, 2 * cellAbc.length);
        }
        cellAbc[3 * cells] = a;
        cellAbc[3 * cells + 1] = b;
        cellAbc[3 * cells + 2] = c;
        return cells++;
    }

    private void append(
            int cell, double x, double y, double z, double wx, double wy, double wz, double mm3, int prismNumber) {
        if (parts == prism.length) {
            partCell = Arrays.copyOf(partCell, 2 * parts);
            prism = Arrays.copyOf(prism, 2 * parts);
            numbers = Arrays.copyOf(numbers, 2 * parts * NUMBERS);
        }
        int o = parts * NUMBERS;
        numbers[o] = x;
        numbers[o + 1] = y;
        numbers[o + 2] = z;
        numbers[o + 3] = wx;
        numbers[o + 4] = wy;
        numbers[o + 5] = wz;
        numbers[o + MM3] = mm3;
        partCell[parts] = cell;
        prism[parts++] = prismNumber;
    }

    private void divideTall() {
        int n = parts;
        for (int i = 0; i < n; i++) {
            int o = i * NUMBERS;
            int c = cellAbc[3 * partCell[i] + 2];
            int pieces = (int) Math.ceil(numbers[o + 5] * (knotsC[c + 1] - knotsC[c]) / tallestMm - 1e-9);
            if (pieces > 1) {
                double low = numbers[o + 2] - numbers[o + 5] / 2;
                double height = numbers[o + 5] / pieces;
                double mm3 = numbers[o + MM3] / pieces;
                for (int k = 1; k < pieces; k++) {
                    append(
                            partCell[i],
                            numbers[o],
                            numbers[o + 1],
                            low + (k + 0.5) * height,
                            numbers[o + 3],
                            numbers[o + 4],
                            height,
                            mm3,
                            prism[i]);
                }
                numbers[o + 2] = low + height / 2;
                numbers[o + 5] = height;
                numbers[o + MM3] = mm3;
            }
        }
    }

    /** Puts cells into the order of c, b and a, and parts into that of their cells. */
    private void sort() {
        long[] order = new long[cells];
        for (Map.Entry<Long, Integer> e : cellOf.entrySet()) {
            order[e.getValue()] = e.getKey();
        }
        long[] sorted = order.clone();
        Arrays.sort(sorted);
        int[] rank = new int[cells];
        int[] abc = new int[3 * cells];
        for (int i = 0; i < cells; i++) {
            rank[i] = Arrays.binarySearch(sorted, order[i]);
            System.arraycopy(cellAbc, 3 * i, abc, 3 * rank[i], 3);
        }
        int[] start = new int[cells + 1];
        for (int i = 0; i < parts; i++) {
            start[rank[partCell[i]] + 1]++;
        }
        for (int i = 0; i < cells; i++) {
            start[i + 1] += start[i];
        }
        end = Arrays.copyOfRange(start, 1, cells + 1);
        cellMm3 = new double[cells];
        double[] sortedNumbers = new double[parts * NUMBERS];
        int[] sortedPrism = new int[parts];
        for (int i = 0; i < parts; i++) {
            int cell = rank[partCell[i]];
            int to = start[cell]++;
            System.arraycopy(numbers, i * NUMBERS, sortedNumbers, to * NUMBERS, NUMBERS);
            sortedPrism[to] = prism[i];
            cellMm3[cell] += numbers[i * NUMBERS + MM3];
        }
        cellAbc = abc;
        numbers = sortedNumbers;
        prism = sortedPrism;
        partCell = new int[0];
        cellOf.clear();
        lastBox.clear();
    }

    private void markTouched(SolidCells fine) {
        isTouched = new boolean[prisms.xy().length / 2 + 1];
        double[] xy = prisms.xy();
        slabOf.forEach((k, slab) -> {
            for (int r = prisms.firstRing(k); r < prisms.lastRing(k); r++) {
                for (int i = prisms.ringFrom(r); i < prisms.ringTo(r); i += 2) {
                    boolean isCorner = (xy[i] == 0 || xy[i] == 1) && (xy[i + 1] == 0 || xy[i + 1] == 1);
                    isTouched[i >> 1] =
                            isCorner && !fine.holdsKnot(slab, prisms.a(k) + (int) xy[i], prisms.b(k) + (int) xy[i + 1]);
                }
            }
        });
        slabOf.clear();
    }
}

package org.cordonrt.phantom;

import java.util.ArrayList;
import java.util.List;
import org.cordonrt.dicom.DataSetBuilder;
import org.cordonrt.plan.GridGeometry;
import org.cordonrt.plan.Point3;
import org.cordonrt.plan.Structure;

/**
 * A CT of the phantom: air, soft tissue, vertebrae with discs between them, canal with fat, sac and cord, oesophagus,
 * and a soft tumour in the bone. Each pixel is the mean of four points. Without noise, so that files stay comparable.
 */
final class CtPainter {
    private static final int SIZE = 256;
    private static final double PIXEL_MM = 1.4;

    private static final int AIR = -1000;
    private static final int SOFT_TISSUE = 40;
    private static final int FAT = -90;
    private static final int CORTEX = 700;
    private static final int SPONGY_BONE = 260;
    private static final int DISC = 90;
    private static final int CEREBROSPINAL_FLUID = 8;
    private static final int CORD = 38;
    private static final int TUMOUR = 65;
    private static final int OESOPHAGUS = 35;
    private static final int SKIN_FAT_MM = 12;
    private static final double CORTEX_MM = 1.6;
    private static final double ARCH_MM = 6;
    private static final double VERTEBRA_MM = 30;
    private static final double DISC_MM = 5;

    private final Anatomy anatomy;
    private final double z;
    private final Ellipse cord;
    private final Ellipse sac;
    private final Ellipse canal;
    private final Ellipse arch;
    private final Ellipse body;
    private final Ellipse esophagus;
    private final Target.DoseEdge tumour;
    private final boolean isDisc;

    private CtPainter(Anatomy anatomy, double z) {
        this.anatomy = anatomy;
        this.z = z;
        cord = anatomy.cord().section(z);
        sac = anatomy.cord().widened(anatomy.sacMarginMm()).section(z);
        canal = anatomy.canal().section(z);
        arch = anatomy.canal().widened(ARCH_MM).section(z);
        body = anatomy.vertebra().section(z);
        esophagus = anatomy.esophagus().section(z);
        tumour = anatomy.gtv().doseEdge(z);
        double inVertebra = Math.abs(z - Anatomy.MIDDLE.z()) % VERTEBRA_MM;
        // The middle of the case is the middle of a vertebra.
        isDisc = Math.abs(inVertebra - VERTEBRA_MM / 2) < DISC_MM / 2;
    }

    /** One image for each height at which something is drawn, ascending. */
    static List<DataSetBuilder> draw(
            SpineOptions options, Anatomy anatomy, List<Structure> structures, CaseFiles files) {
        double[] heights = structures.stream()
                .flatMap(s -> s.contours().stream())
                .mapToDouble(c -> c.z(0))
                .distinct()
                .sorted()
                .toArray();
        List<DataSetBuilder> images = new ArrayList<>();
        for (double z : heights) {
            GridGeometry geometry = geometry(options.position(), anatomy.body(), z);
            images.add(files.ctImage(
                    new CtPainter(anatomy, z).words(geometry),
                    geometry,
                    options.position(),
                    options.planeSpacingMm(),
                    images.size() + 1));
        }
        return images;
    }

    private static GridGeometry geometry(PatientPosition position, Ellipse body, double z) {
        Point3 column = position.alongRow().times(PIXEL_MM);
        Point3 row = position.alongColumn().times(PIXEL_MM);
        Point3 origin = new Point3(body.cx(), body.cy(), z)
                .minus(column.times((SIZE - 1) / 2.0))
                .minus(row.times((SIZE - 1) / 2.0));
        return new GridGeometry(SIZE, SIZE, origin, column, row, position.normal(), new double[1]);
    }

    private int[] words(GridGeometry g) {
        int[] words = new int[SIZE * SIZE];
        Point3 quarterColumn = g.columnStep().times(0.25);
        Point3 quarterRow = g.rowStep().times(0.25);
        for (int i = 0; i < words.length; i++) {
            Point3 p = g.centre(i % SIZE, i / SIZE, 0);
            Point3 a = p.plus(quarterColumn);
            Point3 b = p.minus(quarterColumn);
            int sum = hounsfield(a.plus(quarterRow))
                    + hounsfield(a.minus(quarterRow))
                    + hounsfield(b.plus(quarterRow))
                    + hounsfield(b.minus(quarterRow));
            words[i] = CaseFiles.CT_OFFSET_HU + Math.floorDiv(sum, 4);
        }
        return words;
    }

    private int hounsfield(Point3 p) {
        if (!holds(anatomy.body(), p, 0)) {
            return AIR;
        }
        if (holds(cord, p, 0)) {
            return CORD;
        }
        if (holds(sac, p, 0)) {
            return CEREBROSPINAL_FLUID;
        }
        boolean bone = holds(body, p, 0) || holds(arch, p, 0) && !isDisc;
        boolean inCanal = holds(canal, p, 0);
        if ((bone || inCanal) && isTumour(p)) {
            return TUMOUR;
        }
        if (inCanal) {
            return FAT;
        }
        if (holds(esophagus, p, 0)) {
            return holds(esophagus, p, -2.5) ? AIR : OESOPHAGUS;
        }
        if (bone) {
            return isDisc ? DISC : isSpongy(p) ? SPONGY_BONE : CORTEX;
        }
        return holds(anatomy.body(), p, -SKIN_FAT_MM) ? SOFT_TISSUE : FAT;
    }

    private boolean isTumour(Point3 p) {
        return z > anatomy.gtv().zLow() && z < anatomy.gtv().zHigh() && tumour.mm(p.x(), p.y()) < 0;
    }

    /** Deeper in the bone than its cortex. */
    private boolean isSpongy(Point3 p) {
        boolean inBody = holds(body, p, -CORTEX_MM);
        boolean inArch = holds(arch, p, -CORTEX_MM) && !holds(canal, p, CORTEX_MM);
        return inBody && !holds(canal, p, CORTEX_MM) || inArch;
    }

    /** Whether an ellipse whose semi-axes are longer by some mm holds a point. */
    private static boolean holds(Ellipse e, Point3 p, double mm) {
        double x = (p.x() - e.cx()) / (e.a() + mm);
        double y = (p.y() - e.cy()) / (e.b() + mm);
        return x * x + y * y < 1;
    }
}

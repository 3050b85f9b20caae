package org.cordonrt.rt;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import org.cordonrt.dicom.DicomFile;
import org.cordonrt.issue.CordonException;
import org.cordonrt.issue.Issue;
import org.cordonrt.issue.IssueCode;
import org.cordonrt.plan.DoseGrid;
import org.cordonrt.plan.GridGeometry;
import org.cordonrt.plan.InputFile;
import org.cordonrt.plan.Point3;
import org.cordonrt.rt.Inventory.BeamReference;
import org.cordonrt.rt.Inventory.DoseFile;
import org.cordonrt.rt.RtSource.DoseSource;

/**
 * What counts as one dose when doses are put together: one file, or several single-frame files that are the planes of
 * one grid.
 *
 * @param files at least one; all of the same summation type, computed for the same beams
 */
record DosePart(List<DoseSource> files) {
    /** Sample positions closer than this are the same: far below any grid spacing, above the rounding of exports. */
    static final double SAME_PLACE_MM = 1e-3;

    /** Groups the planes of one grid; every other dose is a part of its own. Keeps the order. */
    static List<DosePart> of(List<DoseSource> doses) {
        List<List<DoseSource>> groups = new ArrayList<>();
        for (DoseSource dose : doses) {
            groups.stream()
                    .filter(g -> arePlanesOfOne(g.get(0).entry(), dose.entry()))
                    .findFirst()
                    .ifPresentOrElse(g -> g.add(dose), () -> groups.add(new ArrayList<>(List.of(dose))));
        }
        return groups.stream().map(g -> new DosePart(List.copyOf(g))).toList();
    }

    private static boolean arePlanesOfOne(DoseFile a, DoseFile b) {
        return a.grid().isPresent()
                && b.grid().isPresent()
                && a.grid().get().frames() == 1
                && a.grid().equals(b.grid())
                && a.summationType().equals(b.summationType())
                && a.beams().equals(b.beams());
    }

    String summationType() {
        return files.get(0).entry().summationType();
    }

    String doseType() {
        return files.get(0).entry().doseType();
    }

    List<BeamReference> beams() {
        return files.get(0).entry().beams();
    }

    String shown() {
        return Words.list(files.stream().map(DoseSource::shown).toList());
    }

    /** The samples of all files, in the order of the planes. */
    Decoded decode(OptionalDouble referenceDoseGy, List<Issue> issues) {
        List<DecodedDose> planes = new ArrayList<>(files.size());
        List<DicomFile> read = new ArrayList<>(files.size());
        for (DoseSource source : files) {
            List<Issue> local = new ArrayList<>();
            DicomFile file = source.open();
            read.add(file);
            local.addAll(file.issues());
            planes.add(Words.in(source.shown(), () -> DecodedDose.read(file, referenceDoseGy, local)));
            issues.addAll(Words.in(source.shown(), local));
        }
        return planes.size() == 1 ? new Decoded(planes.get(0).geometry(), planes, read) : stack(planes, read);
    }

    /** Path and, where asked for, digest of each file, for the record. */
    List<InputFile> inputs(Decoded decoded, boolean digests) {
        List<InputFile> inputs = new ArrayList<>(files.size());
        for (int i = 0; i < files.size(); i++) {
            inputs.add(files.get(i).input(decoded.read().get(i), digests));
        }
        return inputs;
    }

    private Decoded stack(List<DecodedDose> planes, List<DicomFile> read) {
        GridGeometry first = planes.get(0).geometry();
        Point3 normal = first.frameDirection();
        List<DecodedDose> ordered = new ArrayList<>(planes);
        ordered.sort(Comparator.comparingDouble(p -> p.geometry().origin().dot(normal)));
        Point3 start = ordered.get(0).geometry().origin();
        double[] offsets = new double[ordered.size()];
        for (int k = 0; k < offsets.length; k++) {
            GridGeometry g = ordered.get(k).geometry();
            Point3 way = g.origin().minus(start);
            offsets[k] = way.dot(normal);
            Point3 expected = start.plus(normal.times(offsets[k]));
            GridGeometry moved = new GridGeometry(
                    first.columns(),
                    first.rows(),
                    expected,
                    first.columnStep(),
                    first.rowStep(),
                    normal,
                    new double[1]);
            boolean parallel = g.matches(moved, SAME_PLACE_MM);
            if (!parallel || k > 0 && offsets[k] - offsets[k - 1] < SAME_PLACE_MM) {
                throw new CordonException(
                        IssueCode.AMBIGUOUS_INPUT,
                        files.size() + " doses of one plane each are not the planes of one grid: " + shown()
                                + "; pick one with --dose FILE-OR-UID");
            }
        }
        GridGeometry geometry = new GridGeometry(
                first.columns(), first.rows(), start, first.columnStep(), first.rowStep(), normal, offsets);
        return new Decoded(geometry, ordered, read);
    }

    /**
     * Decoded samples.
     *
     * @param planes one dose of all frames, or one for each frame, in the order of the geometry
     * @param read the files they were read from, in the order of the part
     */
    record Decoded(GridGeometry geometry, List<DecodedDose> planes, List<DicomFile> read) {
        boolean isZero() {
            return planes.stream().allMatch(DecodedDose::isZero);
        }

        void addTo(double[] sumGy, double factor) {
            int from = 0;
            for (DecodedDose plane : planes) {
                plane.addTo(sumGy, from, factor);
                from += plane.words().count();
            }
        }

        DoseGrid toGrid() {
            if (planes.size() == 1) {
                return DoseGrid.ofScaledWords(
                        geometry, planes.get(0).words(), planes.get(0).scalingGy());
            }
            double[] doseGy = new double[geometry.sampleCount()];
            addTo(doseGy, 1);
            return DoseGrid.of(geometry, doseGy);
        }
    }
}

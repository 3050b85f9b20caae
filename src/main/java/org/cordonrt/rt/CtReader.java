package org.cordonrt.rt;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.cordonrt.dicom.DataSet;
import org.cordonrt.dicom.DicomFile;
import org.cordonrt.dicom.Tag;
import org.cordonrt.dicom.TransferSyntax;
import org.cordonrt.issue.CordonException;
import org.cordonrt.issue.Issue;
import org.cordonrt.issue.IssueCode;
import org.cordonrt.plan.CtVolume;
import org.cordonrt.plan.GridGeometry;
import org.cordonrt.plan.InputFile;
import org.cordonrt.plan.Point3;
import org.cordonrt.plan.TreatmentCase;

/**
 * Finds the CT series (CT Image Storage, PS3.3 A.3) that belongs to a case, as a background for pictures. No number
 * depends on it: what is missing or cannot be read is a note. Stateless and thread-safe.
 */
public final class CtReader {
    private static final String CT_IMAGE = "1.2.840.10008.5.1.4.1.1.2";
    private static final String ENHANCED_CT_IMAGE = "1.2.840.10008.5.1.4.1.1.2.1";
    private static final String LEGACY_ENHANCED_CT_IMAGE = "1.2.840.10008.5.1.4.1.1.2.2";

    /** Slices this near to the straight line through the first are in line. */
    private static final double IN_LINE_MM = 0.1;

    /** Slices nearer than this are at one place. */
    private static final double SAME_PLACE_MM = 0.01;

    private static final double GAP_FACTOR = 1.5;
    private static final int WORD_BITS = 16;
    private static final String WITHOUT = "; pictures are drawn without CT";

    private CtReader() {}

    /**
     * What was found.
     *
     * @param volume the CT; empty when there is none to show
     * @param issues notes: why there is none, or what is missing in it
     */
    public record Found(Optional<CtVolume> volume, List<Issue> issues) {
        public Found {
            Objects.requireNonNull(volume, "volume");
            issues = List.copyOf(issues);
        }
    }

    private record Slice(Path path, String shown, String series, GridGeometry geometry, boolean compressed) {
        double along(Point3 normal) {
            return geometry.origin().dot(normal);
        }
    }

    /**
     * Looks for the series in the frame of reference of the structures; of several, for the one that the structure set
     * names. Slices are read again when they are asked for, so that memory stays small.
     *
     * @param paths files and folders, as for the case
     * @throws CordonException FILE_UNREADABLE when a path itself cannot be searched
     */
    public static Found find(List<Path> paths, TreatmentCase plan) {
        List<Issue> issues = new ArrayList<>();
        String frame = plan.structures().frameOfReferenceUid();
        Map<String, List<Slice>> bySeries = new LinkedHashMap<>();
        int elsewhere = 0;
        boolean enhanced = false;
        for (FoundFile file : FileFinder.find(paths)) {
            String sopClass = sopClass(file);
            enhanced |= sopClass.equals(ENHANCED_CT_IMAGE) || sopClass.equals(LEGACY_ENHANCED_CT_IMAGE);
            if (sopClass.equals(CT_IMAGE)) {
                Optional<Slice> slice = slice(file, frame, issues);
                slice.ifPresent(s -> bySeries.computeIfAbsent(s.series, k -> new ArrayList<>())
                        .add(s));
                elsewhere += slice.isPresent() ? 0 : 1;
            }
        }
        if (enhanced) {
            issues.add(note("Enhanced CT images are not read; export CT Image Storage"));
        }
        if (bySeries.isEmpty()) {
            if (elsewhere > 0 && issues.isEmpty()) {
                issues.add(note(elsewhere + " CT image" + (elsewhere == 1 ? " lies" : "s lie")
                        + " in another frame of reference than the structures" + WITHOUT));
            }
            return new Found(Optional.empty(), issues);
        }
        List<Slice> chosen = chosen(bySeries, plan);
        if (chosen.isEmpty()) {
            issues.add(note(
                    bySeries.size() + " CT series fit and the structure set names none or several of them" + WITHOUT));
            return new Found(Optional.empty(), issues);
        }
        try {
            return new Found(Optional.of(volume(chosen, issues)), issues);
        } catch (CordonException e) {
            issues.add(note(e.getMessage() + WITHOUT));
            return new Found(Optional.empty(), issues);
        }
    }

    private static Issue note(String words) {
        return Issue.of(IssueCode.CT_NOT_USED, words);
    }

    private static String sopClass(FoundFile file) {
        try {
            return DicomFile.peekSopClassUid(file.path()).orElse("");
        } catch (CordonException e) {
            // It vanished since it was listed: no image either way.
            return "";
        }
    }

    /** Empty when it lies in another frame of reference, or with a note when it cannot be read. */
    private static Optional<Slice> slice(FoundFile file, String frame, List<Issue> issues) {
        try {
            DicomFile read = DicomFile.read(file.path());
            DataSet ds = read.dataSet();
            if (frame.isEmpty()
                    || !frame.equals(ds.text(Tag.FrameOfReferenceUID).orElse(""))) {
                return Optional.empty();
            }
            List<Issue> oddities = new ArrayList<>();
            return Optional.of(new Slice(
                    file.path(),
                    file.shown(),
                    ds.text(Tag.SeriesInstanceUID).orElse(""),
                    GridGeometryReader.read(ds, oddities),
                    read.transferSyntax() == TransferSyntax.OTHER));
        } catch (CordonException e) {
            issues.add(note(file.shown() + ": this CT image cannot be read (" + e.getMessage() + ")"));
            return Optional.empty();
        }
    }

    /** The only series, or the one that the structure set names; empty when that leaves none or several. */
    private static List<Slice> chosen(Map<String, List<Slice>> bySeries, TreatmentCase plan) {
        if (bySeries.size() == 1) {
            return bySeries.values().iterator().next();
        }
        Set<String> named = referencedSeries(plan);
        List<List<Slice>> fits = bySeries.entrySet().stream()
                .filter(e -> named.contains(e.getKey()))
                .map(Map.Entry::getValue)
                .toList();
        return fits.size() == 1 ? fits.get(0) : List.of();
    }

    /** Series Instance UIDs of the RT Referenced Series Sequence (PS3.3 C.8.8.5). */
    private static Set<String> referencedSeries(TreatmentCase plan) {
        Set<String> uids = new TreeSet<>();
        for (InputFile input : plan.inputs()) {
            if (input.modality().equals("RTSTRUCT")) {
                DataSet set = DicomFile.read(Path.of(input.path())).dataSet();
                for (DataSet frame : set.items(Tag.ReferencedFrameOfReferenceSequence)) {
                    for (DataSet study : frame.items(Tag.RTReferencedStudySequence)) {
                        for (DataSet series : study.items(Tag.RTReferencedSeriesSequence)) {
                            series.text(Tag.SeriesInstanceUID).ifPresent(uids::add);
                        }
                    }
                }
            }
        }
        return uids;
    }

    private static CtVolume volume(List<Slice> slices, List<Issue> issues) {
        if (slices.stream().anyMatch(Slice::compressed)) {
            throw unusable("the CT is compressed, which is not read; export it uncompressed");
        }
        GridGeometry first = slices.get(0).geometry;
        Point3 normal = first.frameDirection();
        List<Slice> ordered = new ArrayList<>(slices);
        ordered.sort(Comparator.comparingDouble((Slice s) -> s.along(normal)).thenComparing(Slice::shown));
        List<Slice> kept = new ArrayList<>();
        Point3 start = ordered.get(0).geometry.origin();
        for (Slice s : ordered) {
            requireInLine(s, first, start);
            if (kept.isEmpty() || s.along(normal) - kept.get(kept.size() - 1).along(normal) > SAME_PLACE_MM) {
                kept.add(s);
            }
        }
        if (kept.size() < ordered.size()) {
            issues.add(
                    note((ordered.size() - kept.size()) + " CT slices lie where another one does; the first was used"));
        }
        if (kept.size() < 2) {
            throw unusable("the CT has a single slice");
        }
        double[] offsets = kept.stream()
                .mapToDouble(s -> s.along(normal) - start.dot(normal))
                .toArray();
        noteGaps(offsets, issues);
        GridGeometry geometry = new GridGeometry(
                first.columns(), first.rows(), start, first.columnStep(), first.rowStep(), normal, offsets);
        return new CtVolume(geometry, k -> hounsfield(kept.get(k)));
    }

    private static void requireInLine(Slice s, GridGeometry first, Point3 start) {
        Point3 normal = first.frameDirection();
        Point3 expected =
                start.plus(normal.times(s.geometry.origin().minus(start).dot(normal)));
        GridGeometry moved = new GridGeometry(
                first.columns(), first.rows(), expected, first.columnStep(), first.rowStep(), normal, new double[1]);
        if (!s.geometry.matches(moved, IN_LINE_MM)) {
            throw unusable(
                    s.shown + ": this CT image does not lie in line with the others of its series (another size or"
                            + " direction, or a tilted gantry)");
        }
    }

    private static CordonException unusable(String words) {
        return new CordonException(IssueCode.CT_NOT_USED, words);
    }

    private static void noteGaps(double[] offsets, List<Issue> issues) {
        double[] steps = new double[offsets.length - 1];
        Arrays.setAll(steps, k -> offsets[k + 1] - offsets[k]);
        double[] sorted = steps.clone();
        Arrays.sort(sorted);
        double usual = sorted[sorted.length / 2];
        int missing = 0;
        for (double step : steps) {
            missing += step > GAP_FACTOR * usual ? (int) Math.max(1, Math.round(step / usual) - 1) : 0;
        }
        if (missing > 0) {
            issues.add(note("about " + missing + " CT slice" + (missing == 1 ? " is" : "s are")
                    + " missing; pictures show nothing in their place"));
        }
    }

    /** The pixels of one file in Hounsfield units (Modality LUT, PS3.3 C.11.1.1.2). */
    private static short[] hounsfield(Slice s) {
        return Words.in(s.shown, () -> {
            DicomFile file = DicomFile.read(s.path);
            DataSet ds = file.dataSet();
            int count = s.geometry.columns() * s.geometry.rows();
            int allocated = ds.requireInteger(Tag.BitsAllocated);
            if (allocated != WORD_BITS) {
                throw ds.invalid(Tag.BitsAllocated, "is " + allocated + " where 16 is read");
            }
            int stored = ds.integer(Tag.BitsStored).orElse(WORD_BITS);
            int high = ds.integer(Tag.HighBit).orElse(stored - 1);
            if (stored < 1 || stored > WORD_BITS || high < stored - 1 || high >= WORD_BITS) {
                throw ds.invalid(Tag.BitsStored, stored + " bits up to bit " + high + " do not fit");
            }
            boolean signed = ds.integer(Tag.PixelRepresentation).orElse(0) == 1;
            double slope = decimal(ds, Tag.RescaleSlope, 1);
            double intercept = decimal(ds, Tag.RescaleIntercept, 0);
            int[] words = file.pixelWords(count, WORD_BITS);
            short[] hu = new short[count];
            int up = Integer.SIZE - 1 - high;
            int down = Integer.SIZE - stored;
            for (int i = 0; i < count; i++) {
                int value = signed ? words[i] << up >> down : words[i] << up >>> down;
                double v = Math.rint(slope * value + intercept);
                hu[i] = (short) Math.max(Short.MIN_VALUE, Math.min(Short.MAX_VALUE, v));
            }
            return hu;
        });
    }

    private static double decimal(DataSet ds, int tag, double missing) {
        double[] values = ds.decimals(tag);
        return values.length == 0 ? missing : values[0];
    }
}

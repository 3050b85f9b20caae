package org.cordonrt.rt;

import java.util.List;
import java.util.Optional;
import org.cordonrt.dicom.DicomFile;
import org.cordonrt.plan.DoseGrid;
import org.cordonrt.plan.InputFile;

/**
 * The dose of the whole course.
 *
 * @param grid the dose
 * @param inputs the files it was made from
 * @param whole the one file that holds it as it is, so that the histograms stored there are those of the course
 */
record CourseDose(DoseGrid grid, List<InputFile> inputs, Optional<DicomFile> whole) {}

package org.cordonrt.rt;

import java.nio.file.Path;
import java.util.List;
import org.cordonrt.plan.TreatmentCase;

/**
 * Reads a treatment plan from DICOM files in any folder layout. Files are found by their content, linked by their UIDs
 * and frames of reference, and decoded into the plan model.
 *
 * <p>Stateless: all methods may be called from any number of threads.
 */
public final class CaseReader {
    private CaseReader() {}

    /**
     * Finds, links and decodes one case.
     *
     * @throws org.cordonrt.issue.CordonException when a file cannot be read, nothing fits, more than one thing fits, or
     *     files contradict each other; the message names the files and what settles it
     */
    public static TreatmentCase read(CaseRequest request) {
        throw new UnsupportedOperationException("not written yet: " + request);
    }

    /**
     * Looks at files and folders without choosing anything.
     *
     * @throws org.cordonrt.issue.CordonException when a path or an RT file among the inputs cannot be read
     */
    public static Inventory inventory(List<Path> paths) {
        throw new UnsupportedOperationException("not written yet: " + paths);
    }
}

package org.cordonrt.rt;

import org.cordonrt.dicom.DataSet;
import org.cordonrt.dicom.Tag;
import org.cordonrt.issue.CordonException;
import org.cordonrt.issue.IssueCode;
import org.cordonrt.plan.Contour;

/** What the contours of a structure set may take: a few bytes of text become objects, and solids come after them. */
final class ContourMemory {
    /** Objects and array headers, and its item of the sequence. */
    private static final int BYTES_A_CONTOUR = 128;

    private static final int BYTES_A_POINT = 3 * Double.BYTES;

    private final long grantedBytes;
    private long takenBytes;

    private ContourMemory(long grantedBytes) {
        this.grantedBytes = grantedBytes;
    }

    /** A quarter of what Java has. */
    static ContourMemory granted() {
        return new ContourMemory(Runtime.getRuntime().maxMemory() / 4);
    }

    /** @throws CordonException DICOM_LIMIT */
    void take(Contour contour, DataSet item) {
        takenBytes += BYTES_A_CONTOUR + (long) BYTES_A_POINT * contour.size();
        if (takenBytes > grantedBytes) {
            throw new CordonException(
                    IssueCode.DICOM_LIMIT,
                    item.where(Tag.ContourData) + ": the contours up to here need more than the " + grantedBytes
                            + " bytes granted; give Java more memory");
        }
    }
}

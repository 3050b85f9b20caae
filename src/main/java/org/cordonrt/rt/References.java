package org.cordonrt.rt;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.cordonrt.dicom.DataSet;
import org.cordonrt.dicom.Tag;
import org.cordonrt.rt.Inventory.BeamReference;

/** What a data set says about other data sets. */
final class References {
    private References() {}

    /** The Referenced SOP Instance UIDs of a sequence, without repetition, in file order. */
    static List<String> uids(DataSet dataSet, int sequence) {
        Set<String> uids = new LinkedHashSet<>();
        for (DataSet item : dataSet.items(sequence)) {
            item.text(Tag.ReferencedSOPInstanceUID).ifPresent(uids::add);
        }
        return List.copyOf(uids);
    }

    /** The fraction groups and beams that an RT Dose was computed for (PS3.3 C.8.8.3, Referenced RT Plan Sequence). */
    static List<BeamReference> beams(DataSet dose) {
        List<BeamReference> references = new ArrayList<>();
        for (DataSet plan : dose.items(Tag.ReferencedRTPlanSequence)) {
            for (DataSet group : plan.items(Tag.ReferencedFractionGroupSequence)) {
                int number = group.requireInteger(Tag.ReferencedFractionGroupNumber);
                List<DataSet> beams = group.items(Tag.ReferencedBeamSequence);
                if (beams.isEmpty()) {
                    references.add(new BeamReference(number, OptionalInt.empty()));
                }
                for (DataSet beam : beams) {
                    references.add(
                            new BeamReference(number, OptionalInt.of(beam.requireInteger(Tag.ReferencedBeamNumber))));
                }
            }
        }
        return references;
    }
}

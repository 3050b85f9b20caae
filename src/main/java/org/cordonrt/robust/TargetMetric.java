package org.cordonrt.robust;

import java.util.Objects;
import org.cordonrt.constraint.StructureMatch;

/**
 * A number that tells what a displacement does to a target.
 *
 * @param target the structure
 * @param kind which number
 */
public record TargetMetric(StructureMatch target, Kind kind) {
    public TargetMetric {
        Objects.requireNonNull(target, "target");
        Objects.requireNonNull(kind, "kind");
    }

    /** The usual measures of coverage. */
    public enum Kind {
        D95("D95%", "Gy"),
        MIN("Min", "Gy"),
        /** Share of the volume that receives the prescribed dose. */
        V100("V100%", "%");

        private final String words;
        private final String unit;

        Kind(String words, String unit) {
            this.words = words;
            this.unit = unit;
        }

        public String words() {
            return words;
        }

        public String unit() {
            return unit;
        }
    }
}

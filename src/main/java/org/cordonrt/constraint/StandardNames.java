package org.cordonrt.constraint;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The organ names of AAPM TG-263 (Mayo et al. 2018, doi:10.1016/j.ijrobp.2017.12.013): base name, {@code ~} for a
 * structure drawn in part, {@code _PRVxx} with whole millimetres, {@code ^} before a free note; also in reversed order.
 * Upper and lower case are not told apart, because many systems store one case only.
 */
final class StandardNames {
    /** Systems with this limit cut longer names. */
    private static final int SHORT_NAME = 16;

    private static final Map<String, StructureKind> BASES = bases();
    private static final Pattern FORWARD =
            Pattern.compile("(?<base>[a-z0-9_]+?)~?(?<prv>_prv(?<mm>[0-9]{0,2}))?~?(?:\\^.*)?");
    private static final Pattern REVERSED =
            Pattern.compile("(?<prv>prv(?<mm>[0-9]{0,2}))_(?<base>[a-z0-9_]+?)~?(?:\\^.*)?");
    private static final Pattern VERTEBRA = Pattern.compile("vbs?|vb_(?:c[1-7]|t(?:0[1-9]|1[0-2])|l[1-5]|s[1-5])");

    private StandardNames() {}

    private static Map<String, StructureKind> bases() {
        Map<String, StructureKind> m = new LinkedHashMap<>();
        m.put("spinalcord", StructureKind.SPINAL_CORD);
        m.put("spinalcord_cerv", StructureKind.CORD_SECTION);
        m.put("spinalcord_thor", StructureKind.CORD_SECTION);
        m.put("spinalcord_lum", StructureKind.CORD_SECTION);
        m.put("spinalcord_sac", StructureKind.CORD_SECTION);
        m.put("spinalcanal", StructureKind.SPINAL_CANAL);
        m.put("thecalsac", StructureKind.THECAL_SAC);
        m.put("caudaequina", StructureKind.CAUDA_EQUINA);
        m.put("sacralplex", StructureKind.SACRAL_PLEXUS);
        m.put("brachialplex_l", StructureKind.BRACHIAL_PLEXUS_LEFT);
        m.put("brachialplex_r", StructureKind.BRACHIAL_PLEXUS_RIGHT);
        m.put("brachialplexs", StructureKind.BRACHIAL_PLEXUS);
        m.put("brainstem", StructureKind.BRAINSTEM);
        m.put("esophagus", StructureKind.ESOPHAGUS);
        m.put("external", StructureKind.EXTERNAL);
        return Map.copyOf(m);
    }

    static Optional<NameReading> read(String lowerCaseName) {
        if (VERTEBRA.matcher(lowerCaseName).matches()) {
            return Optional.of(NameReading.of(StructureKind.VERTEBRAL_BODY, MatchedBy.TG263_NAME, "TG-263 name"));
        }
        return read(FORWARD, lowerCaseName, "TG-263 name")
                .or(() -> read(REVERSED, lowerCaseName, "TG-263 name in reversed order"))
                .or(() -> readCut(lowerCaseName));
    }

    private static Optional<NameReading> read(Pattern pattern, String name, String rule) {
        Matcher m = pattern.matcher(name);
        StructureKind base = m.matches() ? BASES.get(m.group("base")) : null;
        if (base == null) {
            return Optional.empty();
        }
        String remark = name.contains("~") ? rule + ", drawn in part (~)" : rule;
        return Optional.of(
                m.group("prv") == null
                        ? NameReading.of(base, MatchedBy.TG263_NAME, remark)
                        : NameReading.of(prvOf(base), MatchedBy.TG263_NAME, remark, millimetres(m.group("mm"))));
    }

    /** A standard PRV name that lost its end at the sixteenth character, and its millimetres with it. */
    private static Optional<NameReading> readCut(String name) {
        if (name.length() != SHORT_NAME) {
            return Optional.empty();
        }
        return BASES.entrySet().stream()
                .filter(e -> e.getKey().length() < SHORT_NAME && (e.getKey() + "_prv").startsWith(name))
                .map(e -> NameReading.of(prvOf(e.getValue()), MatchedBy.TG263_NAME, "TG-263 name cut at 16 characters"))
                .findFirst();
    }

    static StructureKind prvOf(StructureKind organ) {
        return organ == StructureKind.SPINAL_CORD ? StructureKind.CORD_PRV : StructureKind.OTHER_PRV;
    }

    /** The margin in mm; a name that says none, or zero (the first digit of a cut name), states nothing. */
    private static OptionalDouble millimetres(String digits) {
        int mm = digits.isEmpty() ? 0 : Integer.parseInt(digits);
        return mm == 0 ? OptionalDouble.empty() : OptionalDouble.of(mm);
    }
}

package org.cordonrt.constraint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.cordonrt.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StructureNamingTest {

    private static StructureMatch recognise(String name) {
        return StructureNaming.recognise(Structures.drawn(1, name));
    }

    @ParameterizedTest
    @CsvSource({
        "SpinalCord, SPINAL_CORD",
        "spinalcord, SPINAL_CORD",
        "SPINALCORD, SPINAL_CORD",
        "SpinalCord~, SPINAL_CORD",
        "SpinalCord^MRI, SPINAL_CORD",
        "SpinalCord~^T2 fused, SPINAL_CORD",
        "SpinalCord_Cerv, CORD_SECTION",
        "SpinalCord_Thor, CORD_SECTION",
        "SpinalCord_Lum, CORD_SECTION",
        "SpinalCord_Sac, CORD_SECTION",
        "SpinalCord_PRV, CORD_PRV",
        "SpinalCord_PRV02, CORD_PRV",
        "SpinalCord_PRV5, CORD_PRV",
        "SPINALCORD_PRV03, CORD_PRV",
        "PRV_SpinalCord, CORD_PRV",
        "PRV02_SpinalCord, CORD_PRV",
        "SpinalCord_Thor_PRV03, OTHER_PRV",
        "SpinalCanal, SPINAL_CANAL",
        "SpinalCanal_PRV02, OTHER_PRV",
        "SpinalCanal_PRV2, OTHER_PRV",
        "SpinalCanal_PRV0, OTHER_PRV",
        "BrachialPlex_L_P, OTHER_PRV",
        "ThecalSac, THECAL_SAC",
        "CaudaEquina, CAUDA_EQUINA",
        "CaudaEquina_PRV0, OTHER_PRV",
        "SacralPlex, SACRAL_PLEXUS",
        "BrachialPlex_L, BRACHIAL_PLEXUS_LEFT",
        "BrachialPlex_R, BRACHIAL_PLEXUS_RIGHT",
        "BrachialPlexs, BRACHIAL_PLEXUS",
        "Brainstem, BRAINSTEM",
        "Brainstem_PRV03, OTHER_PRV",
        "Esophagus, ESOPHAGUS",
        "VB_T05, VERTEBRAL_BODY",
        "VBs, VERTEBRAL_BODY",
        "External, EXTERNAL",
        "GTV, GTV",
        "GTVp, GTV",
        "GTVp2, GTV",
        "gtv1, GTV",
        "IGTV, GTV",
        "CTV_A_Aorta, CTV",
        "CTVn, CTV",
        "ITV, ITV",
        "PTV, PTV",
        "PTV!, PTV",
        "PTV_1800, PTV",
        "PTV_5040, PTV",
        "PTV_50.4Gy, PTV",
        "PTV_50p4Gy, PTV",
        "PTV_High, PTV",
        "PTVp1_CT1PT1, PTV",
        "PTV_Liver_20Gyx3, PTV",
        "PTV-03, PTV",
        "PTV_Eval_7000-08, PTV",
        "PTV_24Gy_2fx, PTV"
    })
    void knowsStandardNames(String name, StructureKind kind) {
        StructureMatch m = recognise(name);
        assertThat(m.kind()).isEqualTo(kind);
        assertThat(m.matchedBy()).isEqualTo(MatchedBy.TG263_NAME);
        assertThat(m.nameKind()).isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource({
        "Cord, SPINAL_CORD",
        "CORD, SPINAL_CORD",
        "Spinal Cord, SPINAL_CORD",
        "spinal_cord, SPINAL_CORD",
        "Spinal-Cord, SPINAL_CORD",
        "' Myelon ', SPINAL_CORD",
        "Rückenmark, SPINAL_CORD",
        "Cord_PRV, CORD_PRV",
        "Myelon PRV, CORD_PRV",
        "prv_cord, CORD_PRV",
        "Spinalkanal, SPINAL_CANAL",
        "Spinal Canal, SPINAL_CANAL",
        "Spinalkanal PRV, OTHER_PRV",
        "thecal_sac, THECAL_SAC",
        "Cauda, CAUDA_EQUINA",
        "CAUDA, CAUDA_EQUINA",
        "cauda_prv, OTHER_PRV",
        "prv_cauda, OTHER_PRV",
        "SpinalCord_Subvolume, PARTIAL_CORD",
        "CORD-TREATED, PARTIAL_CORD",
        "BrachialPlexus_L, BRACHIAL_PLEXUS_LEFT",
        "BRPLX_L, BRACHIAL_PLEXUS_LEFT",
        "Plexus BrachialisL, BRACHIAL_PLEXUS_LEFT",
        "R Brachial Plexus, BRACHIAL_PLEXUS_RIGHT",
        "SacralPlexus, SACRAL_PLEXUS",
        "SACRAPLEXUS_L, SACRAL_PLEXUS_LEFT",
        "Brain Stem, BRAINSTEM",
        "Hirnstamm, BRAINSTEM",
        "Oesophagus, ESOPHAGUS",
        "BODY, EXTERNAL"
    })
    void knowsCommonNames(String name, StructureKind kind) {
        StructureMatch m = recognise(name);
        assertThat(m.kind()).isEqualTo(kind);
        assertThat(m.matchedBy()).isEqualTo(MatchedBy.ALIAS);
    }

    @ParameterizedTest
    @CsvSource({
        "Spinal Cord (MRI), SPINAL_CORD",
        "true cord, SPINAL_CORD",
        "Cord+2mm, CORD_PRV",
        "Cord 3 mm, CORD_PRV",
        "Cord_PRV_5mm, CORD_PRV",
        "PRV 2mm Myelon, CORD_PRV",
        "Oesophagus_OAR, ESOPHAGUS",
        "PTV 18, PTV",
        "PTV T5, PTV",
        "PTV-T5, PTV",
        "T5 PTV, PTV",
        "GTV boost, GTV"
    })
    void knowsHarmlessVariations(String name, StructureKind kind) {
        StructureMatch m = recognise(name);
        assertThat(m.kind()).isEqualTo(kind);
        assertThat(m.matchedBy()).isEqualTo(MatchedBy.PATTERN);
    }

    @ParameterizedTest
    @CsvSource({
        "SpinalCord_PRV02, 2",
        "SpinalCord_PRV10, 10",
        "PRV03_SpinalCord, 3",
        "Cord_PRV_1.5mm, 1.5",
        "Cord+1p5mm, 1.5",
        "cord prv 2, 2"
    })
    void readsTheMarginThatANameStates(String name, double mm) {
        assertThat(recognise(name).prvExpansionMm()).hasValue(mm);
    }

    @ParameterizedTest
    @ValueSource(strings = {"SpinalCord_PRV", "Cord_PRV", "SpinalCanal_PRV0", "SpinalCord"})
    void statesNoMarginWithoutOne(String name) {
        assertThat(recognise(name).prvExpansionMm()).isEmpty();
    }

    /** Taking the canal's name for the cord, or the other way round, changes which limit is tested. */
    @ParameterizedTest
    @CsvSource({
        "spine, SPINAL_CORD SPINAL_CANAL VERTEBRAL_BODY",
        "Spinal Canal|Cord, SPINAL_CORD SPINAL_CANAL",
        "Myelon/Spinalkanal, SPINAL_CORD SPINAL_CANAL",
        "SpinalCord_Canal, SPINAL_CORD SPINAL_CANAL",
        "Cord+Cauda, SPINAL_CORD CAUDA_EQUINA",
        "thecal sac cauda, THECAL_SAC CAUDA_EQUINA",
        "Medulla, SPINAL_CORD BRAINSTEM",
        "SC, SPINAL_CORD SPINAL_CANAL",
        "Cord_1, SPINAL_CORD CORD_PRV",
        "SpinalCord_02, SPINAL_CORD CORD_PRV"
    })
    void asksWhenANameFitsSeveralKinds(String name, String kinds) {
        StructureMatch m = recognise(name);
        assertThat(m.matchedBy()).isEqualTo(MatchedBy.AMBIGUOUS);
        assertThat(m.kind()).isEqualTo(StructureKind.OTHER);
        assertThat(m.couldBe()).extracting(Enum::name).containsExactly(kinds.split(" "));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "zSpinalCord",
                "z_PTV",
                "Z Cord",
                "_SpinalCord",
                "PTVopt",
                "PTV_opt",
                "optPTV",
                "Cord_opt",
                "SpinalCord^opt",
                "SpinalCordOpt",
                "PTV_ring",
                "Ring_PTV",
                "ring1",
                "PTVring2",
                "Cord_avoid",
                "AvoidCord",
                "dummy PTV",
                "PTV_sub",
                "PTV minus cord",
                "GTV crop"
            })
    void leavesOptimisationHelpersAlone(String name) {
        StructureMatch m = StructureNaming.recognise(Structures.typed(name, "PTV"));
        assertThat(m.kind()).isEqualTo(StructureKind.OTHER);
        assertThat(m.matchedBy()).isEqualTo(MatchedBy.NONE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Cord-PTV",
                "PTV_SpinalCord",
                "PTV-GTV",
                "GTV+CTV",
                "Lungs-GTV",
                "Body-PTV",
                "PTV+5mm",
                "Cord in PTV",
                "VocalCords",
                "Record",
                "Canal_Anal",
                "SpinalChord",
                "Spnal Cord",
                "SpinalCord2b",
                "Cord_final_new",
                "Kidney_L",
                "Skin",
                "42",
                "?",
                "CORD_TRANS",
                "Cords",
                "SpinalCord_T5-T9"
            })
    void guessesNothing(String name) {
        StructureMatch m = recognise(name);
        assertThat(m.kind()).as(m.rule()).isEqualTo(StructureKind.OTHER);
        assertThat(m.matchedBy()).isEqualTo(MatchedBy.NONE);
    }

    @ParameterizedTest
    @CsvSource({"GTV, GTV", "CTV, CTV", "PTV, PTV", "EXTERNAL, EXTERNAL"})
    void asksTheInterpretedTypeLast(String type, StructureKind kind) {
        StructureMatch m = StructureNaming.recognise(Structures.typed("Boost volume", type));
        assertThat(m.kind()).isEqualTo(kind);
        assertThat(m.matchedBy()).isEqualTo(MatchedBy.INTERPRETED_TYPE);
        assertThat(StructureNaming.recognise(Structures.typed("SpinalCord", type))
                        .kind())
                .isEqualTo(StructureKind.SPINAL_CORD);
        assertThat(StructureNaming.recognise(Structures.typed("spine", type)).matchedBy())
                .isEqualTo(MatchedBy.AMBIGUOUS);
    }

    @Test
    void anOrganTypeSaysNothing() {
        assertThat(StructureNaming.recognise(Structures.typed("", "ORGAN")).matchedBy())
                .isEqualTo(MatchedBy.NONE);
    }

    @Test
    void caseAndOuterBlanksNeverMatter() {
        List<String> names = List.of(
                "SpinalCord", "SpinalCord_PRV02", "ThecalSac", "Spinal Canal|Cord", "PTV_1800", "Myelon", "Kidney_L");
        Property.forAll(
                500, random -> new String[] {names.get(random.nextInt(names.size())), "" + random.nextLong()}, name -> {
                    StringBuilder changed = new StringBuilder("  ");
                    SplittableRandom coin = new SplittableRandom(Long.parseLong(name[1]));
                    for (char c : name[0].toCharArray()) {
                        String s = String.valueOf(c);
                        changed.append(coin.nextBoolean() ? s.toUpperCase(Locale.ROOT) : s.toLowerCase(Locale.ROOT));
                    }
                    StructureMatch a = recognise(name[0]);
                    StructureMatch b = recognise(changed.append(' ').toString());
                    assertThat(b.kind()).isEqualTo(a.kind());
                    assertThat(b.matchedBy()).isEqualTo(a.matchedBy());
                });
    }

    /** One wrong letter in a standard name must not be forgiven: similarity decides nothing. */
    @Test
    void neverMatchesBySimilarity() {
        Property.forAll(
                2000,
                random -> {
                    StringBuilder name = new StringBuilder("SpinalCord");
                    name.setCharAt(random.nextInt(name.length()), (char) ('a' + random.nextInt(26)));
                    return name.toString();
                },
                name -> {
                    if (!name.equalsIgnoreCase("SpinalCord")) {
                        assertThat(recognise(name).kind()).isEqualTo(StructureKind.OTHER);
                    }
                });
    }

    @Test
    void survivesAnyName() {
        String alphabet = "SpinalCordPTV_ ^~+-|/.02\u0000\n\u202e\uD83E\u00df\u0130zmK";
        Property.forAll(
                3000,
                random -> {
                    StringBuilder name = new StringBuilder();
                    int length = random.nextInt(70);
                    for (int i = 0; i < length; i++) {
                        name.append(alphabet.charAt(random.nextInt(alphabet.length())));
                    }
                    return name.toString();
                },
                name -> assertThat(recognise(name).rule()).isNotBlank());
        assertThat(recognise("PTV_".repeat(100_000)).matchedBy()).isEqualTo(MatchedBy.NONE);
        assertThat(recognise("cord " + "1".repeat(200)).matchedBy()).isEqualTo(MatchedBy.NONE);
    }
}

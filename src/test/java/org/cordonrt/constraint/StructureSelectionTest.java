package org.cordonrt.constraint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.cordonrt.issue.CordonException;
import org.cordonrt.issue.Issue;
import org.cordonrt.issue.IssueCode;
import org.cordonrt.plan.StructureSet;
import org.junit.jupiter.api.Test;

class StructureSelectionTest {

    private static StructureSelection select(StructureSet set) {
        return StructureSelection.of(set, Optional.empty(), List.of());
    }

    private static StructureSelection withCord(String name, StructureSet set) {
        return StructureSelection.of(set, Optional.of(name), List.of());
    }

    private static StructureSelection withTargets(StructureSet set, String... names) {
        return StructureSelection.of(set, Optional.empty(), List.of(names));
    }

    private static String cordOf(StructureSelection s) {
        return s.cord().orElseThrow().structure().name();
    }

    private static List<String> names(List<StructureMatch> matches) {
        return matches.stream().map(m -> m.structure().name()).toList();
    }

    private static void refuses(IssueCode code, ThrowingCallable call, String... parts) {
        assertThatExceptionOfType(CordonException.class)
                .isThrownBy(call)
                .satisfies(e -> assertThat(e.code()).isEqualTo(code))
                .satisfies(e -> assertThat(e.getMessage()).contains(parts).doesNotContain("\n"));
    }

    @Test
    void takesTheOnlyCord() {
        StructureSelection s = select(Structures.named("BODY", "SpinalCord", "SpinalCord_PRV02", "ThecalSac", "PTV"));
        assertThat(cordOf(s)).isEqualTo("SpinalCord");
        assertThat(names(s.drawn(StructureKind.SPINAL_CORD))).containsExactly("SpinalCord");
        assertThat(names(s.drawn(StructureKind.CORD_PRV))).containsExactly("SpinalCord_PRV02");
        assertThat(names(s.drawn(StructureKind.THECAL_SAC))).containsExactly("ThecalSac");
        assertThat(s.drawn(StructureKind.SPINAL_CANAL)).isEmpty();
        assertThat(s.issues()).isEmpty();
    }

    @Test
    void aStandardNameBeatsACommonOneAndSaysSo() {
        StructureSelection s = select(Structures.named("Cord", "SpinalCord"));
        assertThat(cordOf(s)).isEqualTo("SpinalCord");
        assertThat(s.issues()).singleElement().satisfies(i -> {
            assertThat(i.code()).isEqualTo(IssueCode.STRUCTURE_AMBIGUOUS);
            assertThat(i.message()).contains("'Cord'", "'SpinalCord'");
        });
    }

    @Test
    void refusesTwoEquallyGoodCords() {
        refuses(
                IssueCode.STRUCTURE_AMBIGUOUS,
                () -> select(Structures.named("SpinalCord", "SpinalCord^MRI")),
                "'SpinalCord' (ROI 1",
                "'SpinalCord^MRI' (ROI 2",
                "--cord");
        refuses(IssueCode.STRUCTURE_AMBIGUOUS, () -> select(Structures.named("Cord", "Myelon")), "--cord");
    }

    @Test
    void refusesToGuessFromAnAmbiguousName() {
        refuses(
                IssueCode.STRUCTURE_AMBIGUOUS,
                () -> select(Structures.named("Spinal Canal|Cord", "PTV")),
                "'Spinal Canal|Cord'",
                "could be spinal cord or spinal canal",
                "--cord");
    }

    @Test
    void anAmbiguousNameDoesNotMatterBesideACord() {
        assertThat(cordOf(select(Structures.named("spine", "Cord")))).isEqualTo("Cord");
    }

    @Test
    void passesOverAnUndrawnCord() {
        StructureSelection s = select(Structures.set(
                Structures.empty(1, "SpinalCord"), Structures.point(2, "SpinalCord"), Structures.drawn(3, "Cord")));
        assertThat(cordOf(s)).isEqualTo("Cord");
        assertThat(s.issues()).hasSize(2).extracting(Issue::code).containsOnly(IssueCode.STRUCTURE_EMPTY);
    }

    @Test
    void saysWhyThereIsNoCord() {
        assertThat(select(Structures.named("PTV")).absence(StructureKind.SPINAL_CORD))
                .isEqualTo("no spinal cord in the structure set; name it with --cord NAME");
        assertThat(select(Structures.named("PTV", "SpinalCord_Thor", "Cord_opt"))
                        .absence(StructureKind.SPINAL_CORD))
                .contains("'SpinalCord_Thor', 'Cord_opt'", "--cord");
        assertThat(select(Structures.set(Structures.empty(1, "SpinalCord"))).absence(StructureKind.SPINAL_CORD))
                .isEqualTo("'SpinalCord' has no closed contours");
        assertThat(select(Structures.named("PTV")).absence(StructureKind.THECAL_SAC))
                .isEqualTo("no thecal sac in the structure set");
    }

    @Test
    void aSectionOfTheCordIsNeitherTheWholeNorThePartialCord() {
        StructureSelection s = select(Structures.named("SpinalCord_Thor"));
        assertThat(s.cord()).isEmpty();
        assertThat(s.drawn(StructureKind.PARTIAL_CORD)).isEmpty();
    }

    @Test
    void theUserPicksTheCord() {
        StructureSelection s = withCord("spine", Structures.named("spine", "PTV"));
        assertThat(cordOf(s)).isEqualTo("spine");
        assertThat(s.matches().get(0).matchedBy()).isEqualTo(MatchedBy.USER);
        assertThat(s.matches().get(0).kind()).isEqualTo(StructureKind.SPINAL_CORD);
        assertThat(s.issues()).isEmpty();
    }

    @Test
    void prefersTheExactNameOverOtherCase() {
        assertThat(cordOf(withCord("cord", Structures.named("Cord", "cord")))).isEqualTo("cord");
        assertThat(cordOf(withCord("CORD", Structures.named("Myelon", "cord")))).isEqualTo("cord");
        refuses(
                IssueCode.STRUCTURE_AMBIGUOUS,
                () -> withCord("CORD", Structures.named("Cord", "cord")),
                "ROI 1",
                "ROI 2");
    }

    @Test
    void ofTwoWithOneNameTheDrawnOneIsMeant() {
        StructureSet set = Structures.set(Structures.empty(4, "Cord"), Structures.drawn(7, "Cord"));
        assertThat(withCord("Cord", set).cord().orElseThrow().structure().roiNumber())
                .isEqualTo(7);
        refuses(IssueCode.STRUCTURE_AMBIGUOUS, () -> withCord("Cord", Structures.named("Cord", "Cord")), "ROI 2");
    }

    @Test
    void suggestsNamesForAnUnknownOne() {
        StructureSet set = Structures.named("SpinalCord", "PTV", "Kidney_L");
        refuses(IssueCode.STRUCTURE_NOT_FOUND, () -> withCord("SpinalChord", set), "'SpinalCord'?");
        refuses(IssueCode.STRUCTURE_NOT_FOUND, () -> withCord("xyz", set), "the set holds 'SpinalCord', 'PTV'");
        refuses(IssueCode.STRUCTURE_NOT_FOUND, () -> withTargets(set, "PTW"), "--target", "'PTV'?");
        refuses(IssueCode.STRUCTURE_NOT_FOUND, () -> withCord("a\nb", Structures.set()), "'a?b'");
    }

    @Test
    void refusesAnUndrawnPick() {
        refuses(
                IssueCode.STRUCTURE_EMPTY,
                () -> withCord("Cord", Structures.set(Structures.empty(1, "Cord"))),
                "no closed contours");
    }

    /** The sac that stands in for the cord keeps the limits published for the sac. */
    @Test
    void aSubstituteIsReportedAndKeepsItsOwnLimits() {
        StructureSelection s = withCord("ThecalSac", Structures.named("SpinalCord", "ThecalSac"));
        assertThat(cordOf(s)).isEqualTo("ThecalSac");
        assertThat(s.cord().orElseThrow().isSubstitute()).isTrue();
        assertThat(s.drawn(StructureKind.THECAL_SAC))
                .singleElement()
                .satisfies(m -> assertThat(m.kind()).isEqualTo(StructureKind.THECAL_SAC));
        assertThat(s.issues())
                .extracting(Issue::code)
                .containsExactly(IssueCode.SUBSTITUTED_STRUCTURE, IssueCode.STRUCTURE_AMBIGUOUS);
    }

    @Test
    void allTargetsAreTakenInTheOrderOfTheirKinds() {
        StructureSet set = Structures.set(
                Structures.drawn(1, "PTV_1800"),
                Structures.drawn(2, "GTV2"),
                Structures.drawn(3, "CTV"),
                Structures.drawn(4, "GTV1"),
                Structures.empty(5, "ITV"));
        assertThat(names(select(set).targets())).containsExactly("GTV2", "GTV1", "CTV", "PTV_1800");
        assertThat(names(select(set).drawn(StructureKind.GTV))).containsExactly("GTV2", "GTV1");
    }

    @Test
    void whatIsNotDrawnIsNoTarget() {
        StructureSelection s = select(Structures.set(
                Structures.drawn(1, "SpinalCord"), Structures.empty(2, "GTV"), Structures.drawn(3, "PTV")));
        assertThat(names(s.targets())).containsExactly("PTV");
    }

    @Test
    void theCordIsNoTargetWhateverItsName() {
        StructureSelection s = withCord("PTV1", Structures.named("PTV1", "PTV2"));
        assertThat(names(s.targets())).containsExactly("PTV2");
        assertThat(s.matches())
                .filteredOn(m -> m.structure().name().equals("PTV2"))
                .allMatch(m -> m.kind() == StructureKind.PTV);
    }

    @Test
    void onlyAnotherCordThatIsDrawnIsWorthAWord() {
        StructureSelection s = withCord(
                "Myelon",
                Structures.set(
                        Structures.drawn(1, "Myelon"), Structures.empty(2, "SpinalCord"), Structures.drawn(3, "PTV")));
        assertThat(s.issues()).isEmpty();
        StructureSelection two =
                withCord("Myelon", Structures.set(Structures.drawn(1, "Myelon"), Structures.drawn(2, "SpinalCord")));
        assertThat(two.issues())
                .singleElement()
                .satisfies(i -> assertThat(i.message()).contains("'SpinalCord'"));
    }

    @Test
    void onlyDrawnNamesThatMayMeanACordAreSuggested() {
        StructureSelection s = select(Structures.set(
                Structures.drawn(1, "Lung_L"),
                Structures.empty(2, "SpinalCord_Cerv"),
                Structures.drawn(3, "PTV_spine"),
                Structures.drawn(4, "spine x")));
        assertThat(s.absence(StructureKind.SPINAL_CORD)).contains("'spine x'").doesNotContain("Lung", "Cerv", "PTV");
    }

    @Test
    void theUserPicksTargets() {
        StructureSelection s =
                withTargets(Structures.named("SpinalCord", "PTV", "Boost", "GTV"), "boost", "PTV", "PTV");
        assertThat(names(s.targets())).containsExactly("Boost", "PTV");
        assertThat(s.targets())
                .extracting(StructureMatch::kind)
                .containsExactly(StructureKind.TARGET, StructureKind.PTV);
        assertThat(s.targets()).extracting(StructureMatch::matchedBy).containsOnly(MatchedBy.USER);
        refuses(IssueCode.USAGE, () -> withTargets(Structures.named("Cord"), "Cord"), "'Cord'");
    }

    /** Each must keep the limit, so that the doubt cannot turn into a pass. */
    @Test
    void otherOrgansAreTestedOnEveryEquallyGoodContour() {
        StructureSelection s = select(Structures.named("SpinalCord", "Esophagus", "esophagus~", "Oesophagus"));
        assertThat(names(s.drawn(StructureKind.ESOPHAGUS))).containsExactly("Esophagus", "esophagus~");
        assertThat(s.issues()).hasSize(2).extracting(Issue::code).containsOnly(IssueCode.STRUCTURE_AMBIGUOUS);
    }

    @Test
    void aPlexusIsTestedOnBothSides() {
        StructureSelection s = select(Structures.named("BrachialPlex_R", "BRPLX_L", "SacralPlex"));
        assertThat(names(s.drawn(StructureKind.BRACHIAL_PLEXUS))).containsExactly("BRPLX_L", "BrachialPlex_R");
        assertThat(names(s.drawn(StructureKind.SACRAL_PLEXUS))).containsExactly("SacralPlex");
        assertThat(s.issues()).isEmpty();
    }

    @Test
    void anEmptySetHasNothing() {
        StructureSelection s = select(Structures.set());
        assertThat(s.matches()).isEmpty();
        assertThat(s.targets()).isEmpty();
        assertThat(s.cord()).isEmpty();
    }
}

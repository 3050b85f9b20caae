package org.cordonrt.constraint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.cordonrt.issue.CordonException;
import org.cordonrt.issue.Issue;
import org.cordonrt.issue.IssueCode;
import org.cordonrt.plan.StructureSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SubstitutionTest {

    private static StructureSelection select(StructureSet set, String... substitutions) {
        return StructureSelection.of(
                set,
                new SelectionOptions(
                        Optional.empty(),
                        List.of(),
                        Stream.of(substitutions).map(Substitution::parse).toList(),
                        StructureAliases.none()));
    }

    private static List<String> names(List<StructureMatch> matches) {
        return matches.stream().map(m -> m.structure().name()).toList();
    }

    @ParameterizedTest
    @CsvSource({
        "canal=Cord, SPINAL_CANAL",
        "spinal-canal=Cord, SPINAL_CANAL",
        "SPINAL_CANAL=Cord, SPINAL_CANAL",
        "Thecal Sac=Cord, THECAL_SAC",
        "sac=Cord, THECAL_SAC",
        "prv=Cord, CORD_PRV",
        "cauda=Cord, CAUDA_EQUINA",
        "partial-cord=Cord, PARTIAL_CORD"
    })
    void readsKindAndName(String text, StructureKind kind) {
        assertThat(Substitution.parse(text)).isEqualTo(new Substitution(kind, "Cord"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "canal", "=Cord", "canal=", "cord=Canal", "PTV=x", "bone=x", "other=x"})
    void refusesWhatIsNoSubstitution(String text) {
        assertThatExceptionOfType(CordonException.class)
                .isThrownBy(() -> Substitution.parse(text))
                .satisfies(e -> assertThat(e.code()).isEqualTo(IssueCode.USAGE));
    }

    /** Without the user's word no limit moves; with it the result says so. */
    @Test
    void aLimitIsTestedOnAnotherKindOnlyOnTheUsersWord() {
        StructureSet set = Structures.named("SpinalCord", "PTV");
        assertThat(select(set).drawn(StructureKind.SPINAL_CANAL)).isEmpty();
        StructureSelection s = select(set, "canal=SpinalCord");
        assertThat(s.drawn(StructureKind.SPINAL_CANAL)).singleElement().satisfies(m -> {
            assertThat(m.structure().name()).isEqualTo("SpinalCord");
            assertThat(m.kind()).isEqualTo(StructureKind.SPINAL_CANAL);
            assertThat(m.isSubstitute()).isTrue();
        });
        assertThat(s.issues()).extracting(Issue::code).containsExactly(IssueCode.SUBSTITUTED_STRUCTURE);
        assertThat(s.issues().get(0).message()).contains("spinal canal", "'SpinalCord'", "spinal cord");
        // The cord itself stays the cord.
        assertThat(s.cord().orElseThrow().kind()).isEqualTo(StructureKind.SPINAL_CORD);
    }

    /** A stand-in is tested beside what is drawn: it can make a check stricter, never more lenient. */
    @Test
    void whatIsDrawnIsStillTested() {
        StructureSelection s = select(Structures.named("SpinalCord", "ThecalSac"), "sac=SpinalCord");
        assertThat(names(s.drawn(StructureKind.THECAL_SAC))).containsExactly("ThecalSac", "SpinalCord");
        StructureSelection same = select(Structures.named("SpinalCord", "ThecalSac"), "sac=ThecalSac");
        assertThat(names(same.drawn(StructureKind.THECAL_SAC))).containsExactly("ThecalSac");
        assertThat(same.issues()).isEmpty();
    }

    /** An unknown name is named, not substituted. */
    @Test
    void anUnknownNameMayBeGivenAKind() {
        StructureSelection s = select(Structures.named("SpinalCord", "Duralschlauch"), "sac=duralschlauch");
        assertThat(names(s.drawn(StructureKind.THECAL_SAC))).containsExactly("Duralschlauch");
        assertThat(s.issues()).isEmpty();
    }

    @Test
    void theNameMustBeThere() {
        assertThatExceptionOfType(CordonException.class)
                .isThrownBy(() -> select(Structures.named("SpinalCord"), "sac=Sack"))
                .satisfies(e -> assertThat(e.code()).isEqualTo(IssueCode.STRUCTURE_NOT_FOUND))
                .withMessageContaining("--substitute");
    }
}

package org.cordonrt.constraint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.cordonrt.issue.CordonException;
import org.cordonrt.issue.IssueCode;
import org.cordonrt.plan.StructureSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StructureAliasesTest {
    @TempDir
    Path folder;

    private StructureAliases read(String yaml) throws IOException {
        Path file = folder.resolve("names.yaml");
        Files.writeString(file, yaml);
        return StructureAliases.read(file);
    }

    private StructureAliases example() throws IOException {
        return read("""
                # Our names.
                schema: cordon/aliases/1
                aliases:
                  SPINAL_CORD: [RM, Myelon neu, zCord]
                  SPINAL_CANAL: [Wirbelkanal, spine]
                  PTV: ["Ziel 1"]
                """);
    }

    /** Whole names, without regard to case and separators; never a part of a name. */
    @ParameterizedTest
    @CsvSource({
        "RM, SPINAL_CORD, USER_ALIAS",
        "rm, SPINAL_CORD, USER_ALIAS",
        "MYELON_NEU, SPINAL_CORD, USER_ALIAS",
        "Myelon neu 2, OTHER, NONE",
        "RMX, OTHER, NONE",
        "zCord, SPINAL_CORD, USER_ALIAS",
        "spine, SPINAL_CANAL, USER_ALIAS",
        "Ziel-1, PTV, USER_ALIAS",
        "Cord, SPINAL_CORD, ALIAS"
    })
    void areTakenWholeAndBeforeAllRules(String name, StructureKind kind, MatchedBy by) throws IOException {
        StructureMatch m = StructureNaming.recognise(Structures.drawn(1, name), example());
        assertThat(m.kind()).isEqualTo(kind);
        assertThat(m.matchedBy()).isEqualTo(by);
    }

    /** The user's name is preferred to a standard one, and that is said. */
    @Test
    void winOverStandardNamesAloud() throws IOException {
        StructureSet set = Structures.named("SpinalCord", "RM");
        StructureSelection s =
                StructureSelection.of(set, new SelectionOptions(Optional.empty(), List.of(), List.of(), example()));
        assertThat(s.cord().orElseThrow().structure().name()).isEqualTo("RM");
        assertThat(s.issues()).singleElement().satisfies(i -> {
            assertThat(i.code()).isEqualTo(IssueCode.STRUCTURE_AMBIGUOUS);
            assertThat(i.message()).contains("'SpinalCord'", "'RM'");
        });
    }

    @Test
    void carryTheDigestOfTheirFile() throws IOException {
        assertThat(example().sha256()).matches("[0-9a-f]{64}");
        assertThat(StructureAliases.none().file()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            SPINAL_CORD: [RM]\\n  SPINAL_CANAL: [rm]  | already stands for spinal cord
            SPINAL_CORD: RM                           | list of names
            CORD: [RM]                                | unknown key 'CORD'
            SPINAL_CORD: [3]                          | must be a text
            SPINAL_CORD: ["--"]                       | neither letters nor digits
            """)
    void refuseWhatIsUnclear(String aliases, String words) {
        String yaml = "schema: cordon/aliases/1\naliases:\n  " + aliases.replace("\\n", "\n") + "\n";
        assertThatExceptionOfType(CordonException.class)
                .isThrownBy(() -> read(yaml))
                .satisfies(e -> assertThat(e.code()).isEqualTo(IssueCode.ALIAS_FILE))
                .withMessageContaining("names.yaml:")
                .withMessageContaining(words);
    }

    @Test
    void refuseAFileThatIsNotThere() {
        assertThatExceptionOfType(CordonException.class)
                .isThrownBy(() -> StructureAliases.read(folder.resolve("none.yaml")))
                .satisfies(e -> assertThat(e.code()).isEqualTo(IssueCode.ALIAS_FILE));
    }
}

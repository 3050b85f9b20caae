package org.cordonrt.constraint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PackedSetTest {
    static List<String> builtIn() {
        return ConstraintSets.builtInIds();
    }

    private static byte[] file(String id) throws IOException {
        String resource = ConstraintSets.resource(id);
        try (InputStream in = Objects.requireNonNull(ConstraintSets.class.getResourceAsStream(resource))) {
            return in.readAllBytes();
        }
    }

    @ParameterizedTest
    @MethodSource("builtIn")
    void aPackedSetIsTheOneInTheFile(String id) throws IOException {
        byte[] file = file(id);
        ConstraintSet set = ConstraintSets.parsed(id, file);

        assertThat(PackedSet.unpack(PackedSet.pack(set, file), file)).contains(set);
        assertThat(ConstraintSets.load(id)).isEqualTo(set);
    }

    @Test
    void anotherFileThanItWasPackedFromIsReadInstead() throws IOException {
        byte[] file = file("HYTEC");
        byte[] packed = PackedSet.pack(ConstraintSets.parsed("HYTEC", file), file);
        byte[] edited = file.clone();
        edited[edited.length / 2]++;

        assertThat(PackedSet.unpack(packed, edited)).isEmpty();
    }

    @Test
    void whatCannotBePackedIsRefusedWhenItIs() throws IOException {
        byte[] file = file("HYTEC");
        ConstraintSet set = ConstraintSets.parsed("HYTEC", file);
        ConstraintSet extending = new ConstraintSet(
                set.id(),
                set.name(),
                set.version(),
                set.description(),
                set.citation(),
                set.alphaBetaGy(),
                set.constraints(),
                Optional.of(new ConstraintSet.Base("TG101", "1")),
                set.sha256());

        assertThatIllegalStateException()
                .isThrownBy(() -> PackedSet.pack(extending, file))
                .withMessageContaining("HYTEC");
    }
}

package org.cordonrt.constraint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.cordonrt.issue.CordonException;
import org.cordonrt.issue.IssueCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConstraintSetsTest {
    @TempDir
    Path folder;

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private static void refuses(IssueCode code, ThrowingCallable call, String... parts) {
        assertThatExceptionOfType(CordonException.class)
                .isThrownBy(call)
                .satisfies(e -> assertThat(e.code()).isEqualTo(code))
                .satisfies(e -> assertThat(e.getMessage()).contains(parts).doesNotContain("\n"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"TG101", "tg101", " Tg101 "})
    void findsBuiltInSetsWhateverTheCase(String id) {
        assertThat(ConstraintSets.load(id).id()).isEqualTo("TG101");
    }

    @Test
    void readsAFile() throws IOException {
        Path file = file("clinic.yaml", ConstraintFiles.VALID);
        assertThat(ConstraintSets.load(file.toString()).id()).isEqualTo("CLINIC");
        assertThat(ConstraintSets.lint(file)).extracting(LintFinding::rule).containsExactly("source");
    }

    @Test
    void aByteOrderMarkIsHarmless() throws IOException {
        assertThat(ConstraintSets.load(file("bom.yaml", "\uFEFF" + ConstraintFiles.VALID)
                                .toString())
                        .id())
                .isEqualTo("CLINIC");
    }

    @Test
    void saysWhereAFileIsWrong() throws IOException {
        Path file = file("bad.yaml", ConstraintFiles.with("limit: 14", "limit: 1400"));
        refuses(
                IssueCode.CONSTRAINT_FILE,
                () -> ConstraintSets.load(file.toString()),
                file + ":19:12: 'limit' must be above 0 and at most 200 Gy");
    }

    @Test
    void saysThatThereIsMore() throws IOException {
        Path file = file("bad.yaml", "id: X\nname: 3\n");
        refuses(IssueCode.CONSTRAINT_FILE, () -> ConstraintSets.load(file.toString()), " more; see cordon constraints");
    }

    @ParameterizedTest
    @ValueSource(strings = {"TG102", "", "no/such/file.yaml", "a\u0000b", "two\nlines"})
    void listsWhatThereIs(String name) {
        refuses(
                IssueCode.CONSTRAINT_SET_UNKNOWN,
                () -> ConstraintSets.load(name),
                "TG101, HYTEC, QUANTEC, TIMMERMAN2022");
    }

    @Test
    void refusesWhatIsNoText() throws IOException {
        refuses(IssueCode.CONSTRAINT_FILE, () -> ConstraintSets.load(folder.toString()), "cannot be read");
        Path binary = Files.write(folder.resolve("b.yaml"), new byte[] {(byte) 0xC3, 0x28});
        refuses(IssueCode.CONSTRAINT_FILE, () -> ConstraintSets.load(binary.toString()), "UTF-8");
        Path huge = Files.write(folder.resolve("h.yaml"), new byte[1 << 20]);
        refuses(IssueCode.CONSTRAINT_FILE, () -> ConstraintSets.lint(huge), "larger than 256 KiB");
    }

    /** Changed numbers must not pass for those of the authors. */
    @ParameterizedTest
    @ValueSource(strings = {"TG101", "hytec"})
    void refusesABuiltInIdInAFile(String id) throws IOException {
        Path file = file("mine.yaml", ConstraintFiles.with("id: CLINIC", "id: " + id));
        refuses(IssueCode.CONSTRAINT_FILE, () -> ConstraintSets.load(file.toString()), "another id");
        assertThat(ConstraintSets.lint(file)).extracting(LintFinding::rule).contains("id-taken");
    }

    @Test
    void takesASetNamedTwiceOnce() throws IOException {
        Path file = file("clinic.yaml", ConstraintFiles.VALID);
        assertThat(ConstraintSets.loadAll(List.of("QUANTEC", file.toString(), "quantec", file.toString())))
                .extracting(ConstraintSet::id)
                .containsExactly("QUANTEC", "CLINIC");
    }

    @Test
    void refusesTwoSetsWithOneId() throws IOException {
        Path a = file("a.yaml", ConstraintFiles.VALID);
        Path b = file("b.yaml", ConstraintFiles.with("limit: 14", "limit: 15"));
        refuses(
                IssueCode.CONSTRAINT_FILE,
                () -> ConstraintSets.loadAll(List.of(a.toString(), b.toString())),
                "CLINIC",
                "rename one");
    }
}

package org.cordonrt.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.cordonrt.plan.Structure;
import org.cordonrt.rt.CaseReader;
import org.cordonrt.rt.CaseRequest;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Points of a contour are read when they are needed. Damage to any structure that a check uses refuses the file; what it
 * does not use is not looked at and changes nothing.
 */
class DamagedContoursTest {
    private static final Path PLAN = Path.of("testdata/spine/1fx-pass");
    private static final Set<String> NOT_USED = Set.of("VB_T09", "External");

    /** Tag and VR of Contour Data, little endian. */
    private static final byte[] CONTOUR_DATA = {0x06, 0x30, 0x50, 0x00, 'D', 'S'};

    private static final int HEADER = 8;

    /** A structure, and the number of one of its contours in the file: a middle one. */
    record Damage(String structure, int contour) {}

    static Stream<Damage> damages() {
        List<Damage> damages = new ArrayList<>();
        int before = 0;
        for (Structure s : CaseReader.read(CaseRequest.of(PLAN)).structures().structures()) {
            damages.add(new Damage(s.name(), before + s.contours().size() / 2));
            before += s.contours().size();
        }
        return damages.stream();
    }

    @ParameterizedTest
    @MethodSource("damages")
    void damageToWhatIsUsedRefusesTheFile(Damage damage, @TempDir Path folder) throws IOException {
        for (String name : List.of("rtdose.dcm", "rtplan.dcm")) {
            Files.copy(PLAN.resolve(name), folder.resolve(name));
        }
        byte[] file = Files.readAllBytes(PLAN.resolve("rtstruct.dcm"));
        int at = place(file, damage.contour);
        file[at + HEADER + 2] = 'x';
        Files.write(folder.resolve("rtstruct.dcm"), file);

        CommandLineRun run = CommandLineRun.of("check", folder.toString());

        if (NOT_USED.contains(damage.structure)) {
            assertThat(run.exit()).isZero();
            assertThat(run.out()).startsWith("PASS");
        } else {
            assertThat(run.exit()).as(run.out()).isEqualTo(3);
            assertThat(run.err()).contains("rtstruct.dcm", "ContourData", "is not a number");
        }
    }

    private static int place(byte[] file, int contour) {
        int found = -1;
        for (int at = 0; at < file.length - HEADER; at++) {
            boolean here = true;
            for (int i = 0; i < CONTOUR_DATA.length; i++) {
                here &= file[at + i] == CONTOUR_DATA[i];
            }
            if (here && ++found == contour) {
                return at;
            }
        }
        throw new AssertionError("no contour " + contour);
    }
}

package org.cordonrt.phantom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.cordonrt.dicom.DataSetBuilder;
import org.cordonrt.dicom.DicomWriter;
import org.cordonrt.dicom.TransferSyntax;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The files conform to their IODs by the word of dciodvfy (Debian package dicom3tools), skipped where it is not
 * installed.
 *
 * <p>Debian's build (2022-06-18) has three limits, met with any producer's files: it aborts on native pixel data of 32
 * bits, it cannot inflate, and it takes the defined term CLOSEDPLANAR_XOR for an error. A native 32-bit dose is therefore checked as its twin with RLE pixel data, which is the
 * same data set but for the encoding of that one element, and nothing is checked deflated or
 * with that term.
 */
class DciodvfyTest {

    @BeforeAll
    static void needsDciodvfy() {
        assumeTrue(
                Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                        .anyMatch(p -> Files.isExecutable(Path.of(p, "dciodvfy"))),
                "dciodvfy is not on the PATH: install dicom3tools to check conformance");
    }

    static List<SpineOptions> options() {
        List<SpineOptions> options = new ArrayList<>();
        SpineCases.all().forEach(c -> options.add(c.options()));
        for (TargetShape shape : TargetShape.values()) {
            options.add(small().target(shape).doseBits(16).build());
        }
        for (PatientPosition position : PatientPosition.values()) {
            options.add(small().position(position).build());
        }
        options.add(small().target(TargetShape.RING).holes(HoleStyle.KEYHOLE).build());
        return options;
    }

    private static SpineOptions.Builder small() {
        return SpineOptions.defaults().toBuilder()
                .cordLengthMm(30)
                .targetHeightMm(10)
                .doseSpacingMm(4);
    }

    @ParameterizedTest
    @MethodSource("options")
    void findsNoError(SpineOptions options, @TempDir Path dir) throws Exception {
        SpinePhantom p = SpinePhantom.of(options);
        TransferSyntax plain = TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN;
        verify(dir, "RTStructureSet", p.structureSetFile(), plain);
        verify(dir, "RTPlan", p.planFile(), plain);
        verify(dir, "CTImage", p.ctFiles().get(0), plain);
        verify(dir, "RTDose", p.doseFile(), options.doseBits() == 16 ? plain : TransferSyntax.RLE_LOSSLESS);
    }

    @ParameterizedTest
    @MethodSource("encodings")
    void findsNoErrorInAnyEncoding(TransferSyntax syntax, @TempDir Path dir) throws Exception {
        SpinePhantom p = SpinePhantom.of(small().doseBits(16).build());
        verify(dir, "RTStructureSet", p.structureSetFile(), syntax);
        verify(dir, "RTPlan", p.planFile(), syntax);
        verify(dir, "RTDose", p.doseFile(), syntax);
    }

    static Stream<TransferSyntax> encodings() {
        return Stream.of(
                TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN,
                TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN,
                TransferSyntax.EXPLICIT_VR_BIG_ENDIAN);
    }

    /** dciodvfy prints the IOD it recognised, so a crash does not look like a clean file. */
    private static void verify(Path dir, String iod, DataSetBuilder dataSet, TransferSyntax syntax)
            throws IOException, InterruptedException {
        Path file = dir.resolve(iod + ".dcm");
        Path output = dir.resolve(iod + ".txt");
        DicomWriter.write(file, dataSet, syntax);
        Process process = new ProcessBuilder("dciodvfy", file.toString())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        String said = Files.readString(output, StandardCharsets.ISO_8859_1);
        assertThat(said.lines()).contains(iod);
        assertThat(said.lines().filter(line -> line.contains("Error"))).isEmpty();
    }
}

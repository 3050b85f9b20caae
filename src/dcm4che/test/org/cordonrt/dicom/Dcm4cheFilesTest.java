package org.cordonrt.dicom;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.cordonrt.issue.CordonException;
import org.cordonrt.issue.IssueCode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every file of the test data through both readers: the same elements with the same bytes, numbers and words. */
class Dcm4cheFilesTest {
    static List<Path> files() throws IOException {
        try (Stream<Path> real = Files.walk(Path.of("testdata"))) {
            return real.filter(
                            p -> p.toString().endsWith(".dcm") && !p.toString().contains("truncated"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void bothReadTheSame(Path file) throws IOException {
        DicomFile own = DicomFile.read(file);
        assertSame(own.dataSet(), Dcm4che.dataSet(Files.readAllBytes(file)));
    }

    private static void assertSame(DataSet own, DataSet other) {
        assertThat(Arrays.stream(other.tags()).sorted().toArray())
                .isEqualTo(Arrays.stream(own.tags()).sorted().toArray());
        for (int tag : own.tags()) {
            List<DataSet> items = itemsOf(own, tag);
            List<DataSet> others = itemsOf(other, tag);
            assertThat(others).as(own.where(tag)).hasSameSizeAs(items);
            for (int i = 0; i < items.size(); i++) {
                assertSame(items.get(i), others.get(i));
            }
            if (items.isEmpty() && !isCompressed(other, tag)) {
                assertSameValue(own, other, tag);
            }
        }
    }

    private static List<DataSet> itemsOf(DataSet set, int tag) {
        try {
            return set.items(tag);
        } catch (CordonException noSequence) {
            return List.of();
        }
    }

    private static boolean isCompressed(DataSet set, int tag) {
        try {
            set.has(tag);
            return false;
        } catch (CordonException refusal) {
            return refusal.code() == IssueCode.DICOM_UNSUPPORTED;
        }
    }

    private static void assertSameValue(DataSet own, DataSet other, int tag) {
        assertThat(other.has(tag)).as(own.where(tag)).isEqualTo(own.has(tag));
        // Of the names of private blocks dcm4che keeps no padding.
        if ((tag & 0x1FF00) != 0x10000) {
            assertThat(read(() -> other.raw(tag).map(RawValue::toBytes).map(Arrays::toString)))
                    .as(own.where(tag))
                    .isEqualTo(read(() -> own.raw(tag).map(RawValue::toBytes).map(Arrays::toString)));
        }
        assertThat(read(() -> other.text(tag))).as(own.where(tag)).isEqualTo(read(() -> own.text(tag)));
        assertThat(read(() -> Arrays.toString(other.decimals(tag))))
                .as(own.where(tag))
                .isEqualTo(read(() -> Arrays.toString(own.decimals(tag))));
    }

    /** What came, or the code of the refusal. */
    private static Object read(Supplier<Object> value) {
        try {
            return value.get();
        } catch (DicomFormatException refusal) {
            return refusal.code();
        }
    }
}

package org.cordonrt.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.cordonrt.check.AssessedStructure;
import org.cordonrt.check.Curve;
import org.cordonrt.check.DoseVolumes;
import org.cordonrt.check.ModelOptions;
import org.cordonrt.check.Tool;
import org.cordonrt.metric.MetricValue;
import org.junit.jupiter.api.Test;

/** The tables as another program's CSV reader sees them. */
class CsvReportTest {

    private static List<CSVRecord> read(byte[] csv, char delimiter) throws IOException {
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setDelimiter(delimiter)
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (CSVParser parser = CSVParser.parse(new StringReader(new String(csv, StandardCharsets.UTF_8)), format)) {
            return parser.getRecords();
        }
    }

    @Test
    void limitsWithTheirSources() throws IOException {
        List<CSVRecord> rows = read(CsvReport.of(Samples.met().build()), ',');
        assertThat(rows).hasSize(1);
        CSVRecord row = rows.get(0);
        assertThat(row.get("structure")).isEqualTo("SpinalCord");
        assertThat(row.get("metric")).isEqualTo("D0.035cc[Gy]");
        assertThat(row.get("state")).isEqualTo("PASS");
        assertThat(row.get("doi")).isEqualTo("10.1000/x");
        assertThat(Double.parseDouble(row.get("headroom"))).isEqualTo(0.9, within(1e-6));
        assertThat(Double.parseDouble(row.get("lower"))).isLessThanOrEqualTo(13.096);
        assertThat(Double.parseDouble(row.get("upper"))).isGreaterThanOrEqualTo(13.104);
    }

    @Test
    void noCellIsAFormulaAndNoneIsLost() throws IOException {
        List<CSVRecord> rows = read(CsvReport.of(Hostile.assessment()), ',');
        assertThat(rows).hasSize(2 * Hostile.NAMES.size());
        assertThat(rows.get(10).get("structure")).isEqualTo("comma, \"quote\" and ';'");
        for (CSVRecord row : rows) {
            assertThat(row.size()).isEqualTo(25);
            for (String title : List.of("structure", "reason")) {
                assertThat(row.get(title))
                        .doesNotContainPattern("^\\s*[=+\\-@\uFF1D]")
                        .doesNotContainPattern("\\p{Cntrl}");
            }
        }
    }

    @Test
    void noFormulaWhereSemicolonsBeginCells() {
        String text = new String(CsvReport.of(Hostile.assessment()), StandardCharsets.UTF_8);
        for (String line : text.split("\r\n")) {
            assertThat(List.of(line.split(";"))).noneMatch(cell -> cell.matches("\\s*[=+\\-@].*"));
        }
    }

    private static DoseVolumes volumes(Optional<Curve> curve) {
        return new DoseVolumes(
                new Tool("cordon", "1"),
                List.of(),
                ModelOptions.defaults(),
                List.of(new AssessedStructure(
                        Samples.match(7, "SpinalCord"),
                        OptionalDouble.of(8),
                        OptionalInt.of(3),
                        OptionalDouble.of(1),
                        List.of(
                                MetricValue.of(Samples.MAX, 2, 1.9999999, 2.0000001),
                                MetricValue.notEvaluable(Samples.NEAR_MAX, "too small")),
                        curve,
                        null)),
                List.of());
    }

    @Test
    void metricsOneLineEach() throws IOException {
        List<CSVRecord> rows = read(CsvReport.of(volumes(Optional.empty())), ',');
        assertThat(rows).extracting(r -> r.get("metric")).containsExactly("Max[Gy]", "D0.035cc[Gy]");
        assertThat(rows.get(0).get("lower")).as("outwards").isEqualTo("1.999999");
        assertThat(rows.get(0).get("upper")).isEqualTo("2.000001");
        assertThat(rows.get(1).get("value")).isEmpty();
        assertThat(rows.get(1).get("reason")).isEqualTo("too small");
    }

    @Test
    void curvesOneLineADose() throws IOException {
        Curve curve = new Curve(new double[] {0, 1}, new double[] {8, 2}, new double[] {8, 1}, new double[] {8, 3});
        List<CSVRecord> rows = read(CsvReport.of(volumes(Optional.of(curve))), ',');
        assertThat(rows).extracting(r -> r.get("volumePercent")).containsExactly("100", "25");
        assertThat(rows.get(1).get("upperCc")).isEqualTo("3");
    }
}

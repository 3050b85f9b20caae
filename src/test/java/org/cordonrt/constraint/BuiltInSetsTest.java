package org.cordonrt.constraint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The built-in limits against a table typed from the literature notes, not from the files. */
class BuiltInSetsTest {

    /**
     * id, structure, fractions, metric, comparator, limit or range, status; "shown" for what is information and not
     * judged.
     */
    private static final Map<String, String> LITERATURE = tables(
            "SEPARATION",
            """
            surgery-1fx         SPINAL_CORD      1  Separation[mm] >= 2      V1
            surgery-2fx         SPINAL_CORD      2  Separation[mm] >= 2      V1
            surgery-3fx         SPINAL_CORD      3  Separation[mm] >= 2      V1
            surgery-4fx         SPINAL_CORD      4  Separation[mm] >= 2      V1
            surgery-5fx         SPINAL_CORD      5  Separation[mm] >= 2      V1
            trial-1fx           SPINAL_CORD      1  Separation[mm] >= 3      V1
            """,
            "TG101",
            """
            T1        SPINAL_CORD     1  D0.35cc[Gy]   <   10     V2
            T2        SPINAL_CORD     1  D1.2cc[Gy]    <   7      V2
            T3        SPINAL_CORD     1  D0.035cc[Gy]  <=  14     V2
            T4        SPINAL_CORD     3  D0.35cc[Gy]   <   18     V2
            T5        SPINAL_CORD     3  D1.2cc[Gy]    <   12.3   V2
            T6        SPINAL_CORD     3  D0.035cc[Gy]  <=  21.9   V2
            T7        SPINAL_CORD     5  D0.35cc[Gy]   <   23     V2
            T8        SPINAL_CORD     5  D1.2cc[Gy]    <   14.5   V2
            T9        SPINAL_CORD     5  D0.035cc[Gy]  <=  30     V2
            T10       PARTIAL_CORD    1  D10%[Gy]      <   10     V2
            T11       PARTIAL_CORD    3  D10%[Gy]      <   18     V2
            T12       PARTIAL_CORD    5  D10%[Gy]      <   23     V2
            T13-D5cc  CAUDA_EQUINA    1  D5cc[Gy]      <   14     V2
            T13-max   CAUDA_EQUINA    1  D0.035cc[Gy]  <=  16     V2
            T14-D5cc  CAUDA_EQUINA    3  D5cc[Gy]      <   21.9   V2
            T14-max   CAUDA_EQUINA    3  D0.035cc[Gy]  <=  24     V2
            T15-D5cc  CAUDA_EQUINA    5  D5cc[Gy]      <   30     V2
            T15-max   CAUDA_EQUINA    5  D0.035cc[Gy]  <=  32     V2
            T16-D5cc  SACRAL_PLEXUS   1  D5cc[Gy]      <   14.4   V2
            T16-max   SACRAL_PLEXUS   1  D0.035cc[Gy]  <=  16     V2
            T17-D5cc  SACRAL_PLEXUS   3  D5cc[Gy]      <   22.5   V2
            T17-max   SACRAL_PLEXUS   3  D0.035cc[Gy]  <=  24     V2
            T18-D5cc  SACRAL_PLEXUS   5  D5cc[Gy]      <   30     V2
            T18-max   SACRAL_PLEXUS   5  D0.035cc[Gy]  <=  32     V2
            T19-D0.5cc BRAINSTEM      1  D0.5cc[Gy]    <   10     V2
            T19-max   BRAINSTEM       1  D0.035cc[Gy]  <=  15     V2
            T20-D0.5cc BRAINSTEM      3  D0.5cc[Gy]    <   18     V2
            T20-max   BRAINSTEM       3  D0.035cc[Gy]  <=  23.1   V2
            T21-D0.5cc BRAINSTEM      5  D0.5cc[Gy]    <   23     V2
            T21-max   BRAINSTEM       5  D0.035cc[Gy]  <=  31     V2
            T22-1fx   BRACHIAL_PLEXUS 1  D3cc[Gy]      <   14     V2
            T22-3fx   BRACHIAL_PLEXUS 3  D3cc[Gy]      <   20.4   V2
            T22-5fx   BRACHIAL_PLEXUS 5  D3cc[Gy]      <   27     V2
            T23-1fx   BRACHIAL_PLEXUS 1  D0.035cc[Gy]  <=  17.5   V2
            T23-3fx   BRACHIAL_PLEXUS 3  D0.035cc[Gy]  <=  24     V2
            T23-5fx   BRACHIAL_PLEXUS 5  D0.035cc[Gy]  <=  30.5   V2
            T24-1fx   ESOPHAGUS       1  D5cc[Gy]      <   11.9   V2
            T24-3fx   ESOPHAGUS       3  D5cc[Gy]      <   17.7   V2
            T24-5fx   ESOPHAGUS       5  D5cc[Gy]      <   19.5   V2
            T25-1fx   ESOPHAGUS       1  D0.035cc[Gy]  <=  15.4   V2
            T25-3fx   ESOPHAGUS       3  D0.035cc[Gy]  <=  25.2   V2
            T25-5fx   ESOPHAGUS       5  D0.035cc[Gy]  <=  35     V2
            """,
            "HYTEC",
            """
            H1        SPINAL_CORD     1  Max[Gy]       <=  14     V1
            H2        SPINAL_CORD     2  Max[Gy]       <=  17     V1
            H3        SPINAL_CORD     3  Max[Gy]       <=  20.3   V1
            H4        SPINAL_CORD     4  Max[Gy]       <=  23     V1
            H5        SPINAL_CORD     5  Max[Gy]       <=  25.3   V1
            S1        THECAL_SAC      1  Max[Gy]       <=  12.4   V1
            S2        THECAL_SAC      2  Max[Gy]       <=  17     V1
            S3        THECAL_SAC      3  Max[Gy]       <=  20.3   V1
            S4        THECAL_SAC      4  Max[Gy]       <=  23     V1
            S5        THECAL_SAC      5  Max[Gy]       <=  25.3   V1
            KG3       SPINAL_CORD     3  Max[Gy]       <=  23.1   V2 shown
            KG4       SPINAL_CORD     4  Max[Gy]       <=  26.2   V2 shown
            KG5       SPINAL_CORD     5  Max[Gy]       <=  28.8   V2 shown
            """,
            "QUANTEC",
            """
            Q1        SPINAL_CORD     1  Max[Gy]       <=  13     V1
            Q2        SPINAL_CORD     3  Max[Gy]       <=  20     V1
            """,
            "TIMMERMAN2022",
            """
            cord-1fx-D0.35cc    SPINAL_CANAL     1  D0.35cc[Gy]   <   10     V2
            cord-1fx-max        SPINAL_CANAL     1  D0.035cc[Gy]  <=  14     V2
            cord-3fx-D0.35cc    SPINAL_CANAL     3  D0.35cc[Gy]   <   15.9   V2
            cord-3fx-max        SPINAL_CANAL     3  D0.035cc[Gy]  <=  22.5   V2
            cord-4fx-D0.35cc    SPINAL_CANAL     4  D0.35cc[Gy]   <   18     V2
            cord-4fx-max        SPINAL_CANAL     4  D0.035cc[Gy]  <=  25.6   V2
            cord-5fx-D0.35cc    SPINAL_CANAL     5  D0.35cc[Gy]   <   22     V2
            cord-5fx-max        SPINAL_CANAL     5  D0.035cc[Gy]  <=  28     V2
            cauda-1fx-D5cc      CAUDA_EQUINA     1  D5cc[Gy]      <   14     V2
            cauda-1fx-max       CAUDA_EQUINA     1  D0.035cc[Gy]  <=  16     V2
            cauda-3fx-D5cc      CAUDA_EQUINA     3  D5cc[Gy]      <   21.9   V2
            cauda-3fx-max       CAUDA_EQUINA     3  D0.035cc[Gy]  <=  25.5   V2
            cauda-4fx-D5cc      CAUDA_EQUINA     4  D5cc[Gy]      <   26     V2
            cauda-4fx-max       CAUDA_EQUINA     4  D0.035cc[Gy]  <=  28.8   V2
            cauda-5fx-D5cc      CAUDA_EQUINA     5  D5cc[Gy]      <   30     V2
            cauda-5fx-max       CAUDA_EQUINA     5  D0.035cc[Gy]  <=  31.5   V2
            brachial-1fx-D3cc   BRACHIAL_PLEXUS  1  D3cc[Gy]      <   13.6   V2
            brachial-1fx-max    BRACHIAL_PLEXUS  1  D0.035cc[Gy]  <=  16.4   V2
            brachial-3fx-D3cc   BRACHIAL_PLEXUS  3  D3cc[Gy]      <   22     V2
            brachial-3fx-max    BRACHIAL_PLEXUS  3  D0.035cc[Gy]  <=  26     V2
            brachial-4fx-D3cc   BRACHIAL_PLEXUS  4  D3cc[Gy]      <   24.8   V2
            brachial-4fx-max    BRACHIAL_PLEXUS  4  D0.035cc[Gy]  <=  29.6   V2
            brachial-5fx-D3cc   BRACHIAL_PLEXUS  5  D3cc[Gy]      <   27     V2
            brachial-5fx-max    BRACHIAL_PLEXUS  5  D0.035cc[Gy]  <=  32.5   V2
            sacral-1fx-D5cc     SACRAL_PLEXUS    1  D5cc[Gy]      <   14.4   V2
            sacral-1fx-max      SACRAL_PLEXUS    1  D0.035cc[Gy]  <=  16     V2
            sacral-3fx-D5cc     SACRAL_PLEXUS    3  D5cc[Gy]      <   22.5   V2
            sacral-4fx-D5cc     SACRAL_PLEXUS    4  D5cc[Gy]      <   26     V2
            sacral-5fx-D5cc     SACRAL_PLEXUS    5  D5cc[Gy]      <   30     V2
            sacral-5fx-max      SACRAL_PLEXUS    5  D0.035cc[Gy]  <=  32     V2
            """,
            "SAFRON2",
            """
            cord-1fx            SPINAL_CORD      1  D0.03cc[Gy]   <=  12     V1
            cord-4fx            SPINAL_CORD      4  D0.03cc[Gy]   <=  20.8   V1
            """,
            "FASTRACK2",
            """
            canal-1fx           SPINAL_CANAL     1  D0.03cc[Gy]   <   12     V1
            canal-3fx           SPINAL_CANAL     3  D0.03cc[Gy]   <   18     V1
            """,
            "SPINE2025",
            """
            prv-1fx-V14Gy       CORD_PRV         1  V14Gy[cc]     <   0.03   V1
            prv-1fx-V10Gy       CORD_PRV         1  V10Gy[cc]     <   0.35   V1
            prv-2fx-V19Gy       CORD_PRV         2  V19Gy[cc]     <   0.03   V1
            prv-2fx-V13.5Gy     CORD_PRV         2  V13.5Gy[cc]   <   0.3    V1
            cauda-1fx-V16Gy     CAUDA_EQUINA     1  V16Gy[cc]     <   0.03   V1
            cauda-1fx-V12Gy     CAUDA_EQUINA     1  V12Gy[cc]     <   0.35   V1
            cauda-2fx-V22Gy     CAUDA_EQUINA     2  V22Gy[cc]     <   0.03   V1
            cauda-2fx-V16.5Gy   CAUDA_EQUINA     2  V16.5Gy[cc]   <   0.35   V1
            """,
            "LOVELOCK2010",
            """
            cord-1fx            SPINAL_CORD      1  Max[Gy]       <=  12-14  V1 shown
            cauda-1fx           CAUDA_EQUINA     1  Max[Gy]       <=  16     V1 shown
            """,
            "REDMOND2017",
            """
            none-1fx                SPINAL_CORD  1  Max[Gy]   <=  10-14  V1 shown
            none-1fx-D10pct         PARTIAL_CORD 1  D10%[Gy]  <   10     V1 shown
            none-2fx                SPINAL_CORD  2  Max[Gy]   <=  17     V1 shown
            none-3fx                SPINAL_CORD  3  Max[Gy]   <=  18-21  V1 shown
            none-4fx                SPINAL_CORD  4  Max[Gy]   <=  23-26  V1 shown
            none-5fx                SPINAL_CORD  5  Max[Gy]   <=  25-30  V1 shown
            compromised-1fx         SPINAL_CORD  1  Max[Gy]   <=  8-14   V1 shown
            compromised-1fx-D10pct  PARTIAL_CORD 1  D10%[Gy]  <   10     V1 shown
            compromised-2fx         SPINAL_CORD  2  Max[Gy]   <=  17     V1 shown
            compromised-3fx         SPINAL_CORD  3  Max[Gy]   <=  18-21  V1 shown
            compromised-4fx         SPINAL_CORD  4  Max[Gy]   <=  23-26  V1 shown
            compromised-5fx         SPINAL_CORD  5  Max[Gy]   <=  25-28  V1 shown
            """,
            "REDMOND2017-RETREATMENT",
            """
            8x1-1fx    SPINAL_CORD  1  Max[Gy]  <=  9          V1 shown
            8x1-2fx    SPINAL_CORD  2  Max[Gy]  <=  12.2       V1 shown
            8x1-3fx    SPINAL_CORD  3  Max[Gy]  <=  14-21      V1 shown
            8x1-4fx    SPINAL_CORD  4  Max[Gy]  <=  16.2       V1 shown
            8x1-5fx    SPINAL_CORD  5  Max[Gy]  <=  17.5-27.5  V1 shown
            20x5-1fx   SPINAL_CORD  1  Max[Gy]  <=  9-12       V1 shown
            20x5-2fx   SPINAL_CORD  2  Max[Gy]  <=  12.2       V1 shown
            20x5-3fx   SPINAL_CORD  3  Max[Gy]  <=  14-21      V1 shown
            20x5-4fx   SPINAL_CORD  4  Max[Gy]  <=  16.2       V1 shown
            20x5-5fx   SPINAL_CORD  5  Max[Gy]  <=  15-27.5    V1 shown
            30x10-1fx  SPINAL_CORD  1  Max[Gy]  <=  9-12       V1 shown
            30x10-2fx  SPINAL_CORD  2  Max[Gy]  <=  12.2       V1 shown
            30x10-3fx  SPINAL_CORD  3  Max[Gy]  <=  14-21      V1 shown
            30x10-4fx  SPINAL_CORD  4  Max[Gy]  <=  16.2-24    V1 shown
            30x10-5fx  SPINAL_CORD  5  Max[Gy]  <=  17.5-26    V1 shown
            40x20-1fx  SPINAL_CORD  1  Max[Gy]  <=  9-12       V1 shown
            40x20-2fx  SPINAL_CORD  2  Max[Gy]  <=  12.2       V1 shown
            40x20-3fx  SPINAL_CORD  3  Max[Gy]  <=  14-21      V1 shown
            40x20-4fx  SPINAL_CORD  4  Max[Gy]  <=  16.2       V1 shown
            40x20-5fx  SPINAL_CORD  5  Max[Gy]  <=  12-25      V1 shown
            45x25-1fx  SPINAL_CORD  1  Max[Gy]  <=  9-12       V1 shown
            45x25-2fx  SPINAL_CORD  2  Max[Gy]  <=  12.2       V1 shown
            45x25-3fx  SPINAL_CORD  3  Max[Gy]  <=  14-21      V1 shown
            45x25-4fx  SPINAL_CORD  4  Max[Gy]  <=  16.2       V1 shown
            45x25-5fx  SPINAL_CORD  5  Max[Gy]  <=  12-18      V1 shown
            """);

    private static final Map<String, String> DOIS = tables(
            "SEPARATION", "",
            "TG101", "10.1118/1.3438081",
            "HYTEC", "10.1016/j.ijrobp.2019.09.038",
            "QUANTEC", "10.1016/j.ijrobp.2009.04.095",
            "TIMMERMAN2022", "10.1016/j.ijrobp.2021.09.027",
            "SAFRON2", "10.1186/s12885-016-2227-z",
            "FASTRACK2", "10.1186/s12885-018-4916-2",
            "SPINE2025", "10.1186/s12885-025-13655-6",
            "LOVELOCK2010", "10.1016/j.ijrobp.2009.10.003",
            "REDMOND2017", "10.3171/2016.8.SPINE16121",
            "REDMOND2017-RETREATMENT", "10.3171/2016.8.SPINE16121");

    private static Map<String, String> tables(String... pairs) {
        Map<String, String> map = new TreeMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put(pairs[i], pairs[i + 1]);
        }
        return map;
    }

    /** HyTEC's limits on the thecal sac are those of Sahgal 2013. */
    private static final String SAHGAL_2013 = "10.1016/j.ijrobp.2012.05.007";

    static List<String> ids() {
        return ConstraintSets.builtInIds();
    }

    @Test
    void everySetHasItsTable() {
        assertThat(ids()).containsExactlyInAnyOrderElementsOf(LITERATURE.keySet());
        assertThat(ids()).containsAll(ConstraintSets.defaultIds());
    }

    @ParameterizedTest
    @MethodSource("ids")
    void holdsExactlyTheLimitsOfTheLiterature(String set) {
        Map<String, String> published = LITERATURE
                .get(set)
                .lines()
                .map(line -> line.trim().replaceAll(" +", " "))
                .collect(Collectors.toMap(line -> line.split(" ")[0], line -> line, (a, b) -> a, TreeMap::new));
        Map<String, String> built = ConstraintSets.load(set).constraints().stream()
                .collect(Collectors.toMap(Constraint::id, BuiltInSetsTest::row, (a, b) -> a, TreeMap::new));
        assertThat(built).isEqualTo(published);
    }

    private static String row(Constraint c) {
        String limit = number(c.limit());
        String range = c.rangeFrom().isPresent() ? number(c.rangeFrom().getAsDouble()) + "-" + limit : limit;
        return String.join(
                        " ",
                        c.id(),
                        c.structureKind().name(),
                        "" + c.fractions(),
                        c.metric().expression(),
                        c.comparison().symbol(),
                        range,
                        c.source().status().name())
                + (c.level() == Level.INFORMATION ? " shown" : "");
    }

    private static String number(double v) {
        return v == Math.rint(v) ? "" + (int) v : "" + v;
    }

    @ParameterizedTest
    @MethodSource("ids")
    void everyRowNamesItsSource(String id) {
        ConstraintSet set = ConstraintSets.load(id);
        assertThat(set.id()).isEqualTo(id);
        assertThat(set.sha256()).matches("[0-9a-f]{64}");
        assertThat(set.constraints()).allSatisfy(c -> {
            boolean ofSahgal = c.id().matches("S[1-5]");
            if (!id.equals("SEPARATION")) {
                assertThat(c.source().doi()).isEqualTo(ofSahgal ? SAHGAL_2013 : DOIS.get(id));
            }
            assertThat(c.source().citation()).contains("20");
            assertThat(c.source().where()).isNotBlank();
            assertThat(c.endpoint()).isNotBlank();
            assertThat(c.source().readAt()).isNotEmpty().allMatch(a -> a.startsWith("http"));
            assertThat(c.unit()).isEqualTo(c.metric().unit());
            if (c.source().status() == Verification.V2) {
                assertThat(c.source().readAt()).hasSizeGreaterThanOrEqualTo(2);
            }
        });
    }

    /** A risk is worth as much as the events behind it: where one is printed, so is their number, where it is known. */
    @Test
    void risksComeWithTheirEvents() {
        assertThat(ConstraintSets.load("HYTEC").constraints())
                .filteredOn(c -> c.id().matches("S[1-5]"))
                .hasSize(5)
                .allSatisfy(c -> {
                    assertThat(c.risk()).isEqualTo("5 % or less");
                    assertThat(c.events()).contains("9 myelopathies", "66");
                });
        assertThat(ConstraintSets.load("HYTEC").constraints())
                .filteredOn(c -> c.id().startsWith("KG"))
                .hasSize(3)
                .allSatisfy(c -> {
                    assertThat(c.events()).contains("3 myelopathies in 278");
                    assertThat(c.note()).contains("extrapolated");
                });
    }

    /** No row for another number of fractions may be guessed from its neighbours. */
    @Test
    void keepsTheGapsOfItsSources() {
        assertThat(ConstraintSets.load("TG101").forFractions(2)).isEmpty();
        assertThat(ConstraintSets.load("TG101").forFractions(4)).isEmpty();
        assertThat(ConstraintSets.load("QUANTEC").forFractions(5)).isEmpty();
        assertThat(ConstraintSets.load("TIMMERMAN2022").forFractions(2)).isEmpty();
        assertThat(ConstraintSets.load("SAFRON2").forFractions(3)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("ids")
    void limitsOnTheCordAreAlwaysRequired(String id) {
        assertThat(ConstraintSets.load(id).constraints())
                .allSatisfy(c -> assertThat(c.requirement())
                        .isEqualTo(
                                c.level() == Level.INFORMATION
                                        ? Requirement.NEVER
                                        : c.structureKind() == StructureKind.SPINAL_CORD
                                                ? Requirement.ALWAYS
                                                : Requirement.IF_PRESENT));
    }
}

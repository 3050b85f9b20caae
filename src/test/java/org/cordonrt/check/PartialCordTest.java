package org.cordonrt.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.cordonrt.constraint.ConstraintResult;
import org.cordonrt.constraint.MatchedBy;
import org.cordonrt.constraint.StructureAliases;
import org.cordonrt.constraint.StructureKind;
import org.cordonrt.constraint.Substitution;
import org.cordonrt.constraint.ToleranceBand;
import org.cordonrt.issue.IssueCode;
import org.cordonrt.lq.LinearQuadratic;
import org.cordonrt.metric.Metric;
import org.cordonrt.plan.Contour;
import org.cordonrt.plan.Point3;
import org.cordonrt.plan.Structure;
import org.cordonrt.plan.TreatmentCase;
import org.cordonrt.report.JsonReport;
import org.cordonrt.report.TextReport;
import org.cordonrt.report.TextStyle;
import org.junit.jupiter.api.Test;

class PartialCordTest {
    private static final TreatmentCase SMALL = Cases.small();
    private static final Point3 MIDDLE = new Point3(3.5, 42, -200);

    private static List<AssessedStructure> partial(Assessment a) {
        return a.structures().stream()
                .filter(s -> s.match().kind() == StructureKind.PARTIAL_CORD)
                .toList();
    }

    /** A square column of 8 x 8 mm, planes 3 mm apart. */
    private static Structure column(String name, double x, double fromZ, double toZ) {
        List<Contour> contours = new ArrayList<>();
        for (double z = fromZ; z <= toZ; z += 3) {
            contours.add(Cases.square(new Point3(MIDDLE.x() + x, MIDDLE.y(), MIDDLE.z() + z), 4));
        }
        return Structure.of(0, name, contours);
    }

    private static TreatmentCase of(Structure cord, Structure... targets) {
        TreatmentCase c = Cases.replacing(SMALL, "SpinalCord", cord);
        for (String name : List.of("GTV", "CTV", "PTV")) {
            c = Cases.without(c, name);
        }
        List<Structure> all = new ArrayList<>(c.structures().structures());
        for (Structure t : targets) {
            all.add(Structure.of(100 + all.size(), t.name(), t.contours()));
        }
        return Cases.withStructures(c, all);
    }

    @Test
    void theCordFromSixMillimetresAboveToSixBelowTheTarget() {
        // The target's slabs reach from -4.5 to 4.5 mm; 21 mm of a cord of 64 mm2.
        TreatmentCase c = of(column("SpinalCord", 0, -15, 15), column("PTV", 10, -3, 3));
        AssessedStructure part =
                partial(PlanCheck.assess(c, CheckOptions.defaults())).get(0);
        assertThat(part.name()).startsWith("Derived");
        assertThat(part.match().matchedBy()).isEqualTo(MatchedBy.DERIVED);
        assertThat(part.volumeCc()).hasValueCloseTo(0.064 * 21, within(1e-12));
        AssessedStructure narrow = partial(
                        PlanCheck.assess(c, CheckOptions.defaults().withPartialCordMm(5)))
                .get(0);
        assertThat(narrow.volumeCc()).hasValueCloseTo(0.064 * 19, within(1e-12));
    }

    /** The whole cord meets a limit in percent more easily, so it must not take the part's place. */
    @Test
    void whatStandsInIsTestedBesideIt() {
        LimitRules rules = new LimitRules(
                ToleranceBand.NONE,
                List.of(Substitution.parse("partial-cord=SpinalCord")),
                StructureAliases.none(),
                LinearQuadratic.ofCord());
        Assessment a = PlanCheck.assess(SMALL, CheckOptions.defaults().withRules(rules));
        assertThat(a.constraints())
                .filteredOn(r -> r.constraint().id().equals("T10") && r.structure() != null)
                .extracting(ConstraintResult::isSubstituted)
                .containsExactly(false, true);
    }

    @Test
    void limitsInPercentAreTestedOnItAndSayThatItIsDerived() {
        Assessment a = PlanCheck.assess(SMALL, CheckOptions.defaults());
        List<ConstraintResult> tested = a.constraints().stream()
                .filter(r -> r.structure() != null && r.structure().kind() == StructureKind.PARTIAL_CORD)
                .toList();
        assertThat(tested).extracting(r -> r.constraint().id()).containsExactly("T10");
        assertThat(tested.get(0).structure()).isNotNull();
        assertThat(a.issues()).anyMatch(i -> i.code() == IssueCode.PARTIAL_CORD_DERIVED);
        assertThat(TextReport.of(a, TextStyle.plain()))
                .contains("Derived partial cord  D10%")
                .contains("Derived partial cord: 'SpinalCord' from");
        assertThat(new String(JsonReport.of(a), java.nio.charset.StandardCharsets.UTF_8))
                .contains("\"name\": \"Derived partial cord\"", "\"matchedBy\": \"DERIVED\"", "\"roiNumber\": -1");
    }

    @Test
    void aContouredPartialCordWins() {
        List<Structure> all = new ArrayList<>(SMALL.structures().structures());
        all.add(Structure.of(77, "SpinalCord_Subvolume", column("x", 0, -6, 6).contours()));
        Assessment a = PlanCheck.assess(Cases.withStructures(SMALL, all), CheckOptions.defaults());
        assertThat(partial(a)).extracting(s -> s.match().matchedBy()).doesNotContain(MatchedBy.DERIVED);
        assertThat(a.issues()).noneMatch(i -> i.code() == IssueCode.PARTIAL_CORD_DERIVED);
    }

    @Test
    void levelsThatLieApartAreTestedOneByOneAndOthersTogether() {
        Structure cord = column("SpinalCord", 0, -45, 45);
        Assessment apart = PlanCheck.assess(
                of(cord, column("PTV1", 10, -33, -30), column("PTV2", 10, 30, 33)), CheckOptions.defaults());
        assertThat(partial(apart))
                .extracting(AssessedStructure::name)
                .containsExactly("Derived partial cord 1", "Derived partial cord 2");
        assertThat(partial(apart)).allSatisfy(s -> assertThat(s.volumeCc()).hasValueCloseTo(0.064 * 18, within(1e-12)));
        Assessment near = PlanCheck.assess(
                of(cord, column("PTV1", 10, -9, -6), column("PTV2", 10, 0, 3)), CheckOptions.defaults());
        assertThat(partial(near)).hasSize(1);
        assertThat(partial(near).get(0).volumeCc()).hasValueCloseTo(0.064 * (10.5 + 4.5 + 12), within(1e-12));
    }

    @Test
    void withoutCordBesideATargetThereIsNone() {
        assertThat(partial(PlanCheck.assess(
                        of(column("SpinalCord", 0, -45, -30), column("PTV", 10, 10, 13)), CheckOptions.defaults())))
                .isEmpty();
        assertThat(partial(PlanCheck.assess(of(column("SpinalCord", 0, -15, 15)), CheckOptions.defaults())))
                .isEmpty();
    }

    @Test
    void aTargetAsLongAsTheCordMakesAllOfItThePart() {
        Assessment a = PlanCheck.assess(
                of(column("SpinalCord", 0, -15, 15), column("PTV", 10, -15, 15)), CheckOptions.defaults());
        AssessedStructure part = partial(a).get(0);
        AssessedStructure cord = a.cord().orElseThrow();
        Metric d10 = Metric.parse("D10%[Gy]");
        assertThat(part.volumeCc()).isEqualTo(cord.volumeCc());
        assertThat(value(part, d10)).isEqualTo(value(cord, d10));
        assertThat(a.issues()).anyMatch(i -> i.code() == IssueCode.CORD_TOO_SHORT);
    }

    private static double value(AssessedStructure s, Metric m) {
        return s.metrics().stream()
                .filter(v -> v.metric().equals(m))
                .findFirst()
                .orElseThrow()
                .value();
    }
}

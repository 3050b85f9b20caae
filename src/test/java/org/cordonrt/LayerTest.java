package org.cordonrt;

import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;

/** The one-way layers: a package may use only what is named here. */
@AnalyzeClasses(packages = "org.cordonrt", importOptions = ImportOption.DoNotIncludeTests.class)
class LayerTest {

    @ArchTest
    static final ArchRule LAYERS = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("issue")
            .definedBy("org.cordonrt.issue")
            .layer("metric")
            .definedBy("org.cordonrt.metric")
            .layer("plan")
            .definedBy("org.cordonrt.plan")
            .layer("dicom")
            .definedBy("org.cordonrt.dicom")
            .layer("rt")
            .definedBy("org.cordonrt.rt")
            .layer("geometry")
            .definedBy("org.cordonrt.geometry")
            .layer("dvh")
            .definedBy("org.cordonrt.dvh")
            .layer("contours")
            .definedBy("org.cordonrt.contours")
            .layer("margin")
            .definedBy("org.cordonrt.margin")
            .layer("probe")
            .definedBy("org.cordonrt.probe")
            .layer("constraint")
            .definedBy("org.cordonrt.constraint")
            .layer("lq")
            .definedBy("org.cordonrt.lq")
            .layer("check")
            .definedBy("org.cordonrt.check")
            .layer("illustration")
            .definedBy("org.cordonrt.illustration")
            .layer("reirradiation")
            .definedBy("org.cordonrt.reirradiation")
            .layer("robust")
            .definedBy("org.cordonrt.robust")
            .layer("report")
            .definedBy("org.cordonrt.report..")
            .layer("phantom")
            .definedBy("org.cordonrt.phantom")
            .layer("analytic")
            .definedBy("org.cordonrt.phantom.analytic")
            .layer("selftest")
            .definedBy("org.cordonrt.selftest")
            .layer("diff")
            .definedBy("org.cordonrt.diff")
            .layer("cli")
            .definedBy("org.cordonrt.cli")
            .withOptionalLayers(true)
            .whereLayer("issue")
            .mayNotAccessAnyLayer()
            .whereLayer("metric")
            .mayOnlyAccessLayers("issue", "plan")
            .whereLayer("plan")
            .mayOnlyAccessLayers("issue")
            .whereLayer("dicom")
            .mayOnlyAccessLayers("issue")
            .whereLayer("rt")
            .mayOnlyAccessLayers("issue", "plan", "dicom")
            .whereLayer("geometry")
            .mayOnlyAccessLayers("issue", "plan")
            .whereLayer("dvh")
            .mayOnlyAccessLayers("issue", "plan", "metric", "geometry")
            .whereLayer("margin")
            .mayOnlyAccessLayers("issue", "plan", "geometry")
            .whereLayer("contours")
            .mayOnlyAccessLayers("issue", "plan", "geometry")
            .whereLayer("probe")
            .mayOnlyAccessLayers("issue", "plan", "geometry", "margin")
            .whereLayer("constraint")
            .mayOnlyAccessLayers("issue", "metric", "plan")
            .whereLayer("check")
            .mayOnlyAccessLayers(
                    "issue", "plan", "metric", "geometry", "dvh", "margin", "contours", "probe", "constraint", "lq")
            .whereLayer("lq")
            .mayNotAccessAnyLayer()
            .whereLayer("illustration")
            .mayOnlyAccessLayers("issue", "plan", "metric", "geometry", "probe", "constraint", "check")
            .whereLayer("report")
            .mayOnlyAccessLayers(
                    "issue",
                    "plan",
                    "metric",
                    "constraint",
                    "lq",
                    "check",
                    "illustration",
                    "reirradiation",
                    "robust",
                    "diff",
                    "analytic",
                    "selftest")
            .whereLayer("reirradiation")
            .mayOnlyAccessLayers("issue", "plan", "metric", "geometry", "dvh", "constraint", "lq", "check")
            .whereLayer("robust")
            .mayOnlyAccessLayers("issue", "plan", "metric", "geometry", "dvh", "constraint", "check")
            .whereLayer("diff")
            .mayOnlyAccessLayers("issue")
            .whereLayer("phantom")
            .mayOnlyAccessLayers("issue", "plan", "dicom")
            .whereLayer("analytic")
            .mayOnlyAccessLayers("issue", "plan", "metric", "dicom", "phantom")
            .whereLayer("selftest")
            .mayOnlyAccessLayers("issue", "plan", "metric", "geometry", "rt", "check", "phantom", "analytic")
            .whereLayer("cli")
            .mayNotBeAccessedByAnyLayer();

    @ArchTest
    static final ArchRule NO_CYCLES =
            slices().matching("org.cordonrt.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule ONLY_THE_COMMAND_LINE_TALKS = ArchRuleDefinition.noClasses()
            .that()
            .resideOutsideOfPackage("org.cordonrt.cli")
            .should()
            .callMethod(System.class, "exit", int.class)
            .orShould()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err");

    @ArchTest
    static final ArchRule PICOCLI_STAYS_IN_THE_COMMAND_LINE = ArchRuleDefinition.noClasses()
            .that()
            .resideOutsideOfPackage("org.cordonrt.cli")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("picocli..");
}

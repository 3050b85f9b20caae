package org.cordonrt;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;

/** What a program that uses the library sees: which packages, and what their signatures may mention. */
@AnalyzeClasses(packages = "org.cordonrt", importOptions = ImportOption.DoNotIncludeTests.class)
class PublicApiTest {
    private static final Set<String> PUBLIC = Set.of(
            "org.cordonrt",
            "org.cordonrt.issue",
            "org.cordonrt.metric",
            "org.cordonrt.plan",
            "org.cordonrt.rt",
            "org.cordonrt.geometry",
            "org.cordonrt.dvh",
            "org.cordonrt.margin",
            "org.cordonrt.constraint",
            "org.cordonrt.lq",
            "org.cordonrt.check",
            "org.cordonrt.report");

    /** Types that say that they are for one thread at a time. */
    private static final Set<String> FOR_ONE_THREAD = Set.of("TreatmentCaseBuilder", "DvhEvaluator");

    private static final DescribedPredicate<JavaClass> IN_PUBLIC_PACKAGES =
            DescribedPredicate.describe("in public packages", c -> PUBLIC.contains(c.getPackageName()));

    private static final DescribedPredicate<JavaClass> PUBLIC_TYPES =
            DescribedPredicate.describe("public types", PublicApiTest::isPublicType);

    @ArchTest
    static final ArchRule EVERY_OTHER_PACKAGE_IS_MARKED_INTERNAL = classes()
            .that()
            .haveSimpleName("package-info")
            .should(new ArchCondition<>("be of a public package or marked") {
                @Override
                public void check(JavaClass info, ConditionEvents events) {
                    boolean isMarked = info.isAnnotatedWith(Internal.class);
                    events.add(new SimpleConditionEvent(
                            info,
                            isMarked != PUBLIC.contains(info.getPackageName()),
                            info.getPackageName() + (isMarked ? " is marked @Internal" : " is not marked @Internal")));
                }
            });

    @ArchTest
    static final ArchRule EVERY_PACKAGE_SAYS_WHAT_MAY_BE_NULL =
            classes().that().haveSimpleName("package-info").should().beAnnotatedWith(NullMarked.class);

    @ArchTest
    static final ArchRule SIGNATURES_MENTION_PUBLIC_TYPES_ONLY = classes()
            .that(PUBLIC_TYPES)
            .should(new ArchCondition<>("mention only Java, JSpecify and public types of Cordon in signatures") {
                @Override
                public void check(JavaClass type, ConditionEvents events) {
                    mentioned(type)
                            .forEach(m -> events.add(new SimpleConditionEvent(
                                    type,
                                    isAllowed(m.type()),
                                    m.where() + " mentions " + m.type().getName())));
                }
            });

    @ArchTest
    static final ArchRule NO_STATIC_STATE = fields().that()
            .areDeclaredInClassesThat()
            .resideOutsideOfPackage("org.cordonrt.cli")
            .and()
            .areStatic()
            .should()
            .beFinal();

    @ArchTest
    static final ArchRule PUBLIC_TYPES_ARE_IMMUTABLE = fields().that()
            .areDeclaredInClassesThat(PUBLIC_TYPES)
            .and()
            .areDeclaredInClassesThat(DescribedPredicate.describe(
                    "for any number of threads", c -> !FOR_ONE_THREAD.contains(c.getSimpleName())))
            .should(new ArchCondition<>("be final, or private caches that are safe to publish") {
                @Override
                public void check(JavaField field, ConditionEvents events) {
                    Set<JavaModifier> is = field.getModifiers();
                    boolean isCache = is.contains(JavaModifier.PRIVATE) && is.contains(JavaModifier.VOLATILE);
                    events.add(new SimpleConditionEvent(
                            field, is.contains(JavaModifier.FINAL) || isCache, field.getFullName() + " may change"));
                }
            });

    @ArchTest
    static final ArchRule NO_OUTPUT_NO_LOGGING_NO_WINDOWS = noClasses()
            .that(IN_PUBLIC_PACKAGES)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.awt..", "javax.swing..", "java.util.logging..", "org.slf4j..", "picocli..")
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(System.Logger.class)
            .orShould()
            .callMethod(Throwable.class, "printStackTrace");

    /** A type in a signature, and which. */
    private record Mention(JavaClass type, String where) {}

    private static Stream<Mention> mentioned(JavaClass type) {
        Stream<Mention> parents = Stream.concat(type.getSuperclass().stream(), type.getInterfaces().stream())
                .flatMap(t -> mentions(t, type.getName()));
        Stream<Mention> values = type.getFields().stream()
                .filter(PublicApiTest::isVisible)
                .flatMap(f -> mentions(f.getType(), f.getFullName()));
        Stream<Mention> code =
                type.getCodeUnits().stream().filter(PublicApiTest::isVisible).flatMap(PublicApiTest::mentioned);
        return Stream.of(parents, values, code).flatMap(s -> s);
    }

    private static Stream<Mention> mentioned(JavaCodeUnit unit) {
        Stream<JavaType> thrown = unit.getThrowsClause().stream().map(t -> t.getRawType());
        return Stream.concat(Stream.concat(Stream.of(unit.getReturnType()), unit.getParameterTypes().stream()), thrown)
                .flatMap(t -> mentions(t, unit.getFullName()));
    }

    private static Stream<Mention> mentions(JavaType type, String where) {
        return type.getAllInvolvedRawTypes().stream().map(raw -> new Mention(raw.getBaseComponentType(), where));
    }

    private static boolean isVisible(JavaMember member) {
        return isOpen(member.getModifiers())
                && !member.getModifiers().contains(JavaModifier.SYNTHETIC)
                && !member.isAnnotatedWith(Internal.class);
    }

    private static boolean isOpen(Set<JavaModifier> modifiers) {
        return modifiers.contains(JavaModifier.PUBLIC) || modifiers.contains(JavaModifier.PROTECTED);
    }

    private static boolean isPublicType(JavaClass type) {
        boolean isOpen = PUBLIC.contains(type.getPackageName())
                && type.getModifiers().contains(JavaModifier.PUBLIC)
                && !type.isAnnotatedWith(Internal.class);
        return isOpen
                && type.getEnclosingClass().map(PublicApiTest::isPublicType).orElse(true);
    }

    private static boolean isAllowed(JavaClass type) {
        return type.isPrimitive()
                || type.getName().startsWith("java.")
                || type.getName().startsWith("org.jspecify.annotations.")
                || isPublicType(type);
    }
}

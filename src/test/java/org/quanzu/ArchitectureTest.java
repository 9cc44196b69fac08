package org.quanzu;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.stream.BaseStream;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

@AnalyzeClasses(packages = "org.quanzu", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule theCoreIsPlainJava = noClasses()
            .that()
            .resideInAnyPackage(
                    "..canonical..",
                    "..event..",
                    "..watchlist..",
                    "..fact..",
                    "..profile..",
                    "..scoring..",
                    "..assessor..",
                    "..rulefile..")
            .and()
            .haveSimpleNameNotStartingWith("Cached")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.springframework.beans..",
                    "org.springframework.context..",
                    "org.springframework.web..",
                    "org.springframework.jdbc..",
                    "org.drools..",
                    "org.kie..",
                    "tools.jackson..",
                    "com.fasterxml..");

    @ArchTest
    static final ArchRule onlyRulesKnowsDrools = noClasses()
            .that()
            .resideOutsideOfPackage("..rules..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.drools..", "org.kie..");

    @ArchTest
    static final ArchRule sqlStaysInJdbcClasses = noClasses()
            .that()
            .haveSimpleNameNotContaining("Jdbc")
            .and()
            .resideOutsideOfPackage("..platform..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..", "org.springframework.jdbc.core..");

    @ArchTest
    static final ArchRule caffeineStaysInCachedClasses = noClasses()
            .that()
            .haveSimpleNameNotContaining("Cached")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.github.benmanes.caffeine..");

    @ArchTest
    static final ArchRule theWebStaysAtTheEdge = noClasses()
            .that()
            .resideOutsideOfPackages("..api..", "..console..", "..platform..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework.web..", "jakarta.servlet..");

    @ArchTest
    static final ArchRule onlyThePlatformAsksTheWallClock = noClasses()
            .that()
            .resideOutsideOfPackage("..platform..")
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(LocalDateTime.class, "now")
            .orShould()
            .callMethod(OffsetDateTime.class, "now")
            .orShould()
            .callMethod(ZonedDateTime.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis");

    @ArchTest
    static final ArchRule nothingRunsOnTheCommonPool = noClasses()
            .should()
            .callMethodWhere(describe("its threads do not see the classes inside the packaged jar", call -> {
                String name = call.getName();
                return name.equals("parallelStream")
                        || name.equals("commonPool")
                        || name.equals("parallel") && call.getTargetOwner().isAssignableTo(BaseStream.class)
                        || name.endsWith("Async")
                                && call.getTargetOwner().isAssignableTo(CompletionStage.class)
                                && call.getTarget().getRawParameterTypes().stream()
                                        .noneMatch(type -> type.isEquivalentTo(Executor.class));
            }));

    @ArchTest
    static final ArchRule adaptersArePackagePrivate = classes()
            .that()
            .haveSimpleNameStartingWith("Jdbc")
            .or()
            .haveNameMatching(".*\\.Cached(?!Person$)\\w+")
            .or()
            .haveSimpleNameStartingWith("Drools")
            .or()
            .haveSimpleNameStartingWith("Kafka")
            .or()
            .haveSimpleNameEndingWith("Controller")
            .should()
            .bePackagePrivate();

    @ArchTest
    static final ArchRule nothingIsInjectedIntoFields = fields().should()
            .notBeAnnotatedWith("org.springframework.beans.factory.annotation.Autowired")
            .andShould()
            .notBeAnnotatedWith("org.springframework.beans.factory.annotation.Value");

    @ArchTest
    static final ArchRule namesSayWhatThingsAre = noClasses()
            .should()
            .haveSimpleNameEndingWith("Impl")
            .orShould()
            .haveSimpleNameEndingWith("Manager")
            .orShould()
            .haveSimpleNameEndingWith("Helper")
            .orShould()
            .haveSimpleNameEndingWith("Util")
            .orShould()
            .haveSimpleNameEndingWith("Utils")
            .orShould()
            .haveSimpleNameEndingWith("Dto");

    @ArchTest
    static final ArchRule onlyTheCommandLinePrints = noClasses()
            .that()
            .resideOutsideOfPackage("..platform..")
            .and()
            .doNotBelongToAnyOf(Quanzu.class)
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err");

    @ArchTest
    static final ArchRule theHostsLocaleAndCharsetHaveNoSay = noClasses()
            .should()
            .callMethodWhere(DescribedPredicate.describe(
                    "it goes by the default locale or charset; name Locale.ROOT or UTF_8",
                    call -> HostDependentCalls.include(call.getTarget())))
            .orShould()
            .callConstructorWhere(DescribedPredicate.describe(
                    "it goes by the default charset; name UTF_8",
                    call -> HostDependentCalls.include(call.getTarget())));

    @Test
    void keepsTheModuleTable() {
        ApplicationModules.of(Quanzu.class).verify();
    }
}

package org.gridloom.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Set;
import java.util.function.BiPredicate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** docs/architecture.md, "Who may import whom", held over every bundle. */
class ArchitectureTest {

    private static final String WS = "jakarta.ws.rs..";
    /** Read by the build and, within the web bundle, at run time: one reader for both. */
    private static final String PAGE_DECLARATION = "org.gridloom.build.ui.declaration..";

    private static final String JPA = "jakarta.persistence..";
    private static final Set<String> HTTP_METHODS = Set.of("GET", "POST", "PUT", "PATCH", "DELETE");

    private static final DescribedPredicate<JavaClass> INTERNAL = resideInAPackage("org.gridloom..internal..");
    private static final DescribedPredicate<JavaClass> OURS = resideInAPackage("org.gridloom..");
    private static final DescribedPredicate<JavaClass> PLATFORM_API =
            OURS.and(not(INTERNAL)).and(resideInAPackage("org.gridloom.platform.."));

    private static final DescribedPredicate<JavaClass> ENTITY = describe(
            "entities",
            type -> type.isAnnotatedWith("jakarta.persistence.Entity")
                    || type.isAnnotatedWith("jakarta.persistence.Embeddable")
                    || type.isAnnotatedWith("jakarta.persistence.MappedSuperclass"));

    private static JavaClasses bundles;

    @BeforeAll
    static void read() {
        bundles = Bundles.classes();
    }

    @Test
    void nobodyImportsWhatIsInternalToAnotherBundle() {
        check(classes()
                .should(dependOnlyOn(
                        "what other bundles export",
                        (origin, target) ->
                                !INTERNAL.test(target) || Bundles.of(origin).equals(Bundles.of(target)))));
    }

    @Test
    void anApiKnowsTheJdkTheSpecificationsAndOtherApisOnly() {
        DescribedPredicate<JavaClass> api = OURS.and(not(INTERNAL))
                .and(not(resideInAnyPackage(
                        "org.gridloom.platform.console..", "org.gridloom.districts..", "org.gridloom.build..")));
        check(classes()
                .that(api)
                .should()
                .onlyDependOnClassesThat(OURS.and(not(INTERNAL))
                        .or(resideInAnyPackage(
                                "java..", "jakarta..", "org.osgi.annotation..", "io.swagger.v3.oas.annotations.."))));
    }

    @Test
    void theDomainKnowsTheJdkAndTheApiOnly() {
        check(classes()
                .that()
                .resideInAPackage("..internal.domain..")
                .should(dependOnlyOn(
                        "the JDK, API types and other domain classes",
                        (origin, target) -> resideInAnyPackage("java..", "..internal.domain..")
                                .or(OURS.and(not(INTERNAL)))
                                .test(target))));
    }

    @Test
    void aStoreKnowsTheDomainAndNoEdge() {
        check(classes()
                .that()
                .resideInAPackage("..internal.store..")
                .should(dependOnlyOn(
                        "the JDK, JPA, API types, domain and other store classes",
                        (origin, target) -> !resideInAnyPackage(
                                        WS, "org.apache.karaf..", "..internal.rest..", "..internal.shell..")
                                .test(target))));
    }

    @Test
    void anEdgeOnlyTranslates() {
        check(noClasses()
                .that()
                .resideInAnyPackage("..internal.rest..", "..internal.shell..")
                .should()
                .dependOnClassesThat(resideInAnyPackage("..internal.store..", JPA, "java.sql..", "javax.sql..")));
    }

    @Test
    void onlyEdgesKnowTheWebAndTheConsole() {
        check(noClasses()
                .that(INTERNAL.and(not(resideInAnyPackage(
                        "org.gridloom.platform.rest..",
                        "org.gridloom.platform.security..",
                        "org.gridloom.platform.console..",
                        "org.gridloom.platform.web..",
                        "..internal.rest..",
                        "..internal.shell.."))))
                .should()
                .dependOnClassesThat(resideInAnyPackage("jakarta.servlet..", "org.apache.karaf.shell..")
                        .or(resideInAPackage(WS))));
    }

    @Test
    void entitiesStayInTheStore() {
        check(classes().that(ENTITY).should().resideInAPackage("..internal.store.."));
        check(noClasses()
                .that()
                .resideOutsideOfPackage("..internal.store..")
                .should()
                .dependOnClassesThat(ENTITY));
    }

    @Test
    void aCapabilityImportsAnotherOnlyThroughItsApi() {
        check(noClasses()
                .that(PLATFORM_API.or(INTERNAL.and(resideInAPackage("org.gridloom.platform.."))))
                .should()
                .dependOnClassesThat(OURS.and(not(resideInAnyPackage("org.gridloom.platform..", PAGE_DECLARATION)))));
    }

    @Test
    void everyRestMethodSaysWhoMayCallItAndForWhichUnit() {
        check(methods()
                .that(describe("answer a request", ArchitectureTest::answersARequest))
                .should(new ArchCondition<>("carry @Anonymous, or @RequiresPermission with @UnitScoped") {
                    @Override
                    public void check(JavaMethod method, ConditionEvents events) {
                        boolean anonymous = carries(method, "Anonymous");
                        boolean permitted = carries(method, "RequiresPermission") && carries(method, "UnitScoped");
                        if (anonymous == permitted) {
                            events.add(SimpleConditionEvent.violated(method, method.getFullName()));
                        }
                    }
                })
                .allowEmptyShould(true));
    }

    @Test
    void timeComesFromTheClockService() {
        ArchRule rule = noClasses()
                .should()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(LocalDateTime.class, "now")
                .orShould()
                .callMethod(OffsetDateTime.class, "now")
                .orShould()
                .callMethod(ZonedDateTime.class, "now")
                .orShould()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis");
        check(rule);
    }

    @Test
    void componentsAreDeclared() {
        check(noClasses().should().implement("org.osgi.framework.BundleActivator"));
    }

    @Test
    void namesTellWhatAClassIs() {
        check(noClasses()
                .should()
                .haveSimpleNameEndingWith("Impl")
                .orShould()
                .haveSimpleNameEndingWith("Manager")
                .orShould()
                .haveSimpleNameEndingWith("Helper")
                .orShould()
                .haveSimpleNameEndingWith("Util")
                .orShould()
                .haveSimpleNameEndingWith("Utils"));
    }

    @Test
    void aBundlesPackagesBeginWithItsName() {
        check(classes().that(INTERNAL).should(new ArchCondition<>("live below their bundle's folder name") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                String bundle = Bundles.of(type);
                String folder = bundle.substring(bundle.lastIndexOf('/') + 1);
                String root =
                        type.getPackageName().substring(0, type.getPackageName().indexOf(".internal"));
                if (!root.endsWith("." + folder)) {
                    events.add(SimpleConditionEvent.violated(type, type.getName() + " in " + folder));
                }
            }
        }));
    }

    private static void check(ArchRule rule) {
        rule.check(bundles);
    }

    private static boolean answersARequest(JavaMethod method) {
        return method.getAnnotations().stream()
                .anyMatch(annotation -> annotation.getRawType().getPackageName().equals("jakarta.ws.rs")
                        && HTTP_METHODS.contains(annotation.getRawType().getSimpleName()));
    }

    private static boolean carries(JavaMethod method, String annotation) {
        return method.isAnnotatedWith("org.gridloom.platform.security." + annotation);
    }

    private static ArchCondition<JavaClass> dependOnlyOn(String what, BiPredicate<JavaClass, JavaClass> allowed) {
        return new ArchCondition<>("depend on " + what + " only") {
            @Override
            public void check(JavaClass origin, ConditionEvents events) {
                for (Dependency dependency : origin.getDirectDependenciesFromSelf()) {
                    if (!allowed.test(origin, dependency.getTargetClass().getBaseComponentType())) {
                        events.add(SimpleConditionEvent.violated(origin, dependency.getDescription()));
                    }
                }
            }
        };
    }
}

package io.gatehouse.web.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.Set;

/**
 * The rules for the packages below a root: that of the product, or that of the fixtures that violate them. The tests of
 * the module {@code dev} use them too.
 */
public final class Rules {

    private static final Set<Class<?>> CLOCKS = Set.of(
            Instant.class,
            Clock.class,
            LocalDate.class,
            LocalDateTime.class,
            OffsetDateTime.class,
            ZonedDateTime.class);

    private Rules() {}

    /** Each rule, by the simple name of the fixture that violates it. */
    public static Map<String, ArchRule> below(String root) {
        return Map.ofEntries(
                Map.entry("ContractLooksUp", contractsDependOnNothingOfGatehouse(root)),
                Map.entry("KernelLooksUp", kernelDependsOnNothingOfGatehouse(root)),
                Map.entry("DomainLooksUp", domainDependsOnNoModule(root)),
                Map.entry("InstallMeetsRegistry", modulesMeetInContracts(root, "install", "registry")),
                Map.entry("RegistryMeetsInstall", modulesMeetInContracts(root, "registry", "install")),
                Map.entry("WebSeesAnEntity", webSeesContractsOnly(root)),
                Map.entry("WebUsesJpa", noJpaAtTheEdge(root)),
                Map.entry("EjbSpeaksHttp", noHttpBehindTheEdge(root)),
                Map.entry("KeepsRowsItself", onlyStoresTouchTheEntityManager(root)),
                Map.entry("AsksTheDatabaseItself", onlyStoresTouchTheDataSource(root)),
                Map.entry("LooksAtTheClock", oneClock(root)),
                Map.entry("NamingUtil", noLeftoverNames(root)),
                Map.entry("TooManyCollaborators", ClassRules.fewCollaborators()),
                Map.entry("LetsExceptionsOut", ClassRules.timersRunScheduledTasks()),
                Map.entry("InjectsAField", ClassRules.beansInjectByConstructor(root)),
                Map.entry("NamedOtherwise", ClassRules.contractsAreImplementedByTheirName(root)),
                Map.entry("InjectsItsOwn", ClassRules.storesAreGivenTheEntityManager(root)),
                Map.entry("OpenResource", ClassRules.everyResourceMethodHasAnAccessRule()));
    }

    private static ArchRule contractsDependOnNothingOfGatehouse(String root) {
        return noClasses()
                .that(resideInAPackage(root + ".contract.."))
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                        root + ".kernel..",
                        root + ".domain..",
                        root + ".install..",
                        root + ".registry..",
                        root + ".web.."))
                .because("contracts do not depend on what implements or uses them");
    }

    private static ArchRule kernelDependsOnNothingOfGatehouse(String root) {
        return noClasses()
                .that(resideInAPackage(root + ".kernel.."))
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                        root + ".contract..",
                        root + ".domain..",
                        root + ".install..",
                        root + ".registry..",
                        root + ".web.."))
                .because("the kernel is infrastructure, independent of agents, claims and organizations");
    }

    private static ArchRule domainDependsOnNoModule(String root) {
        return noClasses()
                .that(resideInAPackage(root + ".domain.."))
                .should()
                .dependOnClassesThat(resideInAnyPackage(root + ".install..", root + ".registry..", root + ".web.."))
                .because("everything else is built on the entities");
    }

    private static ArchRule modulesMeetInContracts(String root, String one, String other) {
        return noClasses()
                .that(resideInAPackage(root + "." + one + ".."))
                .should()
                .dependOnClassesThat(resideInAnyPackage(root + "." + other + "..", root + ".web.."))
                .because("EJB modules communicate through contracts only");
    }

    private static ArchRule webSeesContractsOnly(String root) {
        return noClasses()
                .that(resideInAPackage(root + ".web.."))
                .should()
                .dependOnClassesThat(resideInAnyPackage(root + ".install..", root + ".registry..", root + ".domain.."))
                .because("no entity and no store reaches JAX-RS; the class path of the module has none either");
    }

    private static ArchRule noJpaAtTheEdge(String root) {
        return noClasses()
                .that(resideInAPackage(root + ".web.."))
                .should()
                .dependOnClassesThat(resideInAnyPackage("jakarta.persistence..", "org.eclipse.persistence.."))
                .because("resources use contracts, not tables");
    }

    private static ArchRule noHttpBehindTheEdge(String root) {
        return noClasses()
                .that(resideInAnyPackage(
                        root + ".install..",
                        root + ".registry..",
                        root + ".domain..",
                        root + ".kernel..",
                        root + ".contract.."))
                .should()
                .dependOnClassesThat(resideInAnyPackage("jakarta.ws.rs..", "jakarta.servlet.."))
                .because("only web-war speaks HTTP to callers");
    }

    private static ArchRule onlyStoresTouchTheEntityManager(String root) {
        return noClasses()
                .that(resideInAPackage(root + "..")
                        .and(not(resideInAPackage(root + ".kernel.persistence..")))
                        .and(not(describe("stores", Rules::isStore))))
                .should()
                .dependOnClassesThat(nameMatching("jakarta\\.persistence\\.EntityManager(Factory)?"))
                .because("only a class named ...Store touches EntityManager");
    }

    /** The classes that open the database or check its availability do not query rows, so they are exempt. */
    private static ArchRule onlyStoresTouchTheDataSource(String root) {
        return noClasses()
                .that(resideInAPackage(root + "..")
                        .and(not(resideInAnyPackage(
                                root + ".kernel.database..",
                                root + ".kernel.persistence..",
                                root + ".registry.operation.start..",
                                root + ".registry.operation.health..")))
                        .and(not(describe("stores", Rules::isStore))))
                .should()
                .dependOnClassesThat(nameMatching("javax\\.sql\\.DataSource"))
                .because("only a class named ...Store queries rows");
    }

    private static boolean isStore(JavaClass type) {
        return type.getSimpleName().endsWith("Store");
    }

    private static ArchRule oneClock(String root) {
        return noClasses()
                .that(not(resideInAPackage(root + ".kernel.time..")))
                .should()
                .callMethodWhere(describe("read the clock", call -> isClock(call.getTargetOwner(), call.getName())))
                .because("the time is injected as a java.time.InstantSource");
    }

    private static boolean isClock(JavaClass owner, String method) {
        boolean now = method.equals("now") && CLOCKS.stream().anyMatch(owner::isEquivalentTo);
        boolean system = owner.isEquivalentTo(Clock.class) && method.startsWith("system");
        return now || system || (owner.isEquivalentTo(System.class) && method.equals("currentTimeMillis"));
    }

    private static ArchRule noLeftoverNames(String root) {
        return noClasses()
                .that(resideInAPackage(root + ".."))
                .should()
                .haveNameMatching(".*(Util|Utils|Helper|Manager|Impl)")
                .because("a name states the responsibility of a class");
    }
}

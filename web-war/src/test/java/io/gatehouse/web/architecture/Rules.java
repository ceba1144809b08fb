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
 * The rules, for the packages below a root: the product's, or that of the fixtures which break them. The module {@code dev}
 * keeps them too.
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

    /** Each rule under the simple name of the fixture that breaks it. */
    public static Map<String, ArchRule> below(String root) {
        return Map.ofEntries(
                Map.entry("ContractLooksUp", contractsKnowNothingOfOurs(root)),
                Map.entry("KernelLooksUp", theKernelKnowsNothingOfOurs(root)),
                Map.entry("DomainLooksUp", domainKnowsNoModule(root)),
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
                Map.entry("LetsExceptionsOut", ClassRules.timersCallForChores()),
                Map.entry("InjectsItsOwn", ClassRules.storesAreGivenTheEntityManager(root)),
                Map.entry("OpenResource", ClassRules.everyResourceMethodSaysWhoMay()));
    }

    private static ArchRule contractsKnowNothingOfOurs(String root) {
        return noClasses()
                .that(resideInAPackage(root + ".contract.."))
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                        root + ".kernel..",
                        root + ".domain..",
                        root + ".install..",
                        root + ".registry..",
                        root + ".web.."))
                .because("what modules say to each other is theirs, whatever they are built on");
    }

    private static ArchRule theKernelKnowsNothingOfOurs(String root) {
        return noClasses()
                .that(resideInAPackage(root + ".kernel.."))
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                        root + ".contract..",
                        root + ".domain..",
                        root + ".install..",
                        root + ".registry..",
                        root + ".web.."))
                .because("the kernel knows of no agent, no claim and no organization");
    }

    private static ArchRule domainKnowsNoModule(String root) {
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
                .because("EJB modules meet in contracts only");
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
                .because("resources know contracts, not tables");
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

    /** Whoever opens the database and asks whether it answers does not ask for rows. */
    private static ArchRule onlyStoresTouchTheDataSource(String root) {
        return noClasses()
                .that(resideInAPackage(root + "..")
                        .and(not(resideInAnyPackage(
                                root + ".kernel.database..",
                                root + ".kernel.persistence..",
                                root + ".registry.start..",
                                root + ".registry.health..")))
                        .and(not(describe("stores", Rules::isStore))))
                .should()
                .dependOnClassesThat(nameMatching("javax\\.sql\\.DataSource"))
                .because("only a class named ...Store asks for rows");
    }

    private static boolean isStore(JavaClass type) {
        return type.getSimpleName().endsWith("Store");
    }

    private static ArchRule oneClock(String root) {
        return noClasses()
                .that(not(resideInAPackage(root + ".kernel.time..")))
                .should()
                .callMethodWhere(describe(
                        "look at a clock of their own", call -> isClock(call.getTargetOwner(), call.getName())))
                .because("time comes in as a java.time.InstantSource");
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
                .because("a name says what a class is responsible for");
    }
}

package io.gatehouse.web.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.properties.CanBeAnnotated;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.gatehouse.kernel.schedule.ScheduledTask;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Schedule;
import jakarta.ejb.Timeout;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceContext;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.util.Objects;
import java.util.Set;

/** Rules about single classes. */
final class ClassRules {

    private static final int MAX_COLLABORATORS = 5;
    private static final Set<String> INJECTED = Set.of(
            "jakarta.inject.Inject",
            "jakarta.ejb.EJB",
            "jakarta.annotation.Resource",
            "jakarta.persistence.PersistenceContext");

    private ClassRules() {}

    static ArchRule fewCollaborators() {
        return classes().should(new ArchCondition<>("have at most " + MAX_COLLABORATORS + " collaborators") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                long injected = collaborators(type);
                if (injected > MAX_COLLABORATORS) {
                    events.add(SimpleConditionEvent.violated(
                            type, type.getName() + " has " + injected + " collaborators: split it"));
                }
            }
        });
    }

    /** The injected fields plus the parameters of the injected constructor. */
    private static long collaborators(JavaClass type) {
        long fields = type.getFields().stream().filter(ClassRules::isInjected).count();
        int parameters = type.getConstructors().stream()
                .filter(ClassRules::isInjected)
                .mapToInt(constructor -> constructor.getParameters().size())
                .max()
                .orElse(0);
        return fields + parameters;
    }

    private static boolean isInjected(JavaMember member) {
        return member.getAnnotations().stream()
                .anyMatch(
                        annotation -> INJECTED.contains(annotation.getRawType().getName()));
    }

    static ArchRule timersRunScheduledTasks() {
        return methods()
                .that()
                .areAnnotatedWith(Schedule.class)
                .or()
                .areAnnotatedWith(Timeout.class)
                .should(new ArchCondition<>("run their work through ScheduledTask") {
                    @Override
                    public void check(JavaMethod method, ConditionEvents events) {
                        boolean scheduled = method.getMethodCallsFromSelf().stream()
                                .filter(call -> !call.isDeclaredInLambda())
                                .map(call -> call.getTargetOwner())
                                .filter(owner -> !owner.isEquivalentTo(Objects.class)) // for method references
                                .allMatch(owner -> owner.isEquivalentTo(ScheduledTask.class));
                        if (!scheduled) {
                            events.add(SimpleConditionEvent.violated(
                                    method,
                                    method.getFullName()
                                            + " may let an exception out: run the work through ScheduledTask"));
                        }
                    }
                });
    }

    /**
     * Outside transactions, the container's entity manager works too, except that Payara's is not safe on threads of an
     * executor.
     */
    static ArchRule storesAreGivenTheEntityManager(String root) {
        return noFields()
                .that()
                .areDeclaredInClassesThat(not(resideInAPackage(root + ".kernel.persistence..")))
                .should()
                .beAnnotatedWith(PersistenceContext.class)
                .because("stores get the entity manager of io.gatehouse.kernel.persistence, by constructor");
    }

    /** In what lies behind the edge; most resources of {@code web-war} inject by field. */
    static ArchRule beansInjectByConstructor(String root) {
        return noFields()
                .that()
                .areDeclaredInClassesThat(
                        resideInAnyPackage(root + ".kernel..", root + ".install..", root + ".registry.."))
                .should()
                .beAnnotatedWith(Inject.class)
                .because("a constructor says what a class needs, and tests call it");
    }

    static ArchRule contractsAreImplementedByTheirName(String root) {
        String contracts = root + ".contract.";
        return classes()
                .that(resideInAnyPackage(root + ".install..", root + ".registry.."))
                .should(new ArchCondition<>("be named after the contract that they implement") {
                    @Override
                    public void check(JavaClass type, ConditionEvents events) {
                        type.getRawInterfaces().stream()
                                .filter(contract -> contract.getName().startsWith(contracts))
                                .filter(JavaClass::isTopLevelClass) // not what a contract hands out or calls back
                                .filter(contract -> !type.getSimpleName().equals(contract.getSimpleName() + "Bean"))
                                .forEach(contract -> events.add(SimpleConditionEvent.violated(
                                        type,
                                        type.getName() + " implements " + contract.getSimpleName() + ": name it "
                                                + contract.getSimpleName() + "Bean")));
                    }
                });
    }

    static ArchRule everyResourceMethodHasAnAccessRule() {
        return methods()
                .that()
                .areDeclaredInClassesThat()
                .areAnnotatedWith(Path.class)
                .and()
                .areMetaAnnotatedWith(HttpMethod.class)
                .should(new ArchCondition<>("have an access rule") {
                    @Override
                    public void check(JavaMethod method, ConditionEvents events) {
                        if (!hasAccessRule(method) && !hasAccessRule(method.getOwner())) {
                            events.add(SimpleConditionEvent.violated(
                                    method,
                                    method.getFullName() + " has no access rule: add @RolesAllowed or @PermitAll"));
                        }
                    }
                });
    }

    private static boolean hasAccessRule(CanBeAnnotated element) {
        return element.isAnnotatedWith(RolesAllowed.class)
                || element.isAnnotatedWith(PermitAll.class)
                || element.isAnnotatedWith(DenyAll.class);
    }
}

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

/** Rules that look at one class at a time. */
final class ClassRules {

    private static final int MOST_COLLABORATORS = 5;
    private static final Set<String> INJECTED = Set.of(
            "jakarta.inject.Inject",
            "jakarta.ejb.EJB",
            "jakarta.annotation.Resource",
            "jakarta.persistence.PersistenceContext");

    private ClassRules() {}

    static ArchRule fewCollaborators() {
        return classes().should(new ArchCondition<>("have at most " + MOST_COLLABORATORS + " collaborators") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                long injected = collaborators(type);
                if (injected > MOST_COLLABORATORS) {
                    events.add(SimpleConditionEvent.violated(
                            type, type.getName() + " has " + injected + " collaborators: split it"));
                }
            }
        });
    }

    /** However they come in: by field, by constructor, or by both. */
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

    static ArchRule timersCallForChores() {
        return methods()
                .that()
                .areAnnotatedWith(Schedule.class)
                .or()
                .areAnnotatedWith(Timeout.class)
                .should(new ArchCondition<>("call for chores") {
                    @Override
                    public void check(JavaMethod method, ConditionEvents events) {
                        boolean chores = method.getMethodCallsFromSelf().stream()
                                .filter(call -> !call.isDeclaredInLambda())
                                .map(call -> call.getTargetOwner())
                                .filter(owner -> !owner.isEquivalentTo(Objects.class)) // a method reference asks it
                                .allMatch(owner -> owner.isEquivalentTo(ScheduledTask.class));
                        if (!chores) {
                            events.add(SimpleConditionEvent.violated(
                                    method,
                                    method.getFullName() + " may let an exception out: what it does is no Chore"));
                        }
                    }
                });
    }

    /** The container's works outside of transactions too, where Payara's is not safe on threads of an executor. */
    static ArchRule storesAreGivenTheEntityManager(String root) {
        return noFields()
                .that()
                .areDeclaredInClassesThat(not(resideInAPackage(root + ".kernel.persistence..")))
                .should()
                .beAnnotatedWith(PersistenceContext.class)
                .because("stores get the entity manager of io.gatehouse.kernel.persistence, by constructor");
    }

    /** In what lies behind the edge; most resources of {@code web-war} inject by field. */
    static ArchRule beansAreGivenWhatTheyNeedByConstructor(String root) {
        return noFields()
                .that()
                .areDeclaredInClassesThat(
                        resideInAnyPackage(root + ".kernel..", root + ".install..", root + ".registry.."))
                .should()
                .beAnnotatedWith(Inject.class)
                .because("a constructor says what a class needs, and tests call it");
    }

    static ArchRule everyResourceMethodSaysWhoMay() {
        return methods()
                .that()
                .areDeclaredInClassesThat()
                .areAnnotatedWith(Path.class)
                .and()
                .areMetaAnnotatedWith(HttpMethod.class)
                .should(new ArchCondition<>("say who may call them") {
                    @Override
                    public void check(JavaMethod method, ConditionEvents events) {
                        if (!saysWhoMay(method) && !saysWhoMay(method.getOwner())) {
                            events.add(SimpleConditionEvent.violated(
                                    method,
                                    method.getFullName() + " needs @RolesAllowed or @PermitAll, or it is nobody's"));
                        }
                    }
                });
    }

    private static boolean saysWhoMay(CanBeAnnotated element) {
        return element.isAnnotatedWith(RolesAllowed.class)
                || element.isAnnotatedWith(PermitAll.class)
                || element.isAnnotatedWith(DenyAll.class);
    }
}

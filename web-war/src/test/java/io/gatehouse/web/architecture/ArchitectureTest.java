package io.gatehouse.web.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Checks the module rules of {@code docs/architecture.md} on the classes of every module that ships. */
class ArchitectureTest {

    private static final String ROOT = "io.gatehouse";
    private static final String FIXTURES = "io.gatehouse.web.architecture.fixture";

    private static final JavaClasses PRODUCT =
            new ClassFileImporter().withImportOption(ArchitectureTest::ships).importPackages("io.gatehouse");

    private static final JavaClasses VIOLATIONS = new ClassFileImporter().importPackages(FIXTURES);

    private static boolean ships(Location location) {
        return new ImportOption.DoNotIncludeTests().includes(location)
                && !location.contains("-tests.jar")
                && !location.contains("/bench/");
    }

    private static ArchRule rule(String root, String name) {
        return Objects.requireNonNull(Rules.below(root).get(name), name);
    }

    static Stream<String> rules() {
        return Rules.below(ROOT).keySet().stream().sorted();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void theProductFollowsEachRule(String name) {
        rule(ROOT, name).check(PRODUCT);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void eachRuleDetectsItsViolation(String name) {
        ArchRule rule = rule(FIXTURES, name);
        assertThat(rule.evaluate(VIOLATIONS).getFailureReport().getDetails())
                .as("violations of: %s", rule.getDescription())
                .isNotEmpty()
                .allMatch(detail -> detail.contains("." + name), "of the fixture " + name);
    }

    @Test
    void collaboratorsAreCountedForFieldAndConstructorInjection() {
        assertThat(rule(FIXTURES, "TooManyCollaborators")
                        .evaluate(VIOLATIONS)
                        .getFailureReport()
                        .getDetails())
                .anyMatch(detail -> detail.contains(".TooManyCollaborators "))
                .anyMatch(detail -> detail.contains(".TooManyCollaboratorsInAConstructor "))
                .anyMatch(detail -> detail.contains(".TooManyCollaboratorsInBoth "));
    }

    @Test
    void theRulesSeeEveryModule() {
        Set<String> modules = PRODUCT.stream()
                .map(type -> type.getPackageName().split("\\.", -1))
                .filter(parts -> parts.length > 2)
                .map(parts -> parts[2])
                .collect(Collectors.toSet());
        assertThat(modules).contains("contract", "kernel", "domain", "install", "registry", "web");
    }

    @Test
    void everyPackageOfAModuleIsInOneOfItsGroups() {
        Map<String, Set<String>> groups = Map.of(
                "install", Set.of("token", "catalog", "claim", "channel", "operation"),
                "registry", Set.of("agent", "credential", "message", "matrix", "tenant", "operation"),
                "web", Set.of("api", "oauth", "page", "edge"));
        Set<String> others = PRODUCT.stream()
                .map(type -> type.getPackageName().split("\\.", -1))
                .filter(parts -> parts.length > 3 && groups.containsKey(parts[2]))
                .filter(parts -> !groups.getOrDefault(parts[2], Set.of()).contains(parts[3]))
                .map(parts -> parts[2] + "." + parts[3])
                .collect(Collectors.toSet());
        assertThat(others).as("packages in none of the groups").isEmpty();
    }

    @Test
    void everyPackageSaysWhatItHolds() {
        Set<String> packages = PRODUCT.stream()
                .filter(type -> !type.getSimpleName().equals("package-info"))
                .map(type -> type.getPackageName())
                .collect(Collectors.toSet());
        Set<String> described = PRODUCT.stream()
                .filter(type -> type.getSimpleName().equals("package-info"))
                .map(type -> type.getPackageName())
                .collect(Collectors.toSet());
        assertThat(described)
                .as("packages with a package-info.java that says what they hold and must not")
                .containsAll(packages);
    }
}

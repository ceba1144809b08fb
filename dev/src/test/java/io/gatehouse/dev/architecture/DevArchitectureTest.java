package io.gatehouse.dev.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.gatehouse.web.architecture.Rules;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Checks the rules of {@code docs/architecture.md} on the classes of this module. */
class DevArchitectureTest {

    private static final String ROOT = "io.gatehouse";

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOT + ".dev");

    static Stream<String> rules() {
        return Rules.below(ROOT).keySet().stream().sorted();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void theModuleFollowsEachRule(String name) {
        Objects.requireNonNull(Rules.below(ROOT).get(name), name)
                .allowEmptyShould(true) // most rules are about packages of other modules
                .check(CLASSES);
    }

    @Test
    void theModuleUsesNoEnterpriseBeans() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(ROOT + ".install..", ROOT + ".registry..")
                .check(CLASSES);
    }

    @Test
    void everyPackageSaysWhatItHolds() {
        Set<String> packages = CLASSES.stream().map(JavaClass::getPackageName).collect(Collectors.toSet());
        Set<String> described = CLASSES.stream()
                .filter(type -> type.getSimpleName().equals("package-info"))
                .map(JavaClass::getPackageName)
                .collect(Collectors.toSet());
        assertThat(described).hasSizeGreaterThanOrEqualTo(3).containsAll(packages);
    }
}

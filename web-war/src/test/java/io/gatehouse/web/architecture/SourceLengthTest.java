package io.gatehouse.web.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No class is over 250 lines, in any module, and no class of tests over 400: a list of cases may be longer than a rule. */
class SourceLengthTest {

    private static final int MOST_LINES = 250;
    private static final int MOST_LINES_OF_TESTS = 400;

    @Test
    void noSourceFileIsTooLong() throws IOException {
        check("src/main/java", MOST_LINES, 10);
    }

    @Test
    void noClassOfTestsIsTooLong() throws IOException {
        check("src/test/java", MOST_LINES_OF_TESTS, 9);
    }

    private static void check(String sources, int most, int roots) throws IOException {
        List<Path> found = roots(sources);
        assertThat(found).as("every module's %s", sources).hasSizeGreaterThanOrEqualTo(roots);
        for (Path root : found) {
            assertThat(tooLong(root, most))
                    .as("files of %s over %d lines: split them", root, most)
                    .isEmpty();
        }
    }

    /** Of the modules and of those that lie in them, as the examples do. */
    private static List<Path> roots(String sources) throws IOException {
        try (Stream<Path> folders =
                Files.find(Path.of("..").toRealPath(), 2, (path, attributes) -> attributes.isDirectory())) {
            return folders.map(folder -> folder.resolve(sources))
                    .filter(Files::isDirectory)
                    .toList();
        }
    }

    @Test
    void theCheckBites(@TempDir Path sources) throws IOException {
        Files.writeString(sources.resolve("Long.java"), "//\n".repeat(MOST_LINES + 1));
        Files.writeString(sources.resolve("Short.java"), "//\n".repeat(MOST_LINES));
        assertThat(tooLong(sources, MOST_LINES)).containsExactly("Long.java");
    }

    private static List<String> tooLong(Path sources, int most) throws IOException {
        List<String> found = new ArrayList<>();
        List<Path> files;
        try (Stream<Path> tree = Files.walk(sources)) {
            files = tree.filter(file -> file.toString().endsWith(".java")).toList();
        }
        for (Path file : files) {
            if (Files.readAllLines(file).size() > most) {
                found.add(sources.relativize(file).toString());
            }
        }
        return found;
    }
}

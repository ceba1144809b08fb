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

/**
 * No source file has more than 250 lines in any module, and no test file more than 400, since a list of cases may be
 * longer.
 */
class SourceLengthTest {

    private static final int MAX_LINES = 250;
    private static final int MAX_TEST_LINES = 400;

    @Test
    void noSourceFileIsTooLong() throws IOException {
        check("src/main/java", MAX_LINES, 10);
    }

    @Test
    void noClassOfTestsIsTooLong() throws IOException {
        check("src/test/java", MAX_TEST_LINES, 9);
    }

    private static void check(String sources, int max, int roots) throws IOException {
        List<Path> found = roots(sources);
        assertThat(found).as("every module's %s", sources).hasSizeGreaterThanOrEqualTo(roots);
        for (Path root : found) {
            assertThat(tooLong(root, max))
                    .as("files of %s over %d lines: split them", root, max)
                    .isEmpty();
        }
    }

    /** The source directories of the modules, and of modules nested in them, such as the examples. */
    private static List<Path> roots(String sources) throws IOException {
        try (Stream<Path> folders =
                Files.find(Path.of("..").toRealPath(), 2, (path, attributes) -> attributes.isDirectory())) {
            return folders.map(folder -> folder.resolve(sources))
                    .filter(Files::isDirectory)
                    .toList();
        }
    }

    @Test
    void theCheckDetectsTooLongFiles(@TempDir Path sources) throws IOException {
        Files.writeString(sources.resolve("Long.java"), "//\n".repeat(MAX_LINES + 1));
        Files.writeString(sources.resolve("Short.java"), "//\n".repeat(MAX_LINES));
        assertThat(tooLong(sources, MAX_LINES)).containsExactly("Long.java");
    }

    private static List<String> tooLong(Path sources, int max) throws IOException {
        List<String> found = new ArrayList<>();
        List<Path> files;
        try (Stream<Path> tree = Files.walk(sources)) {
            files = tree.filter(file -> file.toString().endsWith(".java")).toList();
        }
        for (Path file : files) {
            if (Files.readAllLines(file).size() > max) {
                found.add(sources.relativize(file).toString());
            }
        }
        return found;
    }
}

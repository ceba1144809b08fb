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

/** No class is over 250 lines, in any module. */
class SourceLengthTest {

    private static final int MOST_LINES = 250;

    @Test
    void noSourceFileIsTooLong() throws IOException {
        List<Path> modules;
        try (Stream<Path> siblings = Files.list(Path.of("..").toRealPath())) {
            modules = siblings.map(module -> module.resolve("src/main/java"))
                    .filter(Files::isDirectory)
                    .toList();
        }
        assertThat(modules).hasSizeGreaterThanOrEqualTo(4);
        for (Path module : modules) {
            assertThat(tooLong(module))
                    .as("files over %d lines: split them", MOST_LINES)
                    .isEmpty();
        }
    }

    @Test
    void theCheckBites(@TempDir Path sources) throws IOException {
        Files.writeString(sources.resolve("Long.java"), "//\n".repeat(MOST_LINES + 1));
        Files.writeString(sources.resolve("Short.java"), "//\n".repeat(MOST_LINES));
        assertThat(tooLong(sources)).containsExactly("Long.java");
    }

    private static List<String> tooLong(Path sources) throws IOException {
        List<String> found = new ArrayList<>();
        List<Path> files;
        try (Stream<Path> tree = Files.walk(sources)) {
            files = tree.filter(file -> file.toString().endsWith(".java")).toList();
        }
        for (Path file : files) {
            if (Files.readAllLines(file).size() > MOST_LINES) {
                found.add(sources.relativize(file).toString());
            }
        }
        return found;
    }
}

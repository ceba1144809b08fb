package io.gatehouse.blackbox.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds raw host tokens in texts and files. */
public final class HostTokens {

    private static final Pattern TEXT = Pattern.compile("mhst_[0-9A-Za-z]{36}");

    private HostTokens() {}

    public static List<String> in(String text) {
        return TEXT.matcher(text).results().map(MatchResult::group).toList();
    }

    /** Those in all files of the directory. */
    public static List<String> in(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile)
                    .flatMap(file -> in(content(file)).stream())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String content(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

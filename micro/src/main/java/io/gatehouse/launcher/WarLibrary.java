package io.gatehouse.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Extracts a library from the WAR inside the runnable JAR. */
final class WarLibrary {

    private static final String WAR = "/MICRO-INF/deploy/ROOT.war";

    private WarLibrary() {}

    /** Returns a temporary file, which the caller deletes. */
    static Path extract(String name) {
        try (InputStream war = WarLibrary.class.getResourceAsStream(WAR)) {
            if (war == null) {
                throw new IllegalStateException(WAR + " is missing from the JAR");
            }
            ZipInputStream entries = new ZipInputStream(war);
            for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                if (entry.getName().startsWith("WEB-INF/lib/" + name + "-")) {
                    Path file = Files.createTempFile(name, ".jar");
                    Files.copy(entries, file, StandardCopyOption.REPLACE_EXISTING);
                    return file;
                }
            }
            throw new IllegalStateException(name + " is missing from the WAR");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

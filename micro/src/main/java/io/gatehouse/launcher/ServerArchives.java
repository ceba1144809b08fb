package io.gatehouse.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Unpacks Payara Micro's archives from the runnable JAR. Loading their classes from nested archives would take a third
 * of the start.
 */
final class ServerArchives {

    private static final String NESTED = "MICRO-INF/runtime/";

    /** The system property with which Payara Micro's own loader tells that it has unpacked the server. */
    private static final String UNPACKED = "fish.payara.micro.UnpackDir";

    private final Path directory;
    private final List<Path> files;

    private ServerArchives(Path directory, List<Path> files) {
        this.directory = directory;
        this.files = files;
    }

    /** Unpacks into an empty directory. */
    static ServerArchives unpack(Path directory) throws IOException {
        Path runtime = Files.createDirectories(directory.resolve("runtime"));
        List<Path> files = new ArrayList<>();
        try (ZipFile jar = new ZipFile(runnableJar().toFile())) {
            for (ZipEntry entry : Collections.list(jar.entries())) {
                if (entry.getName().startsWith(NESTED) && !entry.isDirectory()) {
                    files.add(copy(jar, entry, runtime));
                }
            }
        }
        System.setProperty(UNPACKED, directory.toAbsolutePath().toString());
        return new ServerArchives(runtime, files);
    }

    /**
     * Returns a loader for their classes, which also finds the archives themselves as resources, because some are
     * resource adapters.
     */
    ClassLoader classLoader() throws IOException {
        URL[] resources = {directory.toUri().toURL()};
        return new IndexedClassLoader(resources, files, ServerArchives.class.getClassLoader());
    }

    private static Path copy(ZipFile jar, ZipEntry entry, Path directory) throws IOException {
        Path file = directory.resolve(entry.getName().substring(NESTED.length()));
        try (InputStream archive = jar.getInputStream(entry)) {
            Files.copy(archive, file);
        }
        return file;
    }

    private static Path runnableJar() {
        try {
            return Path.of(ServerArchives.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("the runnable JAR has no path", e);
        }
    }
}

package io.gatehouse.launcher;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * {@code --matrix-registration}: the homeserver's registration file, from the same configuration and the same code as the
 * application's, before it starts for the first time: a homeserver needs the file for its own start.
 */
final class RegistrationFile {

    private static final String WRITER = "io.gatehouse.kernel.config.MatrixRegistration";

    private RegistrationFile() {}

    static void print(PrintStream out) {
        out.print(text());
        out.flush();
    }

    /** Replaces the file, readable by its owner only. */
    static void write(Path file, PrintStream out) {
        String text = text();
        try {
            Path directory = file.toAbsolutePath().normalize().getParent();
            Path draft = Files.createTempFile(directory, "registration", ".draft", ownerOnly());
            try {
                Files.writeString(draft, text);
                Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(draft);
            }
        } catch (IOException e) {
            throw new StartRefused("Cannot write the registration file " + file + " (" + e + ").", e);
        }
        out.println("Wrote " + file + ". It holds two secrets: let only the homeserver read it, and name it under"
                + " app_service_config_files in the homeserver's configuration. docs/matrix.md has the rest.");
    }

    /** The application lies in the WAR; of it, one library is needed. */
    private static String text() {
        Path library = WarLibrary.extract("gatehouse-kernel");
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {library.toUri().toURL()}, ClassLoader.getPlatformClassLoader())) {
            return (String) loader.loadClass(WRITER).getMethod("ofProcess").invoke(null);
        } catch (InvocationTargetException e) {
            throw new StartRefused(String.valueOf(e.getTargetException().getMessage()), e);
        } catch (ReflectiveOperationException | IOException e) {
            throw new IllegalStateException("the WAR in the JAR is another version's", e);
        } finally {
            library.toFile().delete();
        }
    }

    private static FileAttribute<?>[] ownerOnly() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}

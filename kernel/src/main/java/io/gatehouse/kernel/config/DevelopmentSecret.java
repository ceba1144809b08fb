package io.gatehouse.kernel.config;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.function.Function;

/**
 * A secret of a development deployment: created on first use and kept in a file of the data directory.
 *
 * <p>When two processes start at once on an empty directory, the hard link decides whose secret is kept. No process
 * ever reads a partly written one.
 */
final class DevelopmentSecret {

    private static final int BYTES = 32;

    private DevelopmentSecret() {}

    /** @param text encodes 32 random bytes */
    static String in(Path dataDirectory, String name, Function<byte[], String> text) {
        Path file = dataDirectory.resolve(name);
        try {
            if (!Files.exists(file)) {
                create(dataDirectory, file, text);
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new ConfigurationException(
                    "cannot keep a secret in " + file + ": create the directory writable, or set gatehouse.data.dir",
                    e);
        }
    }

    private static void create(Path directory, Path file, Function<byte[], String> text) throws IOException {
        Files.createDirectories(directory, ownerOnly(directory, "rwx------"));
        Path draft = Files.createTempFile(directory, "secret", ".draft", ownerOnly(directory, "rw-------"));
        try {
            byte[] random = new byte[BYTES];
            new SecureRandom().nextBytes(random);
            Files.writeString(draft, text.apply(random) + "\n");
            Files.createLink(file, draft);
        } catch (FileAlreadyExistsException e) {
            // Another process was first: use its secret.
        } finally {
            Files.delete(draft);
        }
    }

    private static FileAttribute<?>[] ownerOnly(Path path, String permissions) {
        boolean posix = path.getFileSystem().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }
}

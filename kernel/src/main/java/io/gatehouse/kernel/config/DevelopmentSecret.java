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
 * A secret of a development deployment: made when it is first asked for, kept in a file of its data directory.
 *
 * <p>Of two processes that start at once on an empty directory, the hard link decides whose secret it is; no process
 * ever reads one that is half written.
 */
final class DevelopmentSecret {

    private static final int BYTES = 32;

    private DevelopmentSecret() {}

    /** @param text how 32 random bytes are written */
    static String in(Path dataDirectory, String name, Function<byte[], String> text) {
        Path file = dataDirectory.resolve(name);
        try {
            if (!Files.exists(file)) {
                make(dataDirectory, file, text);
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new ConfigurationException(
                    "cannot keep a secret in " + file + ": make the directory writable, or set gatehouse.data.dir", e);
        }
    }

    private static void make(Path directory, Path file, Function<byte[], String> text) throws IOException {
        Files.createDirectories(directory, ownerOnly(directory, "rwx------"));
        Path draft = Files.createTempFile(directory, "secret", ".draft", ownerOnly(directory, "rw-------"));
        try {
            byte[] random = new byte[BYTES];
            new SecureRandom().nextBytes(random);
            Files.writeString(draft, text.apply(random) + "\n");
            Files.createLink(file, draft);
        } catch (FileAlreadyExistsException e) {
            // Another process was first: its secret is the one.
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

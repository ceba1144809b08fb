package io.gatehouse.domain.config;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * The encryption key of a development deployment: made at its first start, kept in its data directory.
 *
 * <p>Of two processes that start at once on an empty directory, the hard link decides whose key it is; no process ever
 * reads a key that is half written.
 */
final class DevelopmentKey {

    static final String FILE = "encryption.key";

    private DevelopmentKey() {}

    static byte[] in(Path dataDirectory) {
        Path file = dataDirectory.resolve(FILE);
        try {
            if (!Files.exists(file)) {
                make(dataDirectory, file);
            }
            return ConfigValues.decode(file.toString(), Files.readString(file).strip());
        } catch (IOException e) {
            throw new ConfigurationException(
                    "cannot keep the encryption key in " + file
                            + ": make the directory writable, or set gatehouse.data.dir",
                    e);
        }
    }

    private static void make(Path directory, Path file) throws IOException {
        Files.createDirectories(directory, ownerOnly(directory, "rwx------"));
        Path draft = Files.createTempFile(directory, "encryption", ".draft", ownerOnly(directory, "rw-------"));
        try {
            byte[] key = new byte[EncryptionKeys.LENGTH];
            new SecureRandom().nextBytes(key);
            Files.writeString(draft, Base64.getEncoder().encodeToString(key) + "\n");
            Files.createLink(file, draft);
        } catch (FileAlreadyExistsException e) {
            // Another process was first: its key is the key.
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

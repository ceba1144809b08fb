package io.gatehouse.dev.issuer;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.text.ParseException;
import java.util.Set;

/**
 * The signing key of the development issuer, kept in the data directory so that tokens outlive a restart. RS256, which
 * is made for signing seldom and verifying often.
 */
final class DevKey {

    private static final int BITS = 2048;

    private DevKey() {}

    /** Reads the key, or makes it where there is none. */
    static RSAKey in(Path dataDirectory) {
        Path file = dataDirectory.resolve("dev-issuer.jwk");
        try {
            if (!Files.exists(file)) {
                Files.createDirectories(dataDirectory);
                write(
                        file,
                        new RSAKeyGenerator(BITS)
                                .keyUse(KeyUse.SIGNATURE)
                                .keyIDFromThumbprint(true)
                                .generate());
            }
            return JWKSet.load(file.toFile()).getKeys().get(0).toRSAKey();
        } catch (IOException e) {
            throw new UncheckedIOException("the development issuer's key cannot be kept in " + file, e);
        } catch (ParseException | JOSEException | IndexOutOfBoundsException e) {
            throw new IllegalStateException(file + " holds no key any more; delete it to have a new one made", e);
        }
    }

    private static void write(Path file, RSAKey key) throws IOException {
        Path directory = file.toAbsolutePath().getParent();
        Path fresh = Files.createTempFile(directory, "dev-issuer", ".new", ownerOnly(file));
        try {
            Files.writeString(fresh, new JWKSet(key).toString(false));
            if (!Files.exists(file)) {
                Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
            }
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    private static FileAttribute<?>[] ownerOnly(Path file) {
        Set<PosixFilePermission> mode = PosixFilePermissions.fromString("rw-------");
        boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        return posix ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(mode)} : new FileAttribute<?>[0];
    }
}

package io.gatehouse.install.connection;

import io.gatehouse.domain.connection.Connection;
import io.gatehouse.kernel.config.EncryptionKeys;
import io.gatehouse.kernel.config.Settings;
import io.gatehouse.kernel.crypto.SealedBox;
import io.gatehouse.kernel.crypto.UnsealException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.UUID;

/**
 * Encrypts and decrypts the settings of a connection. The connection's id is associated data: sealed settings copied
 * into another row do not open.
 */
@ApplicationScoped
public class SettingsVault {

    private SealedBox box;

    /** For the container's proxy. */
    @SuppressWarnings("NullAway.Init")
    protected SettingsVault() {}

    @Inject
    public SettingsVault(Settings settings, SecureRandom random) {
        EncryptionKeys keys = settings.encryption();
        this.box = new SealedBox(keys.current(), keys.previous(), random);
    }

    byte[] seal(UUID connectionId, ConnectionSettings settings) {
        return box.seal(settings.toJson().getBytes(StandardCharsets.UTF_8), associatedData(connectionId));
    }

    /**
     * Whether the settings cannot be decrypted, because the encryption key is lost or they were altered. They must be
     * entered again.
     */
    boolean isLost(Connection connection) {
        if (connection.sealedSettings() == null) {
            return false;
        }
        try {
            open(connection);
            return false;
        } catch (UnsealException e) {
            return true;
        }
    }

    ConnectionSettings open(Connection connection) {
        byte[] sealed = connection.sealedSettings();
        if (sealed == null) {
            throw new IllegalStateException("the connection " + connection.id() + " has no settings");
        }
        return ConnectionSettings.fromJson(
                new String(box.open(sealed, associatedData(connection.id())), StandardCharsets.UTF_8));
    }

    private static byte[] associatedData(UUID connectionId) {
        return ("connection:" + connectionId + ":settings").getBytes(StandardCharsets.US_ASCII);
    }
}

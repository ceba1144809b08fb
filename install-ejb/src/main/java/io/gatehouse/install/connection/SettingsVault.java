package io.gatehouse.install.connection;

import io.gatehouse.domain.connection.Connection;
import io.gatehouse.kernel.config.EncryptionKeys;
import io.gatehouse.kernel.config.Settings;
import io.gatehouse.kernel.crypto.SealedBox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.UUID;

/** Seals the settings of a connection for its row, and opens them there only. */
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
        return box.seal(settings.toJson().getBytes(StandardCharsets.UTF_8), place(connectionId));
    }

    /** Whether the settings were sealed with a key that is gone, so that they must be set anew. */
    boolean isLost(Connection connection) {
        byte[] sealed = connection.sealedSettings();
        return sealed != null && !box.isOurs(sealed);
    }

    ConnectionSettings open(Connection connection) {
        byte[] sealed = connection.sealedSettings();
        if (sealed == null) {
            throw new IllegalStateException("the connection " + connection.id() + " has no settings");
        }
        return ConnectionSettings.fromJson(
                new String(box.open(sealed, place(connection.id())), StandardCharsets.UTF_8));
    }

    private static byte[] place(UUID connectionId) {
        return ("connection:" + connectionId + ":settings").getBytes(StandardCharsets.US_ASCII);
    }
}

package io.gatehouse.install.channel.connection;

import io.gatehouse.domain.connection.Connection;
import io.gatehouse.kernel.crypto.SealedBox;
import io.gatehouse.kernel.crypto.UnsealException;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.UUID;

/**
 * Encrypts and decrypts the settings of a connection. The connection's id is associated data: sealed settings copied
 * into another row do not open.
 */
@Dependent
public class SettingsVault {

    private final SealedBox box;

    @Inject
    public SettingsVault(SealedBox box) {
        this.box = box;
    }

    byte[] seal(UUID connectionId, ConnectionSettings settings) {
        return box.sealText(settings.toJson(), place(connectionId));
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
        return ConnectionSettings.fromJson(box.openText(sealed, place(connection.id())));
    }

    private static String place(UUID connectionId) {
        return "connection:" + connectionId + ":settings";
    }
}

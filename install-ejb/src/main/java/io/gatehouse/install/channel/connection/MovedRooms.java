package io.gatehouse.install.channel.connection;

import io.gatehouse.contract.platform.Platform;
import io.gatehouse.domain.connection.Connection;
import io.gatehouse.kernel.crypto.UnsealException;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Moves the connections of a Matrix room to its successor, inside the caller's transaction. */
@Dependent
public class MovedRooms {

    private static final Logger LOG = Logger.getLogger(MovedRooms.class.getName());

    private final ConnectionStore connections;
    private final SettingsVault vault;
    private final ConnectionEvents events;
    private final OpenConnections open;

    @Inject
    public MovedRooms(ConnectionStore connections, SettingsVault vault, ConnectionEvents events, OpenConnections open) {
        this.connections = connections;
        this.vault = vault;
        this.events = events;
        this.open = open;
    }

    /** @param selected selects the connections to move, by template */
    public void move(String oldRoom, String newRoom, Predicate<UUID> selected) {
        connections.lockAt(Platform.MATRIX, oldRoom).stream()
                .filter(connection -> selected.test(connection.templateAgentId()))
                .forEach(connection -> move(connection, oldRoom, newRoom));
    }

    /** A connection whose secrets cannot be decrypted is not moved: its settings must be entered again anyway. */
    private void move(Connection connection, String oldRoom, String newRoom) {
        try {
            ConnectionSettings settings = new ConnectionSettings(
                    vault.open(connection).with(Map.of(SettingField.ROOM_ID.wireName(), newRoom)));
            connection.configure(
                    newRoom, ConnectionSettings.json(settings.shown()), vault.seal(connection.id(), settings));
            events.moved(connection, oldRoom, newRoom);
            open.evict(connection.id());
        } catch (UnsealException e) {
            LOG.log(Level.WARNING, "Connection {0} is not moved to the room {1}: {2}", new Object[] {
                connection.id(), newRoom, e.getMessage()
            });
        }
    }
}

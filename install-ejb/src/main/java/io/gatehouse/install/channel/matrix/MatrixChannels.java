package io.gatehouse.install.channel.matrix;

import io.gatehouse.contract.platform.Platform;
import io.gatehouse.contract.registry.ServingAgent;
import io.gatehouse.contract.registry.ServingAgents;
import io.gatehouse.install.channel.connection.OpenConnection;
import io.gatehouse.install.channel.connection.OpenConnections;
import io.gatehouse.install.channel.connection.SettingField;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Determines by which Matrix connection an agent is reached in a room. There are few Matrix connections, so all of them
 * are checked.
 */
@Dependent
public class MatrixChannels {

    private final OpenConnections connections;
    private final ServingAgents serving;

    @Inject
    public MatrixChannels(OpenConnections connections, ServingAgents serving) {
        this.connections = connections;
        this.serving = serving;
    }

    /**
     * Returns the connections of the room by agent id; runs inside the caller's transaction. A connection for this room
     * takes precedence over one for all rooms.
     */
    Map<UUID, OpenConnection> in(String roomId, Collection<UUID> agentIds) {
        Map<UUID, OpenConnection> channels = new HashMap<>();
        for (OpenConnection connection : connections.enabledInside(Platform.MATRIX)) {
            Optional<String> room = connection.settings().find(SettingField.ROOM_ID);
            if (room.isEmpty() || room.get().equals(roomId)) {
                serving.servingAgentOf(connection.templateAgentId())
                        .map(ServingAgent::agentId)
                        .filter(agentIds::contains)
                        .ifPresent(agent ->
                                channels.merge(agent, connection, (one, other) -> room.isPresent() ? other : one));
            }
        }
        return channels;
    }
}

package io.gatehouse.install.channel.matrix;

import io.gatehouse.contract.chat.ChannelMoves;
import io.gatehouse.contract.registry.ServingAgents;
import io.gatehouse.install.channel.connection.MovedRooms;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.UUID;

/**
 * Moves the channels of the agent that serves them to the room's successor. Channels of other agents move when those
 * agents do.
 */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
public class ChannelMovesBean implements ChannelMoves {

    private MovedRooms rooms;
    private ServingAgents serving;

    /** For the container. */
    @SuppressWarnings("NullAway.Init")
    public ChannelMovesBean() {}

    @Inject
    public ChannelMovesBean(MovedRooms rooms, ServingAgents serving) {
        this.rooms = rooms;
        this.serving = serving;
    }

    @Override
    public void moved(UUID agentId, String oldRoomId, String newRoomId) {
        rooms.move(oldRoomId, newRoomId, template -> serving.servingAgentOf(template)
                .filter(agent -> agent.agentId().equals(agentId))
                .isPresent());
    }
}

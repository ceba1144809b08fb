package io.gatehouse.install.matrix;

import io.gatehouse.contract.chat.ChannelMoves;
import io.gatehouse.contract.registry.ServingAgents;
import io.gatehouse.install.connection.MovedRooms;
import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.UUID;

/** Takes the channels of the agent that serves them along; those of other agents go when theirs does. */
@Stateless
@Local(ChannelMoves.class)
@TransactionAttribute(TransactionAttributeType.MANDATORY)
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

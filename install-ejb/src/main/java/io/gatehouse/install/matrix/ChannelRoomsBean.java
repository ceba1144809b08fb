package io.gatehouse.install.matrix;

import io.gatehouse.contract.chat.ChannelRooms;
import io.gatehouse.contract.chat.RoomSaying;
import io.gatehouse.contract.platform.Platform;
import io.gatehouse.install.connection.OpenConnection;
import io.gatehouse.install.inbound.InboundMessage;
import io.gatehouse.install.inbound.MessageIntake;
import io.gatehouse.install.metric.ChannelCounts;
import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Stores what people say in rooms that are chat channels, in the transaction that brings it. */
@Stateless
@Local(ChannelRooms.class)
@TransactionAttribute(TransactionAttributeType.MANDATORY)
public class ChannelRoomsBean implements ChannelRooms {

    private MatrixChannels channels;
    private MessageIntake mail;
    private ChannelCounts counts;

    /** For the container. */
    @SuppressWarnings("NullAway.Init")
    public ChannelRoomsBean() {}

    @Inject
    public ChannelRoomsBean(MatrixChannels channels, MessageIntake mail, ChannelCounts counts) {
        this.channels = channels;
        this.mail = mail;
        this.counts = counts;
    }

    @Override
    public Set<UUID> take(RoomSaying saying, Collection<UUID> agentIds) {
        Map<UUID, OpenConnection> taken = channels.in(saying.roomId(), agentIds);
        taken.values().stream().distinct().forEach(connection -> take(connection, saying));
        return Set.copyOf(taken.keySet());
    }

    private void take(OpenConnection connection, RoomSaying saying) {
        String text = saying.text();
        if (text == null || text.isBlank()) {
            counts.items(Platform.MATRIX, saying.kind(), 1);
            return;
        }
        counts.items(Platform.MATRIX, "message", 1);
        mail.takeHere(
                connection,
                List.of(new InboundMessage(
                        saying.eventId(),
                        saying.sender(),
                        List.of(),
                        saying.roomId(),
                        null,
                        text,
                        null,
                        saying.sentAt())));
    }
}

package io.gatehouse.install.channel.matrix;

import io.gatehouse.contract.chat.ChannelRooms;
import io.gatehouse.contract.chat.RoomSaying;
import io.gatehouse.contract.platform.Platform;
import io.gatehouse.install.channel.connection.OpenConnection;
import io.gatehouse.install.channel.inbound.InboundMessage;
import io.gatehouse.install.channel.inbound.MessageIntake;
import io.gatehouse.install.channel.metric.ChannelCounts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Stores messages of people in Matrix rooms that are chat channels, in the transaction that receives them. */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
public class ChannelRoomsBean implements ChannelRooms {

    private MatrixChannels channels;
    private MessageIntake intake;
    private ChannelCounts counts;

    /** For the container. */
    @SuppressWarnings("NullAway.Init")
    public ChannelRoomsBean() {}

    @Inject
    public ChannelRoomsBean(MatrixChannels channels, MessageIntake intake, ChannelCounts counts) {
        this.channels = channels;
        this.intake = intake;
        this.counts = counts;
    }

    @Override
    public Set<UUID> take(RoomSaying saying, Collection<UUID> agentIds) {
        Map<UUID, OpenConnection> receivers = channels.in(saying.roomId(), agentIds);
        receivers.values().stream().distinct().forEach(connection -> take(connection, saying));
        return Set.copyOf(receivers.keySet());
    }

    private void take(OpenConnection connection, RoomSaying saying) {
        String text = saying.text();
        if (text == null || text.isBlank()) {
            counts.items(Platform.MATRIX, saying.kind(), 1);
            return;
        }
        counts.items(Platform.MATRIX, "message", 1);
        intake.takeHere(
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

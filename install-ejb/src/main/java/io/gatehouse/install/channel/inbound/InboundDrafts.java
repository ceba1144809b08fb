package io.gatehouse.install.channel.inbound;

import io.gatehouse.install.channel.connection.OpenConnection;
import io.gatehouse.install.claim.account.ForeignId;
import io.gatehouse.kernel.crypto.SealedBox;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;

/**
 * Converts messages to the rows that are stored: ids shortened, content encrypted, because it may contain an install
 * token that is still valid.
 */
@Dependent
public class InboundDrafts {

    private static final int MAX_ID_LENGTH = 200;
    private static final int MAX_CHAT_LENGTH = 300;

    private final SealedBox box;

    @Inject
    public InboundDrafts(SealedBox box) {
        this.box = box;
    }

    List<InboundStore.Draft> of(OpenConnection connection, List<InboundMessage> messages) {
        return messages.stream().map(message -> draft(connection, message)).toList();
    }

    private InboundStore.Draft draft(OpenConnection connection, InboundMessage message) {
        String id = ForeignId.of(message.id(), MAX_ID_LENGTH);
        return new InboundStore.Draft(
                connection.id(),
                id,
                connection.id() + ":" + ForeignId.of(message.chat(), MAX_CHAT_LENGTH),
                box.sealText(message.toJson(), InboundMessage.place(connection.id(), id)));
    }
}

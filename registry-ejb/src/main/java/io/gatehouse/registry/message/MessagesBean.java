package io.gatehouse.registry.message;

import io.gatehouse.contract.chat.ChatReplies;
import io.gatehouse.contract.chat.ChatRoomId;
import io.gatehouse.contract.message.AgentSender;
import io.gatehouse.contract.message.Messages;
import io.gatehouse.contract.message.OutgoingMessage;
import io.gatehouse.contract.message.SendResult;
import io.gatehouse.contract.message.SendResult.Forbidden;
import io.gatehouse.contract.message.SendResult.Sent;
import io.gatehouse.contract.message.SendResult.TooLarge;
import io.gatehouse.contract.message.SendResult.TransactionReused;
import io.gatehouse.contract.message.SendResult.Unavailable;
import io.gatehouse.contract.message.SendResult.UnknownRoom;
import io.gatehouse.kernel.crypto.Sha256;
import io.gatehouse.kernel.id.Ids;
import io.gatehouse.registry.matrix.homeserver.Homeserver;
import io.gatehouse.registry.matrix.homeserver.HomeserverAnswer;
import io.gatehouse.registry.matrix.homeserver.HomeserverAnswer.Done;
import io.gatehouse.registry.matrix.homeserver.HomeserverAnswer.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Runs outside of transactions, because it waits for a homeserver; what must be durable is committed before and after.
 */
@ApplicationScoped
public class MessagesBean implements Messages {

    private static final String EVENT_TYPE = "m.room.message";

    private Homeserver homeserver;
    private Sends sends;
    private ChatReplies chats;
    private Ids ids;

    /** For the container. */
    @SuppressWarnings("NullAway.Init")
    public MessagesBean() {}

    @Inject
    public MessagesBean(Homeserver homeserver, Sends sends, ChatReplies chats, Ids ids) {
        this.homeserver = homeserver;
        this.sends = sends;
        this.chats = chats;
        this.ids = ids;
    }

    @Override
    public SendResult send(AgentSender sender, OutgoingMessage message) {
        String content = MessageContent.of(message);
        if (MessageContent.isTooLarge(content)) {
            return new TooLarge();
        }
        String transactionId = message.transactionId();
        return transactionId == null
                ? send(sender, message, content, ids.next())
                : sendOnce(sender, message, content, transactionId);
    }

    private SendResult sendOnce(AgentSender sender, OutgoingMessage message, String content, String transactionId) {
        byte[] fingerprint = Sha256.of(message.roomId() + '\0' + content);
        SendRecord record = sends.begin(sender.agentId(), transactionId, fingerprint);
        if (!record.matches(fingerprint)) {
            return new TransactionReused();
        }
        String eventId = record.eventId();
        if (eventId != null) {
            return new Sent(eventId);
        }
        SendResult result = send(sender, message, content, record.id());
        if (result instanceof Sent sent) {
            sends.finish(record.id(), sent.eventId());
        }
        return result;
    }

    private SendResult send(AgentSender sender, OutgoingMessage message, String content, UUID id) {
        Optional<ChatRoomId> chat = ChatRoomId.of(message.roomId());
        return chat.isPresent()
                ? result(chats.say(sender.agentId(), chat.get(), message.body(), id), id)
                : result(homeserver.send(sender.userId(), message.roomId(), EVENT_TYPE, content, id.toString()));
    }

    /** Chats with people have no typing notifications. */
    @Override
    public SendResult type(AgentSender sender, String roomId, boolean typing, Duration timeout) {
        return ChatRoomId.of(roomId).isPresent()
                ? new Sent("")
                : result(homeserver.setTyping(sender.userId(), roomId, typing, timeout));
    }

    /** A message to a chat gets its own id as event id, which is the same on every retry. */
    private static SendResult result(ChatReplies.ReplyResult result, UUID id) {
        return switch (result) {
            case TAKEN -> new Sent("$" + id);
            case UNKNOWN_CHAT -> new UnknownRoom("there is no such chat");
            case NOT_THEIRS -> new Forbidden("the person has ended this chat");
        };
    }

    private static SendResult result(HomeserverAnswer<?> answer) {
        if (answer instanceof Done<?> done) {
            return new Sent(text(done.value()));
        }
        if (answer instanceof Refused<?> refused) {
            return switch (refused.reason()) {
                case UNKNOWN_ROOM -> new UnknownRoom(refused.why());
                case EVENT_TOO_LARGE -> new TooLarge();
                case NOT_IN_ROOM, NAME_TAKEN, FORBIDDEN -> new Forbidden(refused.why());
            };
        }
        HomeserverAnswer.Unavailable<?> outage = (HomeserverAnswer.Unavailable<?>) answer;
        return new Unavailable(outage.retryAfter(), outage.why());
    }

    private static String text(@Nullable Object eventId) {
        return eventId == null ? "" : eventId.toString();
    }
}

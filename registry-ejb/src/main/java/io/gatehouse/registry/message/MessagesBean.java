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
import io.gatehouse.registry.homeserver.Homeserver;
import io.gatehouse.registry.homeserver.HomeserverAnswer;
import io.gatehouse.registry.homeserver.HomeserverAnswer.Done;
import io.gatehouse.registry.homeserver.HomeserverAnswer.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Outside of transactions, because a homeserver is waited for; what must last is written before and after. */
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
    public SendResult send(AgentSender speaker, OutgoingMessage message) {
        String content = MessageContent.of(message);
        if (MessageContent.isTooLarge(content)) {
            return new TooLarge();
        }
        String transactionId = message.transactionId();
        return transactionId == null
                ? send(speaker, message, content, ids.next())
                : sendOnce(speaker, message, content, transactionId);
    }

    private SendResult sendOnce(AgentSender speaker, OutgoingMessage message, String content, String transactionId) {
        byte[] fingerprint = Sha256.of(message.roomId() + '\0' + content);
        SendRecord record = sends.begin(speaker.agentId(), transactionId, fingerprint);
        if (!record.isOf(fingerprint)) {
            return new TransactionReused();
        }
        String known = record.eventId();
        if (known != null) {
            return new Sent(known);
        }
        SendResult result = send(speaker, message, content, record.id());
        if (result instanceof Sent sent) {
            sends.finish(record.id(), sent.eventId());
        }
        return result;
    }

    private SendResult send(AgentSender speaker, OutgoingMessage message, String content, UUID id) {
        Optional<ChatRoomId> chat = ChatRoomId.of(message.roomId());
        return chat.isPresent()
                ? result(chats.say(speaker.agentId(), chat.get(), message.body(), id), id)
                : result(homeserver.send(speaker.userId(), message.roomId(), EVENT_TYPE, content, id.toString()));
    }

    /** Chats of people show nobody typing. */
    @Override
    public SendResult type(AgentSender speaker, String roomId, boolean typing, Duration timeout) {
        return ChatRoomId.of(roomId).isPresent()
                ? new Sent("")
                : result(homeserver.setTyping(speaker.userId(), roomId, typing, timeout));
    }

    /** What is said in a chat has the id of its saying for an event id, and the same one on every retry. */
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

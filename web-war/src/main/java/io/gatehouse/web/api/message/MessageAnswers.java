package io.gatehouse.web.api.message;

import io.gatehouse.contract.message.IncomingMessage;
import jakarta.json.bind.annotation.JsonbProperty;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Answers to agents. */
final class MessageAnswers {

    private MessageAnswers() {}

    /** A message that was sent. */
    @Schema(name = "SentMessage")
    record Sent(
            @JsonbProperty("event_id") @Schema(name = "event_id")
            String eventId) {}

    /** An empty object. */
    @Schema(name = "Nothing")
    record EmptyObject() {}

    /** A page of an inbox. */
    @Schema(name = "MessagePage")
    record Page(
            List<ReceivedMessage> messages,

            @Schema(description = "The since of the next call, which acknowledges these messages")
            long next) {

        Page {
            messages = List.copyOf(messages);
        }

        static Page of(List<IncomingMessage> messages, long since) {
            return new Page(
                    messages.stream().map(ReceivedMessage::from).toList(),
                    messages.isEmpty()
                            ? since
                            : messages.get(messages.size() - 1).position());
        }
    }
}

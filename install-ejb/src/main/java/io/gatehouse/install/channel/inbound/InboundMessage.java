package io.gatehouse.install.channel.inbound;

import io.gatehouse.contract.chat.ChatMessage;
import io.gatehouse.kernel.json.JsonObjects;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message from a platform, whose authenticity was verified.
 *
 * @param id assigned by the platform; repeated deliveries of a message have the same id
 * @param sender as the platform writes it
 * @param aliases other accounts of the sender that came with it
 * @param chat that a reply is sent to
 * @param thread the thread in the chat; null for the chat itself
 * @param language of the sender, as a language tag (BCP 47); null if the platform does not say
 * @param text empty if there is none
 * @param sentAt as stated by the platform
 */
public record InboundMessage(
        String id,
        String sender,
        List<ChatMessage.Alias> aliases,
        String chat,
        @Nullable String thread,
        String text,
        @Nullable String language,
        Instant sentAt,
        ItemDetails details) {

    public InboundMessage {
        aliases = List.copyOf(aliases);
    }

    /** A text message without further details. */
    public InboundMessage(
            String id,
            String sender,
            List<ChatMessage.Alias> aliases,
            String chat,
            @Nullable String thread,
            String text,
            @Nullable String language,
            Instant sentAt) {
        this(id, sender, aliases, chat, thread, text, language, sentAt, ItemDetails.NONE);
    }

    /** Returns the same message with other details. */
    public InboundMessage as(ItemDetails other) {
        return new InboundMessage(id, sender, aliases, chat, thread, text, language, sentAt, other);
    }

    public boolean hasWords() {
        return details.kind() == ItemDetails.Kind.WORDS;
    }

    String toJson() {
        JsonObjectBuilder json = JsonObjects.builder()
                .add("id", id)
                .add("sender", sender)
                .add("aliases", ItemDetails.toJson(aliases))
                .add("chat", chat)
                .add("text", text)
                .add("sentAt", sentAt.toString());
        if (thread != null) {
            json.add("thread", thread);
        }
        if (language != null) {
            json.add("language", language);
        }
        if (!details.equals(ItemDetails.NONE)) {
            json.add("particulars", details.toJson());
        }
        return json.build().toString();
    }

    /** Returns the place of its row that the content is sealed for. */
    static String place(UUID connectionId, String rowId) {
        return "inbound:" + connectionId + ":" + rowId;
    }

    static InboundMessage fromJson(String text) {
        JsonObject json = JsonObjects.read(text);
        return new InboundMessage(
                json.getString("id"),
                json.getString("sender"),
                ItemDetails.aliases(json, "aliases"),
                json.getString("chat"),
                json.containsKey("thread") ? json.getString("thread") : null,
                json.getString("text"),
                json.containsKey("language") ? json.getString("language") : null,
                Instant.parse(json.getString("sentAt")),
                json.containsKey("particulars")
                        ? ItemDetails.fromJson(json.getJsonObject("particulars"))
                        : ItemDetails.NONE);
    }

    /** Keeps the text, which may hold an install token, out of logs. */
    @Override
    public String toString() {
        return "InboundMessage[" + id + "]";
    }
}

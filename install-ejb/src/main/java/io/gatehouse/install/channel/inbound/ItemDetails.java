package io.gatehouse.install.channel.inbound;

import io.gatehouse.contract.chat.ChatMessage;
import io.gatehouse.kernel.json.JsonObjects;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Details of an item that a platform delivered, beyond its text.
 *
 * @param scope within which the sender's scoped ids identify one person: a business portfolio, if it is known; null
 *     if the platform has no such ids
 * @param displayName the sender's name, for display only
 * @param previous accounts that the sender had before and no longer has
 */
public record ItemDetails(
        Kind kind, @Nullable String scope, @Nullable String displayName, List<ChatMessage.Alias> previous) {

    /** What the item means for an agent. */
    public enum Kind {
        /** Text, for the agent. */
        WORDS,
        /** Something without text, which agents cannot read: its sender is informed. */
        WORDLESS,
        /** The chat was opened without a message. */
        OPENED,
        /** The platform reports that the sender has another account now. */
        ACCOUNT_CHANGED
    }

    static final ItemDetails NONE = new ItemDetails(Kind.WORDS, null, null, List.of());

    public ItemDetails {
        previous = List.copyOf(previous);
    }

    /** Returns the details of an item without text. */
    public static ItemDetails wordless() {
        return new ItemDetails(Kind.WORDLESS, null, null, List.of());
    }

    JsonObjectBuilder toJson() {
        JsonObjectBuilder json = JsonObjects.builder().add("kind", kind.name().toLowerCase(Locale.ROOT));
        if (scope != null) {
            json.add("scope", scope);
        }
        if (displayName != null) {
            json.add("displayName", displayName);
        }
        return json.add("previous", toJson(previous));
    }

    static ItemDetails fromJson(JsonObject json) {
        return new ItemDetails(
                Kind.valueOf(json.getString("kind").toUpperCase(Locale.ROOT)),
                json.getString("scope", null),
                json.getString("displayName", null),
                aliases(json, "previous"));
    }

    static JsonArrayBuilder toJson(List<ChatMessage.Alias> accounts) {
        JsonArrayBuilder array = JsonObjects.arrayBuilder();
        accounts.forEach(account -> array.add(
                JsonObjects.builder().add("namespace", account.namespace()).add("identifier", account.identifier())));
        return array;
    }

    static List<ChatMessage.Alias> aliases(JsonObject json, String name) {
        return json.getJsonArray(name).getValuesAs(JsonObject.class).stream()
                .map(alias -> new ChatMessage.Alias(alias.getString("namespace"), alias.getString("identifier")))
                .toList();
    }
}

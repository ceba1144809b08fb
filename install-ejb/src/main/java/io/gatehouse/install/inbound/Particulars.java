package io.gatehouse.install.inbound;

import io.gatehouse.contract.chat.ChatMessage;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.spi.JsonProvider;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What is particular about an item that a platform delivered.
 *
 * @param scope within which the sender's scoped ids are one person's: a business portfolio, as far as it is known; null where
 *     the platform has no such ids
 * @param displayName what the sender is called, for people to read only
 * @param previous accounts that the sender had before, and has no more
 */
public record Particulars(
        Kind kind, @Nullable String scope, @Nullable String displayName, List<ChatMessage.Alias> previous) {

    /** What a person's item is to an agent. */
    public enum Kind {
        /** Words, for the agent. */
        WORDS,
        /** Something without words, which no agent can read: its sender is told. */
        WORDLESS,
        /** The chat was opened, and nothing was said yet. */
        OPENED,
        /** The platform says that the sender's account is another one now. */
        ACCOUNT_CHANGED
    }

    static final Particulars NONE = new Particulars(Kind.WORDS, null, null, List.of());

    /** Looked up once: each look-up searches the class path. */
    private static final JsonProvider JSON = JsonProvider.provider();

    public Particulars {
        previous = List.copyOf(previous);
    }

    /** Of something without words. */
    public static Particulars wordless() {
        return new Particulars(Kind.WORDLESS, null, null, List.of());
    }

    JsonObjectBuilder toJson() {
        JsonObjectBuilder json =
                JSON.createObjectBuilder().add("kind", kind.name().toLowerCase(Locale.ROOT));
        if (scope != null) {
            json.add("scope", scope);
        }
        if (displayName != null) {
            json.add("displayName", displayName);
        }
        return json.add("previous", toJson(previous));
    }

    static Particulars fromJson(JsonObject json) {
        return new Particulars(
                Kind.valueOf(json.getString("kind").toUpperCase(Locale.ROOT)),
                json.getString("scope", null),
                json.getString("displayName", null),
                aliases(json, "previous"));
    }

    static JsonArrayBuilder toJson(List<ChatMessage.Alias> accounts) {
        JsonArrayBuilder array = JSON.createArrayBuilder();
        accounts.forEach(account -> array.add(JSON.createObjectBuilder()
                .add("namespace", account.namespace())
                .add("identifier", account.identifier())));
        return array;
    }

    static List<ChatMessage.Alias> aliases(JsonObject json, String name) {
        return json.getJsonArray(name).getValuesAs(JsonObject.class).stream()
                .map(alias -> new ChatMessage.Alias(alias.getString("namespace"), alias.getString("identifier")))
                .toList();
    }
}

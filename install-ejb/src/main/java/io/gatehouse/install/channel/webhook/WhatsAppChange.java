package io.gatehouse.install.channel.webhook;

import static io.gatehouse.install.channel.webhook.WhatsAppSender.NUMBER;
import static io.gatehouse.install.channel.webhook.WhatsAppSender.PARENT;
import static io.gatehouse.install.channel.webhook.WhatsAppSender.SCOPED;

import io.gatehouse.contract.chat.ChatMessage;
import io.gatehouse.kernel.json.LenientObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A change of a person's accounts (messages of the type {@code system}). A new number comes with new business-scoped
 * ids; if WhatsApp may not disclose the number, only the ids are given. Only its fields are read, never its text for
 * people.
 *
 * @param current never empty; the first one can be replied to
 * @param previous never empty
 * @param chat where the person writes from now on: the chat of their number if it is given, also for a change of
 *     the ids only
 */
record WhatsAppChange(List<ChatMessage.Alias> current, List<ChatMessage.Alias> previous, String chat) {

    /** The second is the name of the first in older versions of the API. */
    private static final Set<String> NUMBER_CHANGED = Set.of("user_changed_number", "customer_changed_number");

    private static final String ID_CHANGED = "user_changed_user_id";

    /** Empty for other system messages, and if the accounts before and after the change are not both given. */
    static Optional<WhatsAppChange> of(LenientObject message) {
        LenientObject system = message.object("system");
        String type = system.text("type", "");
        boolean number = NUMBER_CHANGED.contains(type);
        if (!number && !type.equals(ID_CHANGED)) {
            return Optional.empty();
        }
        List<ChatMessage.Alias> current = new ArrayList<>();
        if (number) {
            add(current, NUMBER, system.text("wa_id").or(() -> system.text("new_wa_id")));
        }
        add(current, SCOPED, system.text("user_id"));
        add(current, PARENT, system.text("parent_user_id"));

        List<ChatMessage.Alias> previous = new ArrayList<>();
        if (number) {
            add(previous, NUMBER, message.text("from"));
            add(previous, NUMBER, system.text("customer"));
        }
        add(previous, SCOPED, system.text("previous_user_id").or(() -> message.text("from_user_id")));
        add(previous, PARENT, system.text("previous_parent_user_id").or(() -> message.text("from_parent_user_id")));
        previous.removeAll(current);
        return current.isEmpty() || previous.isEmpty()
                ? Optional.empty()
                : Optional.of(new WhatsAppChange(
                        List.copyOf(current), List.copyOf(previous), chat(message, number, current)));
    }

    private static String chat(LenientObject message, boolean number, List<ChatMessage.Alias> current) {
        Optional<String> kept = number
                ? Optional.empty()
                : message.text("from").or(() -> message.object("system").text("wa_id"));
        return kept.orElseGet(() -> current.get(0).identifier());
    }

    private static void add(List<ChatMessage.Alias> accounts, String namespace, Optional<String> identifier) {
        identifier.ifPresent(it -> accounts.add(new ChatMessage.Alias(namespace, it)));
    }
}

package io.gatehouse.install.channel.webhook;

import io.gatehouse.contract.chat.ChatMessage;
import io.gatehouse.contract.platform.PhoneNumber;
import io.gatehouse.kernel.json.LenientObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The sender of a WhatsApp message. A sender who shows their number is identified by it, and their business-scoped ids
 * are aliases. A sender who hides it is identified by those ids, which are given with the message or with its contact.
 *
 * @param displayName the name for display: the username if the sender has one
 */
record WhatsAppSender(
        String account,
        List<ChatMessage.Alias> aliases,
        @Nullable String displayName) {

    static final String NUMBER = "wa_jid";
    static final String SCOPED = "wa_bsuid";
    static final String PARENT = "wa_parent_bsuid";

    /** In code points, each of at most two UTF-16 units. */
    private static final int MAX_NAME_LENGTH = 50;

    /**
     * Empty if no sender is given.
     *
     * @param alone whether no other message came with these contacts
     */
    static Optional<WhatsAppSender> of(LenientObject message, List<LenientObject> contacts, boolean alone) {
        Optional<LenientObject> contact = contact(message, contacts, alone);
        List<ChatMessage.Alias> accounts = new ArrayList<>();
        first(message, "from", contact, "wa_id").ifPresent(it -> accounts.add(new ChatMessage.Alias(NUMBER, it)));
        first(message, "from_user_id", contact, "user_id")
                .ifPresent(it -> accounts.add(new ChatMessage.Alias(SCOPED, it)));
        first(message, "from_parent_user_id", contact, "parent_user_id")
                .ifPresent(it -> accounts.add(new ChatMessage.Alias(PARENT, it)));
        // If there are ids, a sender field that is not a number is ignored.
        if (accounts.size() > 1 && accounts.get(0).namespace().equals(NUMBER) && !isNumber(accounts.get(0))) {
            accounts.remove(0);
        }
        if (accounts.isEmpty()) {
            return Optional.empty();
        }
        String account = accounts.get(0).identifier();
        List<ChatMessage.Alias> others =
                accounts.stream().filter(it -> !it.identifier().equals(account)).toList();
        return Optional.of(new WhatsAppSender(
                account, others, contact.flatMap(WhatsAppSender::displayName).orElse(null)));
    }

    private static Optional<String> first(
            LenientObject message, String field, Optional<LenientObject> contact, String contactField) {
        return message.text(field).or(() -> contact.flatMap(it -> it.text(contactField)));
    }

    private static boolean isNumber(ChatMessage.Alias account) {
        return PhoneNumber.ofPlatform(account.identifier()).isPresent();
    }

    /**
     * Finds the sender's contact. A single contact may write the sender's id in another form; with several messages it
     * may belong to another one.
     */
    private static Optional<LenientObject> contact(LenientObject message, List<LenientObject> contacts, boolean alone) {
        Optional<LenientObject> named = Stream.of(
                        named(message.text("from"), contacts, "wa_id"),
                        named(message.text("from_user_id"), contacts, "user_id"),
                        named(message.text("from_parent_user_id"), contacts, "parent_user_id"))
                .flatMap(Optional::stream)
                .findFirst();
        return named.isPresent()
                ? named
                : contacts.stream()
                        .filter(only -> contacts.size() == 1)
                        .filter(only -> alone || hasNoSender(message) || isOneNumber(message, only))
                        .findFirst();
    }

    private static boolean hasNoSender(LenientObject message) {
        return Stream.of("from", "from_user_id", "from_parent_user_id")
                .allMatch(field -> message.text(field).isEmpty());
    }

    private static boolean isOneNumber(LenientObject message, LenientObject contact) {
        Optional<String> sender = matchKey(message.text("from"));
        return sender.isPresent() && sender.equals(matchKey(contact.text("wa_id")));
    }

    private static Optional<String> matchKey(Optional<String> digits) {
        return digits.flatMap(PhoneNumber::ofPlatform).map(PhoneNumber::matchKey);
    }

    private static Optional<LenientObject> named(Optional<String> sender, List<LenientObject> contacts, String field) {
        return contacts.stream()
                .filter(contact -> sender.isPresent() && sender.equals(contact.text(field)))
                .findFirst();
    }

    private static Optional<String> displayName(LenientObject contact) {
        LenientObject profile = contact.object("profile");
        return profile.text("username")
                .or(() -> contact.text("username"))
                .flatMap(WhatsAppSender::shown)
                .map(name -> name.startsWith("@") ? name : "@" + name)
                .or(() -> profile.text("name").flatMap(WhatsAppSender::shown));
    }

    /**
     * Returns the name on one line, without characters that change the direction of the surrounding text or hide it.
     */
    private static Optional<String> shown(String name) {
        String visible = name.codePoints()
                .filter(WhatsAppSender::isVisible)
                .limit(MAX_NAME_LENGTH - 1)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .strip();
        return visible.isEmpty() ? Optional.empty() : Optional.of(visible);
    }

    private static boolean isVisible(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.UNASSIGNED -> false;
            default -> true;
        };
    }
}

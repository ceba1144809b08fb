package io.gatehouse.install.webhook;

import io.gatehouse.contract.chat.ChatMessage;
import io.gatehouse.contract.webhook.WebhookDelivery;
import io.gatehouse.domain.account.Platform;
import io.gatehouse.install.connection.OpenConnection;
import io.gatehouse.install.connection.SettingField;
import io.gatehouse.install.inbound.InboundMessage;
import io.gatehouse.install.webhook.Reading.Report;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Webhooks of the WhatsApp Business Platform, Cloud API: entries, changes, and messages in batches. */
@ApplicationScoped
class WhatsAppReader implements WebhookReader {

    private static final Set<String> CAPTIONED = Set.of("image", "video", "document");
    private static final Set<String> SILENT = Set.of(
            "audio",
            "image",
            "video",
            "document",
            "sticker",
            "reaction",
            "location",
            "contacts",
            "order",
            "system",
            "edit",
            "revoke",
            "unsupported");
    private static final Set<String> STATUSES = Set.of("sent", "delivered", "read", "played", "failed", "deleted");

    private InstantSource clock;

    /** For the container's proxy. */
    @SuppressWarnings("NullAway.Init")
    protected WhatsAppReader() {}

    @Inject
    WhatsAppReader(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public Platform platform() {
        return Platform.WHATSAPP;
    }

    @Override
    public boolean isGenuine(OpenConnection connection, WebhookDelivery delivery) {
        return Proof.isSigned(
                delivery.header("x-hub-signature-256"),
                "sha256=",
                connection.setting(SettingField.APP_SECRET),
                delivery.body());
    }

    @Override
    public Reading read(OpenConnection connection, Node body) {
        Reading reading = new Reading();
        for (Node entry : body.objects("entry")) {
            for (Node change : entry.objects("changes")) {
                read(connection, change, reading);
            }
        }
        return reading;
    }

    /** An app delivers for all of its numbers; another one's messages are another connection's. */
    private void read(OpenConnection connection, Node change, Reading reading) {
        Node value = change.object("value");
        String number = value.object("metadata").text("phone_number_id", "");
        if (!change.text("field", "").equals("messages")) {
            reading.count("other_field");
            return;
        }
        if (!number.equals(connection.setting(SettingField.PHONE_NUMBER_ID))) {
            reading.count("other_number");
            return;
        }
        List<Node> contacts = value.objects("contacts");
        value.objects("messages").forEach(message -> read(message, contacts, reading));
        value.objects("statuses").forEach(status -> readStatus(status, reading));
        value.objects("errors").forEach(error -> reading.count("error"));
    }

    private void read(Node message, List<Node> contacts, Reading reading) {
        String type = message.text("type", "");
        Optional<String> id = message.text("id");
        Optional<String> words = words(message, type);
        if (message.has("group_id")) {
            reading.count("group");
        } else if (id.isEmpty()) {
            reading.count("malformed");
        } else if (words.isEmpty()) {
            reading.count(SILENT.contains(type) ? type : "other_type");
        } else {
            readSender(message, contacts, id.get(), words.get(), reading);
        }
    }

    private static Optional<String> words(Node message, String type) {
        return switch (type) {
            case "text" -> message.object("text").text("body");
            case "button" -> message.object("button").text("text");
            case "interactive" -> {
                Node interactive = message.object("interactive");
                Optional<String> button = interactive.object("button_reply").text("title");
                yield button.isPresent()
                        ? button
                        : interactive.object("list_reply").text("title");
            }
            default -> CAPTIONED.contains(type) ? message.object(type).text("caption") : Optional.empty();
        };
    }

    /**
     * Whoever shows their number is known by it, and their business-scoped id is learned. Whoever hides it is known by the
     * business-scoped id alone, which stands with the message or, if there is but one contact, there.
     */
    private void readSender(Node message, List<Node> contacts, String id, String words, Reading reading) {
        Optional<Node> contact = contact(message, contacts);
        Optional<String> scoped = message.text("from_user_id").or(() -> contact.flatMap(it -> it.text("user_id")));
        Optional<String> sender = message.text("from")
                .or(() -> contact.flatMap(it -> it.text("wa_id")))
                .or(() -> scoped);
        if (sender.isEmpty()) {
            reading.count("no_sender");
            return;
        }
        List<ChatMessage.Alias> aliases = scoped.filter(it -> !it.equals(sender.get()))
                .map(it -> List.of(new ChatMessage.Alias("wa_bsuid", it)))
                .orElse(List.of());
        reading.message(
                new InboundMessage(id, sender.get(), aliases, sender.get(), null, words, null, sentAt(message)));
    }

    private static Optional<Node> contact(Node message, List<Node> contacts) {
        Optional<String> from = message.text("from");
        Optional<Node> named = contacts.stream()
                .filter(contact -> from.isPresent() && from.equals(contact.text("wa_id")))
                .findFirst();
        return named.isPresent() || contacts.size() != 1 ? named : Optional.of(contacts.get(0));
    }

    private static void readStatus(Node status, Reading reading) {
        String state = status.text("status", "");
        String kind = "status_" + (STATUSES.contains(state) ? state : "other");
        Optional<String> id = status.text("id");
        if (id.isEmpty()) {
            reading.count(kind);
            return;
        }
        String failure = null;
        if (state.equals("failed")) {
            Node error = status.objects("errors").stream().findFirst().orElseGet(() -> status.object("errors"));
            failure = (error.number("code").orElse("") + " " + error.text("title", "")).strip();
        }
        reading.report(
                new Report(id.get(), status.text("biz_opaque_callback_data").orElse(null), failure), kind);
    }

    private Instant sentAt(Node message) {
        return message.text("timestamp")
                .filter(seconds -> seconds.matches("\\d{1,11}"))
                .map(seconds -> Instant.ofEpochSecond(Long.parseLong(seconds)))
                .orElseGet(clock::instant);
    }
}

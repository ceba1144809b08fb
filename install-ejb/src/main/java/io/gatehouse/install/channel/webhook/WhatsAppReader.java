package io.gatehouse.install.channel.webhook;

import io.gatehouse.contract.chat.ChatMessage;
import io.gatehouse.contract.platform.Platform;
import io.gatehouse.contract.webhook.WebhookDelivery;
import io.gatehouse.install.channel.connection.OpenConnection;
import io.gatehouse.install.channel.connection.SettingField;
import io.gatehouse.install.channel.inbound.InboundMessage;
import io.gatehouse.install.channel.inbound.ItemDetails;
import io.gatehouse.install.channel.webhook.Reading.Report;
import io.gatehouse.install.claim.account.ForeignId;
import io.gatehouse.kernel.json.LenientObject;
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

    /** Types of messages of a person that agents cannot read. */
    private static final Set<String> WORDLESS = Set.of(
            "audio",
            "image",
            "video",
            "document",
            "sticker",
            "location",
            "contacts",
            "order",
            "request_welcome",
            "unsupported");

    /** Types that act on messages or chats and are not messages. */
    private static final Set<String> SILENT = Set.of("reaction", "edit", "revoke");

    /** The same for types that WhatsApp does not pass on ({@code unsupported.type}). */
    private static final Set<String> SILENTLY_UNSUPPORTED =
            Set.of("reaction", "edit", "revoke", "pin", "keep_in_chat", "poll_update");

    private static final int MAX_ACCOUNT_LENGTH = 100;

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
    public Reading read(OpenConnection connection, LenientObject body) {
        Reading reading = new Reading();
        for (LenientObject entry : body.objects("entry")) {
            for (LenientObject change : entry.objects("changes")) {
                read(connection, change, scope(connection, entry), reading);
            }
        }
        return reading;
    }

    /**
     * Returns the scope of business-scoped ids. They belong to one business portfolio, and so does a WhatsApp Business
     * account, which an entry is for.
     */
    private static String scope(OpenConnection connection, LenientObject entry) {
        return entry.text("id")
                .map(account -> "waba:" + ForeignId.of(account, MAX_ACCOUNT_LENGTH))
                .orElse("connection:" + connection.id());
    }

    /** An app delivers the messages of all of its numbers; those of other numbers belong to other connections. */
    private void read(OpenConnection connection, LenientObject change, String scope, Reading reading) {
        LenientObject value = change.object("value");
        String number = value.object("metadata").text("phone_number_id", "");
        if (!change.text("field", "").equals("messages")) {
            reading.count("other_field");
            return;
        }
        if (!number.equals(connection.setting(SettingField.PHONE_NUMBER_ID))) {
            reading.count("other_number");
            return;
        }
        List<LenientObject> contacts = value.objects("contacts");
        List<LenientObject> messages = value.objects("messages");
        SenderLookup senders = message -> WhatsAppSender.of(message, contacts, messages.size() == 1);
        messages.forEach(message -> read(message, senders, scope, reading));
        value.objects("statuses").forEach(status -> readStatus(status, reading));
        value.objects("errors").forEach(error -> reading.count("error"));
    }

    /** Determines the sender of a message from the contacts that came with it. */
    private interface SenderLookup {

        Optional<WhatsAppSender> of(LenientObject message);
    }

    private void read(LenientObject message, SenderLookup senders, String scope, Reading reading) {
        String type = message.text("type", "");
        Optional<String> id = message.text("id");
        if (message.has("group_id")) {
            reading.count("group");
        } else if (id.isEmpty()) {
            reading.count("malformed");
        } else if (type.equals("system")) {
            readSystem(id.get(), message, scope, reading);
        } else if (isSilent(message, type)) {
            reading.count(SILENT.contains(type) ? type : "unsupported");
        } else {
            readSender(id.get(), message, senders, scope, reading);
        }
    }

    /** The type of a message that WhatsApp does not pass on is given, if at all, within its object. */
    private static boolean isSilent(LenientObject message, String type) {
        return SILENT.contains(type)
                || (type.equals("unsupported")
                        && SILENTLY_UNSUPPORTED.contains(
                                message.object("unsupported").text("type", "")));
    }

    private static Optional<String> words(LenientObject message, String type) {
        return switch (type) {
            case "text" -> message.object("text").text("body");
            case "button" -> message.object("button").text("text");
            case "interactive" -> {
                LenientObject interactive = message.object("interactive");
                Optional<String> button = interactive.object("button_reply").text("title");
                yield button.isPresent()
                        ? button
                        : interactive.object("list_reply").text("title");
            }
            default -> CAPTIONED.contains(type) ? message.object(type).text("caption") : Optional.empty();
        };
    }

    private void readSender(String id, LenientObject message, SenderLookup senders, String scope, Reading reading) {
        Optional<WhatsAppSender> known = senders.of(message);
        if (known.isEmpty()) {
            reading.count("no_sender");
            return;
        }
        String type = message.text("type", "");
        Optional<String> words = words(message, type);
        WhatsAppSender sender = known.get();
        InboundMessage item = new InboundMessage(
                id,
                sender.account(),
                sender.aliases(),
                sender.account(),
                null,
                words.orElse(""),
                null,
                sentAt(message),
                new ItemDetails(kind(type, words), scope, sender.displayName(), List.of()));
        if (words.isPresent()) {
            reading.message(item);
        } else {
            reading.other(item, countedAs(message, type));
        }
    }

    private static ItemDetails.Kind kind(String type, Optional<String> words) {
        if (words.isPresent()) {
            return ItemDetails.Kind.WORDS;
        }
        return type.equals("request_welcome") ? ItemDetails.Kind.OPENED : ItemDetails.Kind.WORDLESS;
    }

    private static String countedAs(LenientObject message, String type) {
        if (type.equals("interactive") && message.object(type).has("nfm_reply")) {
            return "nfm_reply";
        }
        return WORDLESS.contains(type) ? type : "other_type";
    }

    /**
     * Queued in the chat of the new account, or of the unchanged number, so that it is processed before later messages
     * there.
     */
    private void readSystem(String id, LenientObject message, String scope, Reading reading) {
        Optional<WhatsAppChange> change = WhatsAppChange.of(message);
        if (change.isEmpty()) {
            reading.count("system");
            return;
        }
        List<ChatMessage.Alias> current = change.get().current();
        String account = current.get(0).identifier();
        ItemDetails details = new ItemDetails(
                ItemDetails.Kind.ACCOUNT_CHANGED, scope, null, change.get().previous());
        reading.other(
                new InboundMessage(id, account, current, change.get().chat(), null, "", null, sentAt(message), details),
                "system");
    }

    private static void readStatus(LenientObject status, Reading reading) {
        String state = status.text("status", "");
        String kind = "status_" + (STATUSES.contains(state) ? state : "other");
        Optional<String> id = status.text("id");
        if (id.isEmpty()) {
            reading.count(kind);
            return;
        }
        String failure = null;
        if (state.equals("failed")) {
            LenientObject error =
                    status.objects("errors").stream().findFirst().orElseGet(() -> status.object("errors"));
            failure = (error.number("code").orElse("") + " " + error.text("title", "")).strip();
        }
        reading.report(
                new Report(id.get(), status.text("biz_opaque_callback_data").orElse(null), failure), kind);
    }

    private Instant sentAt(LenientObject message) {
        return message.text("timestamp")
                .filter(seconds -> seconds.matches("\\d{1,11}"))
                .map(seconds -> Instant.ofEpochSecond(Long.parseLong(seconds)))
                .orElseGet(clock::instant);
    }
}

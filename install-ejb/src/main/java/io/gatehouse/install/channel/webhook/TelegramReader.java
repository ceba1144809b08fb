package io.gatehouse.install.channel.webhook;

import io.gatehouse.contract.platform.Platform;
import io.gatehouse.contract.webhook.WebhookDelivery;
import io.gatehouse.install.channel.connection.OpenConnection;
import io.gatehouse.install.channel.connection.SettingField;
import io.gatehouse.install.channel.inbound.InboundMessage;
import io.gatehouse.install.channel.inbound.ItemDetails;
import io.gatehouse.kernel.json.LenientObject;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Updates of the Telegram Bot API, one in each delivery. */
@ApplicationScoped
class TelegramReader implements WebhookReader {

    /** Updates that are not for agents, counted by their field name. */
    private static final List<String> SILENT = List.of(
            "edited_message",
            "channel_post",
            "edited_channel_post",
            "business_message",
            "message_reaction",
            "callback_query",
            "inline_query",
            "my_chat_member",
            "chat_member",
            "poll",
            "poll_answer");

    private static final List<String> WORDLESS = List.of(
            "sticker",
            "photo",
            "video",
            "voice",
            "audio",
            "document",
            "animation",
            "video_note",
            "location",
            "contact",
            "poll",
            "dice");

    private InstantSource clock;

    /** For the container's proxy. */
    @SuppressWarnings("NullAway.Init")
    protected TelegramReader() {}

    @Inject
    TelegramReader(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public Platform platform() {
        return Platform.TELEGRAM;
    }

    /** Telegram does not sign deliveries: it sends the token that was registered with the webhook's URL. */
    @Override
    public boolean isGenuine(OpenConnection connection, WebhookDelivery delivery) {
        return Proof.isSame(
                delivery.header("x-telegram-bot-api-secret-token"), connection.setting(SettingField.SECRET_TOKEN));
    }

    @Override
    public Reading read(OpenConnection connection, LenientObject update) {
        Reading reading = new Reading();
        Optional<String> id = update.number("update_id");
        if (id.isEmpty()) {
            reading.count("malformed");
        } else if (update.has("message")) {
            read(connection.id() + ":" + id.get(), update.object("message"), reading);
        } else {
            reading.count(SILENT.stream().filter(update::has).findFirst().orElse("other_update"));
        }
        return reading;
    }

    /** @param updateId with the connection's id, because Telegram numbers the updates of each bot separately */
    private void read(String updateId, LenientObject message, Reading reading) {
        LenientObject from = message.object("from");
        Optional<String> sender = from.number("id");
        Optional<String> chat = message.object("chat").number("id");
        Optional<String> words = message.text("text").or(() -> message.text("caption"));
        if (!message.object("chat").text("type", "").equals("private")) {
            reading.count("group");
        } else if (sender.isEmpty() || chat.isEmpty()) {
            reading.count("no_sender");
        } else if (from.isTrue("is_bot")) {
            reading.count("bot");
        } else {
            InboundMessage item = new InboundMessage(
                    updateId,
                    sender.get(),
                    List.of(),
                    chat.get(),
                    message.isTrue("is_topic_message")
                            ? message.number("message_thread_id").orElse(null)
                            : null,
                    words.orElse(""),
                    from.text("language_code").orElse(null),
                    sentAt(message));
            take(item, message, reading);
        }
    }

    /** Service messages, such as that a message was pinned, are counted only. */
    private static void take(InboundMessage item, LenientObject message, Reading reading) {
        if (!item.text().isEmpty()) {
            reading.message(item);
            return;
        }
        Optional<String> kind = WORDLESS.stream().filter(message::has).findFirst();
        if (kind.isPresent()) {
            reading.other(item.as(ItemDetails.wordless()), kind.get());
        } else {
            reading.count("other_message");
        }
    }

    private Instant sentAt(LenientObject message) {
        return message.number("date")
                .filter(seconds -> seconds.matches("\\d{1,11}"))
                .map(seconds -> Instant.ofEpochSecond(Long.parseLong(seconds)))
                .orElseGet(clock::instant);
    }
}

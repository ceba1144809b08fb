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
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;

/** The Slack Events API: one event in each delivery, signed together with its time. */
@ApplicationScoped
class SlackReader implements WebhookReader {

    private static final Duration MAX_CLOCK_DIFFERENCE = Duration.ofMinutes(5);

    /** The subtypes of messages that a person wrote, with or without more than text. */
    private static final Set<String> WRITTEN_BY_PERSON = Set.of("", "file_share", "thread_broadcast", "me_message");

    private InstantSource clock;

    /** For the container's proxy. */
    @SuppressWarnings("NullAway.Init")
    protected SlackReader() {}

    @Inject
    SlackReader(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public Platform platform() {
        return Platform.SLACK;
    }

    @Override
    public boolean isGenuine(OpenConnection connection, WebhookDelivery delivery) {
        String time = delivery.header("x-slack-request-timestamp");
        if (time == null || !time.matches("\\d{1,11}")) {
            return false;
        }
        boolean signed = Proof.isSigned(
                delivery.header("x-slack-signature"),
                "v0=",
                connection.setting(SettingField.SIGNING_SECRET),
                ("v0:" + time + ":").getBytes(StandardCharsets.US_ASCII),
                delivery.body());
        Duration difference = Duration.between(Instant.ofEpochSecond(Long.parseLong(time)), clock.instant())
                .abs();
        return signed && difference.compareTo(MAX_CLOCK_DIFFERENCE) <= 0;
    }

    @Override
    public Reading read(OpenConnection connection, LenientObject body) {
        Reading reading = new Reading();
        switch (body.text("type", "")) {
            case "url_verification" -> body.text("challenge").ifPresent(reading::challenge);
            case "event_callback" -> readEvent(connection, body, reading);
            case "app_rate_limited" -> reading.count("app_rate_limited");
            default -> reading.count("other_type");
        }
        return reading;
    }

    private void readEvent(OpenConnection connection, LenientObject body, Reading reading) {
        LenientObject event = body.object("event");
        SlackWorkspaces workspaces = SlackWorkspaces.of(body);
        Optional<String> eventId = body.text("event_id");
        String type = event.text("type", "");
        Optional<String> team = connection.settings().find(SettingField.TEAM_ID);
        if (team.isPresent() && !workspaces.isInstalledIn(team.get())) {
            reading.count("other_team");
        } else if (!type.equals("message")) {
            // This includes app_mention: its message is also delivered by itself, under another event id.
            reading.count(type.startsWith("reaction_") ? "reaction" : "other_event");
        } else if (eventId.isEmpty()) {
            reading.count("malformed");
        } else {
            readMessage(eventId.get(), workspaces, event, reading);
        }
    }

    private void readMessage(String eventId, SlackWorkspaces workspaces, LenientObject event, Reading reading) {
        String subtype = event.text("subtype", "");
        if (event.has("bot_id") || subtype.equals("bot_message")) {
            reading.count("bot");
        } else if (subtype.equals("message_changed")) {
            reading.count("edit");
        } else if (subtype.equals("message_deleted")) {
            reading.count("deletion");
        } else if (!WRITTEN_BY_PERSON.contains(subtype)) {
            reading.count("other_subtype");
        } else if (!event.text("channel_type", "").equals("im")) {
            reading.count("group");
        } else {
            readWords(eventId, workspaces, event, reading);
        }
    }

    private void readWords(String eventId, SlackWorkspaces workspaces, LenientObject event, Reading reading) {
        Optional<SlackWorkspaces.Person> person = workspaces.sender(event);
        Optional<String> channel = event.text("channel");
        Optional<String> words = event.text("text");
        if (person.isEmpty() || channel.isEmpty()) {
            reading.count("no_sender");
        } else {
            InboundMessage item = new InboundMessage(
                    messageId(event, person.get()).orElse(eventId),
                    person.get().account(),
                    person.get().aliases(),
                    channel.get(),
                    thread(event).orElse(null),
                    words.map(SlackReader::unescaped).orElse(""),
                    null,
                    sentAt(event));
            if (words.isPresent()) {
                reading.message(item);
            } else {
                reading.other(item.as(ItemDetails.wordless()), "file");
            }
        }
    }

    /**
     * Returns the client's id of the message, because one message may be delivered under several event ids. The sender
     * chooses that id, so it is unique only together with the sender.
     */
    private static Optional<String> messageId(LenientObject event, SlackWorkspaces.Person sender) {
        return event.text("client_msg_id").map(id -> sender.account() + ":" + id);
    }

    /**
     * Returns the thread. A message to an assistant has its thread in another field, with or without a thread of the
     * message.
     */
    private static Optional<String> thread(LenientObject event) {
        return event.text("thread_ts").or(() -> event.object("assistant_thread").text("thread_ts"));
    }

    /** Slack encodes three characters as entities (Slack, "Escaping text"). */
    private static String unescaped(String text) {
        return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
    }

    private Instant sentAt(LenientObject event) {
        return event.text("ts")
                .filter(time -> time.matches("\\d{1,11}\\.\\d{1,6}"))
                .map(time -> Instant.ofEpochSecond(Long.parseLong(time.substring(0, time.indexOf('.')))))
                .orElseGet(clock::instant);
    }
}

package io.gatehouse.install.channel.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.contract.chat.ChatMessage;
import io.gatehouse.contract.platform.Platform;
import io.gatehouse.install.channel.inbound.InboundMessage;
import io.gatehouse.install.channel.inbound.ItemDetails;
import io.gatehouse.kernel.json.LenientObject;
import io.gatehouse.testkit.SetClock;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The items read from each kind of delivery that the platforms document, and from unexpected JSON. */
class WebhookReadingTest {

    private final SetClock clock = SetClock.some();

    @ParameterizedTest
    @CsvSource({
        "whatsapp/text, message=1",
        "whatsapp/text-with-business-scoped-id, message=1",
        "whatsapp/username-without-number, message=1",
        "whatsapp/username-known-by-contact-only, message=1",
        "whatsapp/no-sender, no_sender=1",
        "whatsapp/batch, message=5",
        "whatsapp/status-sent, status_sent=1",
        "whatsapp/status-delivered-and-read, status_delivered=1 status_read=1",
        "whatsapp/status-failed, status_failed=1",
        "whatsapp/image-with-caption, message=1",
        "whatsapp/image, image=1",
        "whatsapp/audio, audio=1",
        "whatsapp/sticker, sticker=1",
        "whatsapp/reaction, reaction=1",
        "whatsapp/location, location=1",
        "whatsapp/contacts, contacts=1",
        "whatsapp/button, message=1",
        "whatsapp/interactive-reply, message=1",
        "whatsapp/unsupported, unsupported=1",
        "whatsapp/edit, edit=1",
        "whatsapp/system-number-changed, system=1",
        "whatsapp/system-number-and-ids-changed, system=1",
        "whatsapp/system-id-changed, system=1",
        "whatsapp/system-identity-changed, system=1",
        "whatsapp/flow-reply, nfm_reply=1",
        "whatsapp/order, order=1",
        "whatsapp/request-welcome, request_welcome=1",
        "whatsapp/unsupported-edit, unsupported=1",
        "whatsapp/tomorrows-type, other_type=1",
        "whatsapp/text-with-parent-id, message=1",
        "whatsapp/group, group=1",
        "whatsapp/other-number, other_number=1",
        "whatsapp/other-field, other_field=1",
        "whatsapp/error, error=1",
        "telegram/text, message=1",
        "telegram/start-with-token, message=1",
        "telegram/start, message=1",
        "telegram/edited, edited_message=1",
        "telegram/photo-with-caption, message=1",
        "telegram/photo, photo=1",
        "telegram/sticker, sticker=1",
        "telegram/voice, voice=1",
        "telegram/reaction, message_reaction=1",
        "telegram/group, group=1",
        "telegram/channel-post, channel_post=1",
        "telegram/another-bot, bot=1",
        "telegram/no-sender, no_sender=1",
        "telegram/callback, callback_query=1",
        "telegram/blocked, my_chat_member=1",
        "telegram/topic, message=1",
        "slack/message, message=1",
        "slack/message-in-thread, message=1",
        "slack/url-verification, challenge=1",
        "slack/edit, edit=1",
        "slack/deletion, deletion=1",
        "slack/bot, bot=1",
        "slack/bot-message, bot=1",
        "slack/file, file=1",
        "slack/file-with-words, message=1",
        "slack/channel, group=1",
        "slack/group-dm, group=1",
        "slack/mention, other_event=1",
        "slack/reaction, reaction=1",
        "slack/joined, other_subtype=1",
        "slack/other-team, other_team=1",
        "slack/no-sender, no_sender=1",
        "slack/rate-limited, app_rate_limited=1",
        "slack/app-home, other_event=1",
    })
    void everyKindOfDeliveryIsReadOrCounted(String fixture, String items) {
        Reading reading = read(fixture);

        assertThat(reading.items().entrySet().stream()
                        .map(item -> item.getKey() + "=" + item.getValue())
                        .collect(Collectors.joining(" ")))
                .isEqualTo(items);
        assertThat(reading.messages()).hasSize(reading.items().getOrDefault("message", 0));
    }

    @Test
    void aVisibleNumberIsTheSenderAndTheScopedIdAnAlias() {
        InboundMessage message =
                read("whatsapp/text-with-business-scoped-id").messages().get(0);

        assertThat(message.sender()).isEqualTo("447700900123");
        assertThat(message.chat()).isEqualTo("447700900123");
        assertThat(message.aliases()).containsExactly(new ChatMessage.Alias("wa_bsuid", "GB.13491208655302741918"));
        assertThat(message.sentAt().getEpochSecond()).isEqualTo(1749416383);
    }

    @ParameterizedTest
    @ValueSource(strings = {"username-without-number", "username-known-by-contact-only"})
    void theSenderWithAHiddenNumberIsTheScopedId(String fixture) {
        InboundMessage message = read("whatsapp/" + fixture).messages().get(0);

        assertThat(message.sender()).isEqualTo("GB.13491208655302741918");
        assertThat(message.chat()).isEqualTo("GB.13491208655302741918");
        assertThat(message.aliases()).isEmpty();
    }

    @Test
    void parentIdsAreAliasesAndTheUsernameIsTheDisplayName() {
        InboundMessage message = read("whatsapp/text-with-parent-id").messages().get(0);

        assertThat(message.sender()).isEqualTo("447700900123");
        assertThat(message.aliases())
                .containsExactly(
                        new ChatMessage.Alias("wa_bsuid", "GB.13491208655302741918"),
                        new ChatMessage.Alias("wa_parent_bsuid", "GB.ENT.11815799212886844830"));
        assertThat(message.details().scope()).isEqualTo("waba:102290129340398");
        assertThat(message.details().displayName()).isEqualTo("@countess");
        assertThat(read("whatsapp/text").messages().get(0).details().displayName())
                .isEqualTo("Ada");
        assertThat(read("whatsapp/parent-id-alone").messages().get(0).sender())
                .isEqualTo("GB.ENT.11815799212886844830");
    }

    @Test
    void theSendersContactIsFoundByItsScopedId() {
        InboundMessage message =
                read("whatsapp/username-among-contacts").messages().get(0);

        assertThat(message.sender()).isEqualTo("GB.2");
        assertThat(message.aliases()).containsExactly(new ChatMessage.Alias("wa_parent_bsuid", "GB.ENT.2"));
        assertThat(message.details().displayName()).isEqualTo("@two");
    }

    @Test
    void aChangedNumberHasThePreviousAndTheCurrentAccounts() {
        InboundMessage change =
                read("whatsapp/system-number-and-ids-changed").toProcess().get(0);

        assertThat(change.details().kind()).isEqualTo(ItemDetails.Kind.ACCOUNT_CHANGED);
        assertThat(change.chat()).isEqualTo("447700900999");
        assertThat(change.aliases())
                .containsExactly(
                        new ChatMessage.Alias("wa_jid", "447700900999"),
                        new ChatMessage.Alias("wa_bsuid", "GB.2"),
                        new ChatMessage.Alias("wa_parent_bsuid", "GB.ENT.2"));
        assertThat(change.details().previous())
                .containsExactly(
                        new ChatMessage.Alias("wa_jid", "447700900123"),
                        new ChatMessage.Alias("wa_bsuid", "GB.1"),
                        new ChatMessage.Alias("wa_parent_bsuid", "GB.ENT.1"));
        InboundMessage old =
                read("whatsapp/system-number-changed-of-old").toProcess().get(0);
        assertThat(old.aliases()).containsExactly(new ChatMessage.Alias("wa_jid", "447700900999"));
        assertThat(old.details().previous()).containsExactly(new ChatMessage.Alias("wa_jid", "447700900123"));
    }

    @Test
    void aChangedIdOfANumberIsQueuedInTheChatOfTheNumber() {
        InboundMessage change =
                read("whatsapp/system-id-changed-of-a-number").toProcess().get(0);

        assertThat(change.chat()).isEqualTo("447700900123");
        assertThat(change.sender()).isEqualTo("GB.2");
        assertThat(change.aliases()).containsExactly(new ChatMessage.Alias("wa_bsuid", "GB.2"));
        assertThat(change.details().previous()).containsExactly(new ChatMessage.Alias("wa_bsuid", "GB.1"));
    }

    @Test
    void aChangedIdContainsNoNumber() {
        InboundMessage change = read("whatsapp/system-id-changed").toProcess().get(0);

        assertThat(change.chat()).isEqualTo("GB.2");
        assertThat(change.details().previous())
                .containsExactly(
                        new ChatMessage.Alias("wa_bsuid", "GB.1"),
                        new ChatMessage.Alias("wa_parent_bsuid", "GB.ENT.1"));
        assertThat(read("whatsapp/system-identity-changed").toProcess()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "whatsapp/flow-reply, WORDLESS",
        "whatsapp/order, WORDLESS",
        "whatsapp/request-welcome, OPENED",
        "whatsapp/image, WORDLESS",
        "whatsapp/audio, WORDLESS",
        "whatsapp/sticker, WORDLESS",
        "whatsapp/location, WORDLESS",
        "whatsapp/contacts, WORDLESS",
        "whatsapp/unsupported, WORDLESS",
        "whatsapp/unsupported-poll, WORDLESS",
        "whatsapp/tomorrows-type, WORDLESS",
        "telegram/sticker, WORDLESS",
        "telegram/voice, WORDLESS",
        "telegram/photo, WORDLESS",
        "slack/file, WORDLESS",
    })
    void messagesWithoutTextAreReadInOrderToBeAnswered(String fixture, ItemDetails.Kind kind) {
        Reading reading = read(fixture);

        assertThat(reading.messages()).isEmpty();
        assertThat(reading.toProcess()).singleElement().satisfies(item -> {
            assertThat(item.details().kind()).isEqualTo(kind);
            assertThat(item.text()).isEmpty();
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "whatsapp/reaction",
                "whatsapp/edit",
                "whatsapp/unsupported-edit",
                "whatsapp/status-sent",
                "whatsapp/group",
                "telegram/reaction",
                "telegram/group",
                "slack/reaction",
                "slack/bot",
            })
    void itemsThatAreNotMessagesOfAPersonAreOnlyCounted(String fixture) {
        assertThat(read(fixture).toProcess()).isEmpty();
    }

    @Test
    void aBatchKeepsTheOrderAndTheSenders() {
        assertThat(read("whatsapp/batch").messages())
                .extracting(InboundMessage::id, InboundMessage::sender, InboundMessage::text)
                .containsExactly(
                        Tuple.tuple("wamid.1", "447700900123", "one"),
                        Tuple.tuple("wamid.2", "447700900124", "two"),
                        Tuple.tuple("wamid.3", "447700900123", "three"),
                        Tuple.tuple("wamid.4", "447700900123", "four"),
                        Tuple.tuple("wamid.5", "447700900123", "five"));
    }

    @Test
    void aFailureIsReportedWithItsReason() {
        assertThat(read("whatsapp/status-failed").reports())
                .containsExactly(new Reading.Report("wamid.out1", null, "131047 Re-engagement message"));
        assertThat(read("whatsapp/status-sent").reports())
                .containsExactly(new Reading.Report("wamid.out1", "0190a000-0000-7000-8000-000000000001", null));
    }

    @Test
    void theLanguageAndTheTopicOfTelegramAreRead() {
        InboundMessage message = read("telegram/topic").messages().get(0);

        assertThat(message.id())
                .as("the updates of each bot are numbered separately")
                .matches("[-0-9a-f]{36}:10000");
        assertThat(message.sender()).isEqualTo("1111111");
        assertThat(message.language()).isEqualTo("de");
        assertThat(message.thread()).isEqualTo("77");
        assertThat(read("telegram/start-with-token").messages().get(0).text()).startsWith("/start AQEB");
    }

    @Test
    void theSlackAccountIsTeamAndUserAndTheTextIsUnescaped() {
        InboundMessage message = read("slack/message-in-thread").messages().get(0);

        assertThat(message.id()).isEqualTo("Ev08MFMKH6");
        assertThat(message.sender()).isEqualTo("T012AB3C4:U2147483697");
        assertThat(message.chat()).isEqualTo("D024BE91L");
        assertThat(message.thread()).isEqualTo("1749416300.000100");
        assertThat(message.text()).isEqualTo("5 < 6 && 7 > 6");
        assertThat(read("slack/url-verification").challenge()).startsWith("3eZbrw1aBm2r");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"entry\":7,\"update_id\":\"x\",\"type\":[]}",
                "{\"entry\":[7,null,{\"changes\":{}}],\"update_id\":1e400,\"message\":3,\"event\":\"x\"}",
                "{\"update_id\":1,\"message\":{\"from\":{\"id\":\"1\"},\"chat\":{\"id\":1.5,\"type\":\"private\"}}}",
                "{\"type\":\"event_callback\",\"event\":{\"type\":\"message\",\"text\":{},\"user\":3}}",
                "{\"entry\":[{\"changes\":[{\"field\":\"messages\",\"value\":{\"metadata\":{\"phone_number_id\":"
                        + "\"106540352242922\"},\"messages\":[{},{\"id\":5,\"type\":\"text\",\"text\":\"x\"}],"
                        + "\"statuses\":[{}],\"contacts\":\"x\"}}]}]}"
            })
    void unexpectedJsonIsNoMessageAndNoError(String body) {
        LenientObject object =
                LenientObject.parse(body.getBytes(StandardCharsets.UTF_8)).orElseThrow();
        for (WebhookReader reader :
                List.of(new WhatsAppReader(clock), new TelegramReader(clock), new SlackReader(clock))) {
            assertThat(reader.read(Deliveries.connection(reader.platform()), object)
                            .messages())
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e99999999999", "1E2147483648", "-0.1e-99999999999", "1e400"})
    void aNumberThatCannotBeRepresentedIsIgnored(String number) {
        for (String fixture : List.of("whatsapp/text", "telegram/text", "slack/message")) {
            String odd = "{\"x\":[" + number + "],"
                    + new String(Deliveries.bytes(fixture), StandardCharsets.UTF_8)
                            .strip()
                            .substring(1)
                            .replaceFirst("\"(date|event_time)\": *[0-9]+", "\"$1\":" + number);

            assertThat(read(fixture, odd.getBytes(StandardCharsets.UTF_8)).messages())
                    .as(fixture)
                    .hasSize(1);
        }
        assertThat(read(
                                "telegram/text",
                                "{\"update_id\":9"
                                        .concat("9".repeat(5_000))
                                        .concat("}")
                                        .getBytes(StandardCharsets.UTF_8))
                        .items())
                .containsEntry("malformed", 1);
    }

    @Test
    void unstorableCharactersAreReplaced() {
        String odd = new String(Deliveries.bytes("slack/message-in-thread"), StandardCharsets.UTF_8)
                .replace("5 &lt;", "a\\u0000b\\ud83dc\\ude80")
                .replace("1749416300.000100", "17\\u0000");

        InboundMessage message = read("slack/message", odd.getBytes(StandardCharsets.UTF_8))
                .messages()
                .get(0);

        assertThat(message.text()).startsWith("a\uFFFDb\uFFFDc\uFFFD 6");
        assertThat(message.thread()).isEqualTo("17\uFFFD");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "3", "\"x\"", "{", "{\"a\":1", "{\"a\":1}}", "<xml/>", "null", "{\"a\":\u0000}"})
    void aBodyThatIsNotAJsonObjectIsRefused(String body) {
        assertThat(LenientObject.parse(body.getBytes(StandardCharsets.UTF_8))).isEmpty();
    }

    @Test
    void aBodyThatIsNestedTooDeeplyIsRefused() {
        String deep = "{\"a\":".repeat(100_000) + "1" + "}".repeat(100_000);

        assertThat(LenientObject.parse(deep.getBytes(StandardCharsets.UTF_8))).isEmpty();
    }

    private Reading read(String fixture) {
        return read(fixture, Deliveries.bytes(fixture));
    }

    private Reading read(String fixture, byte[] body) {
        Platform platform =
                Platform.ofWireName(fixture.substring(0, fixture.indexOf('/'))).orElseThrow();
        WebhookReader reader =
                switch (platform) {
                    case WHATSAPP -> new WhatsAppReader(clock);
                    case TELEGRAM -> new TelegramReader(clock);
                    default -> new SlackReader(clock);
                };
        return reader.read(
                Deliveries.connection(platform), LenientObject.parse(body).orElseThrow());
    }
}

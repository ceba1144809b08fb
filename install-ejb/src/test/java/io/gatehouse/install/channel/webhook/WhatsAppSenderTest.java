package io.gatehouse.install.channel.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.contract.chat.ChatMessage.Alias;
import io.gatehouse.contract.platform.Platform;
import io.gatehouse.install.channel.connection.OpenConnection;
import io.gatehouse.install.channel.connection.OpenConnectionFixture;
import io.gatehouse.install.channel.inbound.InboundMessage;
import io.gatehouse.kernel.json.LenientObject;
import io.gatehouse.testkit.SetClock;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The sender of a WhatsApp message if the contacts name other people, or if a number is invalid. */
class WhatsAppSenderTest {

    private static final String GRACES = "{\"wa_id\":\"447700900999\",\"user_id\":\"GB.grace\"}";

    private final WhatsAppReader reader = new WhatsAppReader(SetClock.some());

    @Test
    void ofTwoSendersTheOnlyContactIsAppliedToItsOwnerOnly() {
        List<InboundMessage> messages = read(GRACES, "\"from\":\"447700900123\"", "\"from\":\"447700900999\"");

        assertThat(messages).extracting(InboundMessage::sender).containsExactly("447700900123", "447700900999");
        assertThat(messages.get(0).aliases()).as("Grace's id is not Ada's").isEmpty();
        assertThat(messages.get(1).aliases()).containsExactly(new Alias("wa_bsuid", "GB.grace"));
    }

    @Test
    void theOnlyContactMatchesTheSenderInAnotherFormOfTheNumber() {
        List<InboundMessage> messages = read(
                "{\"wa_id\":\"5511987654321\",\"user_id\":\"BR.1\"}",
                "\"from\":\"551187654321\"",
                "\"from\":\"551187654321\"");

        assertThat(messages)
                .allSatisfy(message -> assertThat(message.aliases()).containsExactly(new Alias("wa_bsuid", "BR.1")))
                .hasSize(2);
    }

    @Test
    void messagesWithoutASenderBelongToTheOnlyContact() {
        assertThat(read(GRACES, "\"x\":1", "\"x\":1"))
                .extracting(InboundMessage::sender)
                .containsExactly("447700900999", "447700900999");
    }

    @Test
    void theOnlyContactBelongsToTheOnlyMessage() {
        assertThat(read(GRACES, "\"from\":\"447700900123\"").get(0).aliases())
                .containsExactly(new Alias("wa_bsuid", "GB.grace"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"001", "x", "0", "447700900123447700900123", "120363021033254949@g.us"})
    void aSenderThatIsNotANumberDoesNotHideTheId(String from) {
        InboundMessage message = read("{}", "\"from\":\"" + from + "\",\"from_user_id\":\"GB.1\"")
                .get(0);

        assertThat(message.sender()).isEqualTo("GB.1");
        assertThat(message.chat()).isEqualTo("GB.1");
        assertThat(message.aliases()).isEmpty();
        assertThat(read("{}", "\"from\":\"" + from + "\"").get(0).sender())
                .as("if nothing else identifies the sender")
                .isEqualTo(from);
    }

    @ParameterizedTest
    @CsvSource({
        "'{\"profile\":{\"name\":\"Ada\",\"username\":\"countess\"}}', @countess",
        "'{\"profile\":{\"username\":\"@countess\"}}', @countess",
        "'{\"profile\":{\"name\":\"Ada\\u0000\\n\\u202e\\u200bL \\ud83d\\ude00\"}}', 'Ada\uFFFDL 😀'",
        "'{\"profile\":{\"name\":\"Ada\",\"username\":\" \\u0007 \"}}', Ada",
        "'{\"profile\":{\"name\":\"\\u202e\"}}',"
    })
    void aDisplayNameIsOneLineOfVisibleCharacters(String contact, @Nullable String shown) {
        assertThat(read(contact, "\"from_user_id\":\"GB.1\"").get(0).details().displayName())
                .isEqualTo(shown);
    }

    @Test
    void aDisplayNameIsTruncated() {
        String name = read("{\"profile\":{\"username\":\"" + "😀".repeat(200) + "\"}}", "\"from_user_id\":\"GB.1\"")
                .get(0)
                .details()
                .displayName();

        assertThat(name).isEqualTo("@" + "😀".repeat(49));
    }

    private List<InboundMessage> read(String contact, String... senders) {
        StringBuilder messages = new StringBuilder();
        for (String sender : senders) {
            messages.append(messages.isEmpty() ? "" : ",")
                    .append("{\"id\":\"wamid.")
                    .append(messages.length())
                    .append("\",\"type\":\"text\",\"timestamp\":\"1\",\"text\":{\"body\":\"Hi\"},")
                    .append(sender)
                    .append('}');
        }
        OpenConnection connection =
                OpenConnectionFixture.of(Platform.WHATSAPP, "http://x", Map.of("phoneNumberId", "1", "appSecret", "s"));
        String body = "{\"entry\":[{\"id\":\"2\",\"changes\":[{\"field\":\"messages\",\"value\":{"
                + "\"metadata\":{\"phone_number_id\":\"1\"},\"contacts\":[" + contact + "],\"messages\":[" + messages
                + "]}}]}]}";
        return reader.read(
                        connection,
                        LenientObject.parse(body.getBytes(StandardCharsets.UTF_8))
                                .orElseThrow())
                .messages();
    }
}

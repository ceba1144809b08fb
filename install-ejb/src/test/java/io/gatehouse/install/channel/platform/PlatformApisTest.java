package io.gatehouse.install.channel.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.contract.connection.ConnectionCheck;
import io.gatehouse.contract.connection.ConnectionCheck.Finding;
import io.gatehouse.contract.platform.Platform;
import io.gatehouse.install.channel.connection.OpenConnection;
import io.gatehouse.install.channel.connection.OpenConnectionFixture;
import io.gatehouse.install.channel.platform.Delivery.NotYet;
import io.gatehouse.install.channel.platform.Delivery.Refused;
import io.gatehouse.install.channel.platform.Delivery.Sent;
import io.gatehouse.install.channel.platform.Delivery.ThreadGone;
import io.gatehouse.install.channel.platform.Delivery.TooMuch;
import io.gatehouse.install.channel.platform.Delivery.Unknown;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlatformApisTest {

    private static final UUID ID = UUID.fromString("0190a000-0000-7000-8000-000000000001");

    private final PlatformStandIn platform = new PlatformStandIn();

    @AfterEach
    void close() {
        platform.close();
    }

    private static Outgoing to(String chat, String text) {
        return new Outgoing(ID, chat, null, text);
    }

    @Nested
    class WhatsApp {

        private final WhatsAppApi api = new WhatsAppApi(PlatformStandIn.client());
        private final OpenConnection connection = platform.connection(
                Platform.WHATSAPP,
                Map.of(
                        "displayNumber", "+44 7911 123456",
                        "phoneNumberId", "106540352242922",
                        "appSecret", "app-secret",
                        "accessToken", "access-token",
                        "verifyToken", "verify"));

        @Test
        void aTextIsSentToANumber() {
            platform.answers(200, "{\"messaging_product\":\"whatsapp\",\"messages\":[{\"id\":\"wamid.HBgL\"}]}");

            assertThat(api.send(connection, to("447911123456", "Hi \"you\""))).isEqualTo(new Sent("wamid.HBgL"));

            assertThat(platform.last().uri()).isEqualTo("/106540352242922/messages");
            assertThat(platform.last().authorization()).isEqualTo("Bearer access-token");
            assertThat(platform.last().body())
                    .contains("\"to\":\"447911123456\"", "\"body\":\"Hi \\\"you\\\"\"", ID.toString());
        }

        @Test
        void aTemplateIsSentInPlaceOfAText() {
            platform.answers(200, "{\"messages\":[{\"id\":\"wamid.T\"}]}");
            MessageTemplate template = new MessageTemplate(
                    "gatehouse_greeting", "en_US", List.of("Penny\n\t  the  agent", "a***e@e***.com"));

            api.send(
                    connection,
                    new Outgoing(ID, "447911123456", null, "in words", MessageTemplate.fromJson(template.toJson())));

            assertThat(platform.last().body())
                    .contains(
                            "\"to\":\"447911123456\"",
                            "\"type\":\"template\"",
                            "\"name\":\"gatehouse_greeting\"",
                            "\"language\":{\"code\":\"en_US\"}",
                            "{\"type\":\"body\",\"parameters\":[{\"type\":\"text\",\"text\":\"Penny the agent\"},"
                                    + "{\"type\":\"text\",\"text\":\"a***e@e***.com\"}]}",
                            ID.toString())
                    .doesNotContain("in words");
        }

        @Test
        void aHiddenNumberIsAddressedAsTheRecipient() {
            platform.answers(200, "{\"messages\":[{\"id\":\"wamid.X\"}]}");

            api.send(connection, to("GB.13491208655302741918", "Hi"));

            assertThat(platform.last().body())
                    .contains("\"recipient\":\"GB.13491208655302741918\"")
                    .doesNotContain("\"to\"");
        }

        @ParameterizedTest
        @CsvSource({"400, 131056", "400, 130429", "429, 80007", "400, 131048"})
        void aRateLimitIsRecognized(int status, String code) {
            platform.answers(status, error(code));

            assertThat(api.send(connection, to("447911123456", "Hi"))).isInstanceOf(TooMuch.class);
        }

        @Test
        void theRetryTimeIsReturned() {
            platform.answers(429, Map.of("Retry-After", "30"), error("130429"));

            assertThat(api.send(connection, to("447911123456", "Hi")))
                    .isEqualTo(new TooMuch(Duration.ofSeconds(30), "130429 (#130429) no"));
        }

        @ParameterizedTest
        @CsvSource({"500, 131000", "503, 131016", "401, 190", "500, ''", "503, ''"})
        void temporaryErrorsAreRetried(int status, String code) {
            platform.answers(status, code.isEmpty() ? "<html>" : error(code));

            assertThat(api.send(connection, to("447911123456", "Hi"))).isInstanceOf(NotYet.class);
        }

        @ParameterizedTest
        @CsvSource({"400, 131026", "400, 131047", "400, 100", "403, 131031", "404, ''"})
        void permanentErrorsAreNotRetried(int status, String code) {
            platform.answers(status, code.isEmpty() ? "" : error(code));

            assertThat(api.send(connection, to("447911123456", "Hi"))).isInstanceOf(Refused.class);
        }

        @ParameterizedTest
        @CsvSource(
                value = {"200|{}", "200|<html>", "200|{\"messages\":[]}", "502|", "504|"},
                delimiter = '|')
        void anInconclusiveAnswerIsAnUnknownOutcome(int status, String body) {
            platform.answers(status, body == null ? "" : body);

            assertThat(api.send(connection, to("447911123456", "Hi"))).isInstanceOf(Unknown.class);
        }

        @Test
        void noAnswerIsAnUnknownOutcome() {
            assertThat(api.send(connection, to("447911123456", "Hi"))).isInstanceOf(Unknown.class);
        }

        @Test
        void theCheckProvesTokenAndSecretAndComparesTheNumber() {
            platform.answers(
                    200, "{\"display_phone_number\":\"+44 7911 123456\",\"verified_name\":\"Penny\",\"id\":\"1\"}");

            ConnectionCheck check = api.check(connection);

            assertThat(check.works()).isTrue();
            assertThat(check.findings()).extracting(Finding::name).containsExactly("credentials", "number");
            // echo -n access-token | openssl dgst -sha256 -hmac app-secret
            assertThat(platform.last().uri())
                    .startsWith("/106540352242922?fields=display_phone_number")
                    .endsWith("appsecret_proof=" + "dbf9c72b4c8f56924f8e07138f6d465c69cb5c9dbca908ce1403e993e1a5f799");
        }

        @Test
        void theCheckReportsWhatDoesNotWork() {
            platform.answers(200, "{\"display_phone_number\":\"+1 555 0100000\"}");
            assertThat(api.check(connection).works()).isFalse();

            platform.answers(400, error("190"));
            ConnectionCheck check = api.check(connection);
            assertThat(check.works()).isFalse();
            assertThat(check.findings().get(0).detail()).contains("(#190) no").doesNotContain("access-token");

            assertThat(api.check(connection).works()).as("without an answer").isFalse();
        }

        private static String error(String code) {
            return "{\"error\":{\"message\":\"(#" + code + ") no\",\"type\":\"OAuthException\",\"code\":" + code + "}}";
        }
    }

    @Nested
    class Telegram {

        private final TelegramApi api = new TelegramApi(PlatformStandIn.client());
        private final OpenConnection connection = platform.connection(
                Platform.TELEGRAM,
                Map.of("botUsername", "@PennyBot", "botToken", "110201543:AAHdqTcv", "secretToken", "s3cret"));

        @Test
        void aTextIsSentToAChat() {
            platform.answers(200, "{\"ok\":true,\"result\":{\"message_id\":365}}");

            assertThat(api.send(connection, to("1111111", "Hi"))).isEqualTo(new Sent("365"));
            assertThat(platform.last().uri()).isEqualTo("/bot110201543:AAHdqTcv/sendMessage");
            assertThat(platform.last().body()).contains("\"chat_id\":\"1111111\"", "\"text\":\"Hi\"");
        }

        @Test
        void theRetryTimeIsReturned() {
            platform.answers(
                    429,
                    "{\"ok\":false,\"error_code\":429,\"description\":\"Too Many Requests: retry after 35\","
                            + "\"parameters\":{\"retry_after\":35}}");

            assertThat(api.send(connection, to("1", "Hi")))
                    .isEqualTo(new TooMuch(Duration.ofSeconds(35), "Too Many Requests: retry after 35"));
        }

        @Test
        void aMessageToAPersonWhoBlockedTheBotIsNotRetried() {
            platform.answers(
                    403,
                    "{\"ok\":false,\"error_code\":403,\"description\":\"Forbidden: bot was blocked by the user\"}");

            assertThat(api.send(connection, to("1", "Hi")))
                    .isEqualTo(new Refused("status 403: Forbidden: bot was blocked by the user"));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "Bad Request: message thread not found",
                    "Bad Request: TOPIC_DELETED",
                    "Bad Request: TOPIC_CLOSED",
                    "Bad Request: TOPIC_ID_INVALID"
                })
        void aMissingTopicIsDistinguishedFromAMissingChat(String why) {
            String answer = "{\"ok\":false,\"error_code\":400,\"description\":\"" + why + "\"}";
            platform.answers(400, answer);
            assertThat(api.send(connection, new Outgoing(ID, "1", "78", "Hi"))).isEqualTo(new ThreadGone(why));
            assertThat(platform.requests())
                    .as("the outbox sends it again, as a separate try")
                    .hasSize(1);

            platform.answers(400, answer);
            assertThat(api.send(connection, to("1", "Hi")))
                    .as("without a topic")
                    .isInstanceOf(Refused.class);

            platform.answers(400, "{\"ok\":false,\"error_code\":400,\"description\":\"Bad Request: chat not found\"}");
            assertThat(api.send(connection, new Outgoing(ID, "1", "78", "Hi"))).isInstanceOf(Refused.class);
        }

        @ParameterizedTest
        @ValueSource(ints = {401, 500, 503})
        void temporaryErrorsAreRetried(int status) {
            platform.answers(status, "{\"ok\":false,\"description\":\"x\"}");

            assertThat(api.send(connection, to("1", "Hi"))).isInstanceOf(NotYet.class);
        }

        @Test
        void theCheckComparesTheNameAndTheWebhook() {
            platform.answers(200, "{\"ok\":true,\"result\":{\"id\":1,\"is_bot\":true,\"username\":\"pennybot\"}}");
            platform.answers(200, "{\"ok\":true,\"result\":{\"url\":\"" + OpenConnectionFixture.WEBHOOK_URL + "\"}}");
            assertThat(api.check(connection).works()).isTrue();

            platform.answers(200, "{\"ok\":true,\"result\":{\"id\":1,\"username\":\"OtherBot\"}}");
            platform.answers(200, "{\"ok\":true,\"result\":{\"url\":\"\"}}");
            assertThat(api.check(connection).findings())
                    .extracting(Finding::name, Finding::good)
                    .containsExactly(
                            org.assertj.core.groups.Tuple.tuple("credentials", true),
                            org.assertj.core.groups.Tuple.tuple("name", false),
                            org.assertj.core.groups.Tuple.tuple("webhook", false));

            platform.answers(401, "{\"ok\":false,\"error_code\":401,\"description\":\"Unauthorized\"}");
            ConnectionCheck refused = api.check(connection);
            assertThat(refused.works()).isFalse();
            assertThat(refused.toString()).doesNotContain("AAHdqTcv");
        }
    }

    @Nested
    class Slack {

        private final SlackApi api = new SlackApi(PlatformStandIn.client());
        private final OpenConnection connection = platform.connection(
                Platform.SLACK, Map.of("teamId", "T012AB3C4", "signingSecret", "sign", "botToken", "xoxb-1"));

        @Test
        void aTextIsSentToAThreadWithEscapedCommands() {
            platform.answers(200, "{\"ok\":true,\"channel\":\"D1\",\"ts\":\"1503435956.000247\"}");

            Delivery delivery =
                    api.send(connection, new Outgoing(ID, "D1", "1503435950.000100", "<!channel> & <@U1> 1 > 0"));

            assertThat(delivery).isEqualTo(new Sent("1503435956.000247"));
            assertThat(platform.last().uri()).isEqualTo("/chat.postMessage");
            assertThat(platform.last().authorization()).isEqualTo("Bearer xoxb-1");
            assertThat(platform.last().body())
                    .contains("&lt;!channel&gt; &amp; &lt;@U1&gt; 1 &gt; 0", "\"thread_ts\":\"1503435950.000100\"");
        }

        @Test
        void theRetryTimeIsReturned() {
            platform.answers(429, Map.of("Retry-After", "12"), "{\"ok\":false,\"error\":\"ratelimited\"}");

            assertThat(api.send(connection, to("D1", "Hi")))
                    .isEqualTo(new TooMuch(Duration.ofSeconds(12), "ratelimited"));
        }

        @Test
        void aRefusalWithStatus200IsRecognized() {
            platform.answers(200, "{\"ok\":false,\"error\":\"channel_not_found\"}");
            assertThat(api.send(connection, to("D1", "Hi"))).isEqualTo(new Refused("channel_not_found"));

            platform.answers(200, "{\"ok\":false,\"error\":\"invalid_auth\"}");
            assertThat(api.send(connection, to("D1", "Hi"))).isEqualTo(new NotYet("invalid_auth"));

            platform.answers(200, "{}");
            assertThat(api.send(connection, to("D1", "Hi"))).isInstanceOf(Unknown.class);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "thread_not_found",
                    "invalid_thread_ts",
                    "cannot_reply_to_message",
                    "restricted_action_thread_locked",
                    "restricted_action_non_threadable_channel"
                })
        void aMissingThreadIsDistinguishedFromAMissingChannel(String error) {
            platform.answers(200, "{\"ok\":false,\"error\":\"" + error + "\"}");
            assertThat(api.send(connection, new Outgoing(ID, "D1", "1503435950.000100", "Hi")))
                    .isEqualTo(new ThreadGone(error));

            platform.answers(200, "{\"ok\":false,\"error\":\"" + error + "\"}");
            assertThat(api.send(connection, to("D1", "Hi"))).isEqualTo(new Refused(error));
        }

        @Test
        void anInternalErrorOfSlackIsAnUnknownOutcome() {
            platform.answers(200, "{\"ok\":false,\"error\":\"internal_error\"}");
            assertThat(api.send(connection, to("D1", "Hi"))).isEqualTo(new Unknown("internal_error"));

            platform.answers(500, "{\"ok\":false,\"error\":\"fatal_error\"}");
            assertThat(api.send(connection, to("D1", "Hi"))).isEqualTo(new Unknown("fatal_error"));
        }

        @Test
        void theCheckComparesTheTeam() {
            platform.answers(200, "{\"ok\":true,\"team\":\"T\",\"user\":\"penny\",\"team_id\":\"T012AB3C4\"}");
            assertThat(api.check(connection).works()).isTrue();

            OpenConnection grid = platform.connection(
                    Platform.SLACK, Map.of("teamId", "E012AB3C4", "signingSecret", "sign", "botToken", "xoxb-1"));
            platform.answers(200, "{\"ok\":true,\"team_id\":\"T012AB3C4\",\"enterprise_id\":\"E012AB3C4\"}");
            assertThat(api.check(grid).works()).isTrue();

            platform.answers(200, "{\"ok\":true,\"team\":\"T\",\"user\":\"penny\",\"team_id\":\"T999\"}");
            assertThat(api.check(connection).works()).isFalse();

            platform.answers(200, "{\"ok\":false,\"error\":\"invalid_auth\"}");
            assertThat(api.check(connection).works()).isFalse();
        }
    }
}

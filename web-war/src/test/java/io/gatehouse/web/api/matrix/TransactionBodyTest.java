package io.gatehouse.web.api.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.contract.appservice.RoomEvent;
import io.gatehouse.web.api.matrix.TransactionBody.Read;
import io.gatehouse.web.api.matrix.TransactionBody.Unreadable;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TransactionBodyTest {

    private static final String GOOD = "{\"event_id\":\"$good\",\"room_id\":\"!r:x\",\"sender\":\"@ada:x\","
            + "\"type\":\"m.room.message\",\"origin_server_ts\":1700000000123,"
            + "\"content\":{\"msgtype\":\"m.text\",\"body\":\"Grüße 🚪\"},\"unsigned\":{\"age\":3}}";

    @Test
    void anEventIsReadWithItsContentUnchanged() {
        RoomEvent event = read("{\"events\":[" + GOOD + "]}").events().get(0);

        assertThat(event.eventId()).isEqualTo("$good");
        assertThat(event.roomId()).isEqualTo("!r:x");
        assertThat(event.sender()).isEqualTo("@ada:x");
        assertThat(event.type()).isEqualTo("m.room.message");
        assertThat(event.stateKey()).isNull();
        assertThat(event.content()).isEqualTo("{\"msgtype\":\"m.text\",\"body\":\"Grüße 🚪\"}");
        assertThat(event.sentAt()).isEqualTo(Instant.ofEpochMilli(1_700_000_000_123L));
    }

    @Test
    void aMembershipIsRead() {
        RoomEvent event = read("{\"events\":["
                        + changed("\"content\":", "\"state_key\":\"@a:x\",\"content\":")
                                .replace("\"msgtype\":\"m.text\"", "\"membership\":\"invite\"")
                        + "]}")
                .events()
                .get(0);

        assertThat(event.stateKey()).isEqualTo("@a:x");
        assertThat(event.membership()).isEqualTo("invite");
    }

    @Test
    void redactsIsInTheContentInEveryRoomVersion() {
        String old = changed("\"content\":{", "\"redacts\":\"$gone\",\"content\":{");

        assertThat(read("{\"events\":[" + old + "]}").events().get(0).content()).contains("\"redacts\":\"$gone\"");
    }

    @Test
    void aStateKeyMayBeEmpty() {
        String state = changed("\"content\":", "\"state_key\":\"\",\"content\":");

        assertThat(read("{\"events\":[" + state + "]}").events().get(0).stateKey())
                .isEmpty();
    }

    @Test
    void membersOtherThanEventsAreIgnored() {
        String body = "{\"ephemeral\":[{\"type\":\"m.typing\",\"content\":{\"user_ids\":[]}}],\"x\":null,\"events\":["
                + GOOD + "],\"de.sorunome.msc2409.to_device\":[[{}],7,\"]\"]}";

        assertThat(read(body).events()).hasSize(1);
        assertThat(read(body).skipped()).isZero();
    }

    @Test
    void anEmptyTransactionHasNoEvents() {
        assertThat(read("{\"events\":[]}").events()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "7",
                "null",
                "true",
                "\"text\"",
                "[]",
                "[{}]",
                "{}",
                "{\"event_id\":7}",
                "{\"event_id\":\"$e\",\"sender\":\"@a:x\",\"type\":\"m.typing\",\"content\":{}}"
            })
    void garbageBetweenEventsIsSkipped(String garbage) {
        Read read = read("{\"events\":[" + garbage + "," + GOOD + "," + garbage + "]}");

        assertThat(read.events()).extracting(RoomEvent::eventId).containsExactly("$good");
        assertThat(read.skipped()).isEqualTo(2);
    }

    @Test
    void anEventOnWhichReadingFailsIsSkipped() {
        String odd = changed("$good", "$odd");
        byte[] body = ("{\"events\":[" + odd + "," + GOOD + "," + odd + "]}").getBytes(StandardCharsets.UTF_8);

        Read read = (Read) TransactionBody.read(body, event -> {
            if (event.contains("$odd")) {
                throw new IndexOutOfBoundsException("start 21, end 11");
            }
            return PushedEvent.read(event);
        });

        assertThat(read.events()).extracting(RoomEvent::eventId).containsExactly("$good");
        assertThat(read.skipped()).isEqualTo(2);
    }

    @Test
    void eventsWithoutRequiredFieldsAreSkipped() {
        List<String> broken = List.of(
                changed("\"event_id\"", "\"no_id\""),
                changed("\"room_id\"", "\"no_id\""),
                changed("\"sender\"", "\"no_sender\""),
                changed("\"type\"", "\"no_type\""),
                changed("\"content\"", "\"no_content\""),
                changed("$good", "good"),
                changed("$good", "$" + "x".repeat(255)),
                changed("!r:x", "#r:x"),
                changed("@ada:x", "@" + "ü".repeat(128)),
                changed("\"content\":{", "\"content\":[],\"x\":{"),
                changed("\"content\":", "\"state_key\":7,\"content\":"),
                changed("\"content\":", "\"state_key\":null,\"content\":"),
                changed("Grüße", "x".repeat(600_000)));

        assertThat(broken).allSatisfy(event -> {
            Read read = read("{\"events\":[" + event + "," + GOOD + "]}");
            assertThat(read.events()).hasSize(1);
            assertThat(read.skipped()).isEqualTo(1);
        });
    }

    @Test
    void deeplyNestedEventsDoNotAffectOthers() {
        String deep = changed("\"content\":{", "\"content\":{\"x\":" + "[".repeat(100_000) + "]".repeat(100_000) + ",");

        Read read = read("{\"events\":[" + deep + "," + GOOD + "],\"more\":" + "{\"a\":".repeat(50_000) + "1"
                + "}".repeat(50_000) + "}");

        assertThat(read.events()).hasSize(1);
        assertThat(read.skipped()).isEqualTo(1);
    }

    @Test
    void eventsWithVeryLongNumbersAreSkipped() {
        Read read = read("{\"events\":[" + changed("\"content\":{", "\"content\":{\"x\":" + "9".repeat(5_000_000) + ",")
                + "," + GOOD + "]}");

        assertThat(read.events()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e99999999999", "1E2147483648", "-1e-99999999999", "1e+9999999999", "0e4294967296"})
    void eventsWithTooLargeExponentsAreSkipped(String number) {
        String inContent = changed("\"content\":{", "\"content\":{\"x\":[" + number + "],");
        String asTime = changed("1700000000123", number);
        String elsewhere = changed("\"unsigned\":{", "\"unsigned\":{\"x\":" + number + ",");
        String beside = "\"x\":" + number + ",";

        Read read = read("{" + beside + "\"events\":[" + number + "," + inContent + "," + asTime + "," + elsewhere + ","
                + GOOD + "]}");

        assertThat(read.events()).extracting(RoomEvent::eventId).containsExactly("$good");
        assertThat(read.skipped()).isEqualTo(4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e999999999", "-1", "\"soon\"", "1e-999999999", "9999999999999999999999", "0.5"})
    void timestampsAreClamped(String time) {
        RoomEvent event = read("{\"events\":[" + changed("1700000000123", time) + "]}")
                .events()
                .get(0);

        assertThat(event.sentAt()).isBetween(Instant.EPOCH, Instant.parse("9999-12-31T23:59:59.999Z"));
    }

    @Test
    void onlyCharactersThatDatabasesCannotStoreAreReplaced() {
        RoomEvent event = read("{\"events\":[" + changed("Grüße 🚪", "a\\u0000b\\ud83dc\\ude80\\ud83d\\ude80\\n\\u0007")
                        + "]}")
                .events()
                .get(0);

        assertThat(event.content())
                .contains("a\uFFFDb\uFFFDc\uFFFD🚀\\n\\u0007")
                .doesNotContain("\\u0000");
    }

    @Test
    void theLastOfDuplicateNamesCounts() {
        assertThat(read("{\"events\":[" + changed("{\"event_id\"", "{\"event_id\":\"$first\",\"event_id\"") + "]}")
                        .events())
                .extracting(RoomEvent::eventId)
                .containsExactly("$good");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "{\"events\":[",
                "{\"events\":[}",
                "{\"events\":[{]}",
                "{\"events\":[]",
                "{\"events\":[]} x",
                "{\"events\":[]}{}",
                "{\"events\":[nonsense]}",
                "{\"events\":[1,]}",
                "{events:[]}",
                "{\"events\":[],}",
                "<html>"
            })
    void malformedJsonIsNotJson(String body) {
        assertThat(errorOf(body.getBytes(StandardCharsets.UTF_8))).isEqualTo("M_NOT_JSON");
    }

    @Test
    void invalidUtf8IsNotJson() {
        byte[] body = "{\"events\":[],\"x\":\"y\"}".getBytes(StandardCharsets.UTF_8);
        body[body.length - 3] = (byte) 0xC3;

        assertThat(errorOf(body)).isEqualTo("M_NOT_JSON");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"[]", "7", "null", "\"x\"", "{}", "{\"events\":{}}", "{\"events\":null}", "{\"ephemeral\":[]}"})
    void jsonThatIsNoTransactionIsBadJson(String body) {
        assertThat(errorOf(body.getBytes(StandardCharsets.UTF_8))).isEqualTo("M_BAD_JSON");
    }

    private static String changed(String what, String into) {
        assertThat(GOOD).contains(what);
        return GOOD.replace(what, into);
    }

    private static Read read(String body) {
        return (Read) TransactionBody.read(body.getBytes(StandardCharsets.UTF_8));
    }

    private static String errorOf(byte[] body) {
        return ((Unreadable) TransactionBody.read(body)).error().errcode();
    }
}

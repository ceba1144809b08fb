package io.gatehouse.web.api.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reply quotes of clients of the client-server API up to v1.12, and texts that only look like them. */
class ReplyFallbackTest {

    private static final JsonObject REPLY = object("{\"m.in_reply_to\":{\"event_id\":\"$1\"}}");

    @ParameterizedTest
    @CsvSource({
        "'> <@agent:x> Done\\n\\nNO', NO",
        "'> <@agent:x> Done\\n> and more\\n\\nNO', NO",
        "'> <@agent:x> Done\\n>\\n> after an empty line\\n\\nNO', NO",
        "'> * <@agent:x> waves\\n\\nNO', NO",
        "'> <@agent:x> sent an image.\\n\\nNO', NO",
        "'> <@a:x> one\\r\\n\\r\\nNO', NO",
        "'> <@a:x> one\\nNO', NO",
        "'> <@a:x> one\\n\\n\\nNO', '\\nNO'",
        "'> <@a:x> one\\n\\nfirst\\n\\n> not at its beginning', 'first\\n\\n> not at its beginning'",
        "'> <@a:x> nothing but a quote', ''",
        "'NO', NO",
        "'\\n> second line', '\\n> second line'",
        "'>:( no', '>:( no'"
    })
    void aReplyIsReadWithoutWhatItQuotes(String body, String words) {
        assertThat(read(message(body).add("m.relates_to", REPLY)).getString("body"))
                .isEqualTo(lines(words));
    }

    @Test
    void aThreadFallbackReplyIsTreatedAsAReply() {
        JsonObject relation = object("{\"rel_type\":\"m.thread\",\"event_id\":\"$0\",\"is_falling_back\":true,"
                + "\"m.in_reply_to\":{\"event_id\":\"$1\"}}");

        assertThat(read(message("> <@a:x> install:secret\n\nwhat is that?").add("m.relates_to", relation))
                        .getString("body"))
                .isEqualTo("what is that?");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}",
                "{\"m.in_reply_to\":7}",
                "{\"m.in_reply_to\":{}}",
                "{\"m.in_reply_to\":{\"event_id\":7}}",
                "{\"rel_type\":\"m.thread\",\"event_id\":\"$0\"}"
            })
    void quotesInMessagesThatAreNoRepliesStay(String relation) {
        assertThat(read(message("> of mine\n\nNO").add("m.relates_to", object(relation)))
                        .getString("body"))
                .isEqualTo("> of mine\n\nNO");
    }

    @ParameterizedTest
    @CsvSource({
        "'<mx-reply><blockquote>quoted</blockquote></mx-reply>said', said",
        "'<MX-Reply class=x>quoted</MX-REPLY >said', said",
        "'<mx-reply>a<mx-reply>b</mx-reply>c</mx-reply>said', said",
        "'said<mx-reply>quoted', said",
        "'one<mx-reply>q</mx-reply>two<mx-reply>q</mx-reply>three', onetwothree",
        "'said</mx-reply>', said",
        "'<mx-reply', ''",
        "'</mx-reply <mx-reply>', ''",
        "'</mx-reply</mx-reply>', ''",
        "'<mx-reply>a</mx-reply <mx-reply>b', b",
        "'<mx-reply <mx-reply>a</mx-reply>b', b",
        "'<b>mx-reply</b>', '<b>mx-reply</b>'",
        "'<mx-reply-to>x</mx-reply-to>', '<mx-reply-to>x</mx-reply-to>'"
    })
    void htmlQuotesAreAlwaysRemoved(String html, String said) {
        assertThat(read(message("said").add("formatted_body", html)).getString("formatted_body"))
                .isEqualTo(said);
        assertThat(read(message("said").add("formatted_body", html).add("m.relates_to", REPLY))
                        .getString("formatted_body"))
                .isEqualTo(said);
    }

    @Test
    void quotesInEditsAreRemoved() {
        JsonObject content = read(message("* said")
                .add("m.new_content", message("said").add("formatted_body", "<mx-reply>quoted</mx-reply><b>said</b>")));

        assertThat(content.getJsonObject("m.new_content").getString("formatted_body"))
                .isEqualTo("<b>said</b>");
    }

    @Test
    void valuesThatAreNotTextsStay() {
        JsonObject content = read(Json.createObjectBuilder()
                .add("body", 7)
                .add("formatted_body", Json.createArrayBuilder())
                .add("m.new_content", "x")
                .add("m.relates_to", REPLY));

        assertThat(content.getInt("body")).isEqualTo(7);
    }

    private static JsonObjectBuilder message(String body) {
        return Json.createObjectBuilder().add("msgtype", "m.text").add("body", lines(body));
    }

    private static String lines(String text) {
        return text.replace("\\r", "\r").replace("\\n", "\n");
    }

    private static JsonObject read(JsonObjectBuilder content) {
        JsonObject event = Json.createObjectBuilder()
                .add("event_id", "$e")
                .add("room_id", "!r:x")
                .add("sender", "@ada:x")
                .add("type", "m.room.message")
                .add("content", content)
                .build();
        String body = "{\"events\":[" + event + "]}";
        TransactionBody.Read read = (TransactionBody.Read) TransactionBody.read(body.getBytes(StandardCharsets.UTF_8));
        return object(read.events().get(0).content());
    }

    private static JsonObject object(String json) {
        return Json.createReader(new StringReader(json)).readObject();
    }
}

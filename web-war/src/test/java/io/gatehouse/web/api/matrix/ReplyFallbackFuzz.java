package io.gatehouse.web.api.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.testkit.FuzzLimits;
import io.gatehouse.testkit.FuzzText;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Locale;

/**
 * Input: {@code formatted_body} on the first line, {@code body} on the following ones; tested as a reply and in an
 * edit. The result must be a subsequence of the input, and a message without quotes must stay unchanged.
 */
public final class ReplyFallbackFuzz {

    private static final String BODY = "body";
    private static final String FORMATTED = "formatted_body";

    private static final JsonObject EVENT =
            Json.createObjectBuilder().add("event_id", "$1").build();

    private ReplyFallbackFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) {
        List<String> lines = FuzzText.lines(input, 2);
        String html = lines.get(0);
        String body = lines.get(1);
        JsonObject message =
                Json.createObjectBuilder().add(BODY, body).add(FORMATTED, html).build();
        JsonObject reply = Json.createObjectBuilder(message)
                .add("m.relates_to", Json.createObjectBuilder().add("m.in_reply_to", EVENT))
                .add("m.new_content", message)
                .build();

        JsonObject read = FuzzLimits.within(() -> ReplyFallback.without(reply));

        String said = read.getString(FORMATTED);
        assertThat(isLeftOf(said, html)).as("%s is left of %s", said, html).isTrue();
        assertThat(body).endsWith(read.getString(BODY));
        if (!html.toLowerCase(Locale.ROOT).contains("mx-reply")) {
            assertThat(said).isEqualTo(html);
        }
        if (!body.startsWith(">")) {
            assertThat(read.getString(BODY)).isEqualTo(body);
        }
        JsonObject edited = read.getJsonObject("m.new_content");
        assertThat(edited.getString(FORMATTED)).isEqualTo(said);
        assertThat(edited.getString(BODY)).isEqualTo(body);
    }

    /** Whether the part is the whole with pieces removed. */
    private static boolean isLeftOf(String part, String whole) {
        int at = 0;
        for (int i = 0; i < whole.length() && at < part.length(); i++) {
            if (whole.charAt(i) == part.charAt(at)) {
                at++;
            }
        }
        return at == part.length();
    }
}

package io.gatehouse.web.page.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.samskivert.mustache.MustacheException;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TemplatesTest {

    private static final String ATTACK = "\"'><script>alert(1)</script><img src=x onerror=alert(1)>";

    private final Templates templates = new Templates();

    @Test
    void valuesAreEscaped() {
        String page = message(new Pages.Message(ATTACK, ATTACK, ATTACK, ATTACK), ATTACK);

        assertThat(page).contains("&lt;script").doesNotContain("<script", "<img src=x", "\"'>");
    }

    @Test
    void emptyValuesOmitTheirSections() {
        assertThat(message(new Pages.Message("Title", "Text", "", ""), ""))
                .contains("<h1>Title</h1>")
                .doesNotContain("<a ", "sign-out");
        assertThat(message(new Pages.Message("Title", "Text", "/a", "Go"), "ada"))
                .contains("<a class=\"button\" href=\"/a\">Go</a>")
                .contains("action=\"/session/sign-out\"");
    }

    @Test
    void missingValuesFail() {
        Map<String, Object> frame = new HashMap<>(frame(""));
        frame.remove("language");
        assertThatThrownBy(() -> templates.render("message", new Pages.Message("a", "b", "", ""), frame))
                .isInstanceOf(MustacheException.class);
    }

    @Test
    void templatesHaveNoInlineStyleOrScript() {
        for (String name : new String[] {"layout", "message"}) {
            assertThat(Resources.read(name + ".html"))
                    .as(name)
                    .doesNotContain(
                            "<style", " style=", " onclick", " onload", " onsubmit", "javascript:", "{{{", "{{&");
        }
    }

    private String message(Pages.Message message, String visitor) {
        return templates.render("message", message, frame(visitor));
    }

    private static Map<String, Object> frame(String visitor) {
        return Map.of(
                "t", Texts.all().get(0).asMap(),
                "language", "en",
                "title", "Title",
                "style", "/s",
                "script", "/j",
                "icon", "/i",
                "visitor", visitor,
                "here", "/here");
    }
}

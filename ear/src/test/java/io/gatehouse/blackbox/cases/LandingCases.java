package io.gatehouse.blackbox.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.blackbox.client.Answer;
import io.gatehouse.blackbox.client.Browser;
import io.gatehouse.blackbox.client.ChatAccount;
import io.gatehouse.blackbox.client.EventStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The landing page without a browser: its content, its form and its stream. */
public interface LandingCases extends Cases {

    String LANDING = "/install/personal-finance";
    String FINANCE = "personal-finance";

    @Test
    @DisplayName("a stranger sees a description of the agent and where to sign in, and no code")
    default void aStrangerSeesNoCode() {
        Answer page = gatehouse().browser().open(LANDING).expecting(200);
        assertThat(page.header("Content-Type")).isEqualToIgnoringCase("text/html;charset=UTF-8");
        assertThat(page.header("Content-Security-Policy")).contains("default-src 'none'");
        assertThat(page.header("Cache-Control")).isEqualTo("no-store");
        assertThat(page.text())
                .contains("<h1>Penny</h1>", "What installing brings", "/session/sign-in?")
                .doesNotContain("install:ey", "<script");
    }

    @Test
    @DisplayName("the code on the page installs, and the page says so; NO undoes it, and the page says so")
    default void theCodeOnThePageInstalls() {
        Browser browser = gatehouse().browser();
        Answer page = browser.signIn("page-" + UUID.randomUUID(), LANDING).expecting(200);
        ChatAccount phone = ChatAccount.whatsapp();
        String code = codeOn(page);

        assertThat(gatehouse().gateway().handIn(phone, FINANCE, code).json().getString("outcome"))
                .isEqualTo("installed");
        String number = "+" + phone.platformUserId().split("@", 2)[0];
        assertThat(browser.open(LANDING).text()).contains("Penny is installed", number);
        assertThat(gatehouse().gateway().handIn(phone, FINANCE, "NO").json().getString("outcome"))
                .isEqualTo("unlinked");
        assertThat(browser.open(LANDING).text()).contains("Undone", "is linked to you no more");
        assertThat(codeOn(browser.open(LANDING))).isNotEqualTo(code);
    }

    @Test
    @DisplayName("the stream reports that the state changed, and nothing else, until the session ends")
    default void theStreamReportsChanges() {
        Browser browser = gatehouse().browser();
        Answer page = browser.signIn("page-" + UUID.randomUUID(), LANDING).expecting(200);
        ChatAccount phone = ChatAccount.whatsapp();
        try (EventStream stream = browser.listen(LANDING + "/state")) {
            assertThat(stream.header("X-Accel-Buffering")).isEqualTo("no");
            assertThat(stream.status()).isEqualTo(200);
            assertThat(stream.next()).isEqualTo("state: " + digestOn(page));

            gatehouse().gateway().handIn(phone, FINANCE, codeOn(page)).expecting(200);
            String installed = String.valueOf(stream.next());
            assertThat(installed).startsWith("state: ").isNotEqualTo("state: " + digestOn(page));
            assertThat(installed).isEqualTo("state: " + digestOn(browser.open(LANDING)));

            browser.submit("/session/sign-out", Map.of("return", LANDING)).expecting(303);
            assertThat(stream.next()).startsWith("signed-out:");
            assertThat(stream.isOver()).isTrue();
        }
        try (EventStream stream = browser.listen(LANDING + "/state")) {
            assertThat(stream.status()).isEqualTo(401);
        }
    }

    @Test
    @DisplayName("the number of streams per user is limited")
    default void theNumberOfStreamsPerUserIsLimited() {
        Browser browser = gatehouse().browser();
        browser.signIn("page-" + UUID.randomUUID(), LANDING).expecting(200);
        List<EventStream> streams = new ArrayList<>();
        try {
            for (int i = 0; i < 8; i++) {
                streams.add(browser.listen(LANDING + "/state"));
                assertThat(streams.get(i).status()).isEqualTo(200);
            }
            browser.open(LANDING + "/state").expectingProblem(429, "rate_limited");
        } finally {
            streams.forEach(EventStream::close);
        }
    }

    @Test
    @DisplayName("the stream needs the browser session that opened the page")
    default void theStreamNeedsABrowserSession() {
        gatehouse().newcomer().get(LANDING + "/state").expectingProblem(403, "forbidden");
        gatehouse().anyone().get(LANDING + "/state").expectingProblem(401, "credentials_required");
        Browser browser = gatehouse().browser();
        browser.signIn("page-" + UUID.randomUUID(), LANDING);
        browser.open("/install/no-such-agent/state").expectingProblem(404, "unknown_slug");
    }

    @Test
    @DisplayName("the form installs and stores the number; faults of it are on the page")
    default void theFormInstalls() {
        Browser browser = gatehouse().browser();
        browser.signIn("page-" + UUID.randomUUID(), LANDING);
        for (String wrong : List.of("", "12", "hello", "1".repeat(65))) {
            Answer again = browser.submit(LANDING + "/phone", Map.of("whatsapp_phone", wrong))
                    .expecting(422);
            assertThat(again.text()).contains("That is no phone number", "aria-invalid=\"true\"");
        }
        browser.submit(LANDING + "/phone", Map.of()).expecting(422);
        ChatAccount phone = ChatAccount.whatsapp();
        String number = "+" + phone.platformUserId().split("@", 2)[0];

        Answer kept = browser.submit(LANDING + "/phone", Map.of("whatsapp_phone", number));
        String page = browser.follow(kept).expecting(200).text();
        assertThat(page).contains("is kept for you and not linked yet");
        Matcher yes = Pattern.compile("Answer (YES \\d{4}) to link it").matcher(page);
        assertThat(yes.find()).as(page).isTrue();
        assertThat(gatehouse().gateway().handIn(phone, FINANCE, "Hello").json().getString("outcome"))
                .isEqualTo("greeted");
        assertThat(browser.open(LANDING).text()).contains("answer YES");

        Browser other = gatehouse().browser();
        other.signIn("page-" + UUID.randomUUID(), LANDING);
        Answer others = other.submit(LANDING + "/phone", Map.of("whatsapp_phone", number));
        assertThat(other.follow(others).expecting(200).text())
                .as("does not reveal whether another user typed it")
                .contains("is kept for you and not linked yet");
        assertThat(gatehouse().gateway().handIn(phone, FINANCE, "YES").json().getString("outcome"))
                .as("one of two users'")
                .isEqualTo("greeted");
        assertThat(gatehouse()
                        .gateway()
                        .handIn(phone, FINANCE, yes.group(1))
                        .json()
                        .getString("outcome"))
                .isEqualTo("linked");
        assertThat(browser.open(LANDING).text()).contains(number + " is linked to you.");
        assertThat(other.open(LANDING).text()).doesNotContain(number);
    }

    @Test
    @DisplayName("neither pages of other sites nor strangers can submit the form")
    default void theFormMustComeFromOurPage() {
        Browser browser = gatehouse().browser();
        browser.signIn("page-" + UUID.randomUUID(), LANDING);
        String form = "whatsapp_phone=%2B447700900123";
        browser.post(
                        LANDING + "/phone",
                        "application/x-www-form-urlencoded",
                        form,
                        Map.of("Sec-Fetch-Site", "cross-site", "Origin", "https://evil.example.com"))
                .expectingProblem(403, "cross_origin");
        assertThat(browser.open(LANDING).text()).doesNotContain("is installed");

        Answer stranger = gatehouse().browser().submit(LANDING + "/phone", Map.of("whatsapp_phone", "+447700900123"));
        stranger.expecting(401);
        assertThat(stranger.header("Content-Type")).startsWith("text/html");
        assertThat(stranger.text()).contains("You are signed out", "href=\"" + LANDING + "\"");
    }

    @Test
    @DisplayName("errors are pages in the reader's language")
    default void errorsAreAnsweredAsPages() {
        Answer german = gatehouse().anyone().get("/install/no-such-agent", Map.of("Accept-Language", "de-DE,de;q=0.9"));
        german.expecting(404);
        assertThat(german.header("Content-Type")).startsWith("text/html");
        assertThat(german.text()).contains("lang=\"de\"", "Diesen Agenten gibt es nicht");
        assertThat(gatehouse().anyone().get("/install/no-such-agent").text()).contains("There is no such agent");
    }

    private static String codeOn(Answer page) {
        return found(page, "<textarea id=\"code\"[^>]*>([^<]+)<").replace("&#x3D;", "=");
    }

    private static String digestOn(Answer page) {
        return found(page, "data-state=\"([^\"]+)\"");
    }

    private static String found(Answer page, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(page.text());
        assertThat(matcher.find()).as(page.toString()).isTrue();
        return matcher.group(1);
    }
}

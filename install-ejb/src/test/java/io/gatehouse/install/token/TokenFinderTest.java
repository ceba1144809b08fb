package io.gatehouse.install.token;

import static io.gatehouse.install.token.TokenFixture.TEMPLATE;
import static io.gatehouse.install.token.TokenFixture.USER;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokenFinderTest {

    private static final MintedToken MINTED = new TokenFixture().tokens.mint(USER, TEMPLATE);
    private static final String LONG = MINTED.longForm();
    private static final String COMPACT = MINTED.compactForm();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%s",
                "Hi! Please set me up with this: %s",
                "%s thanks a lot.",
                "%s.",
                "%s, and hello",
                "Is it (%s)?",
                "\"%s\"",
                "“%s”",
                "«%s»",
                "'%s'!",
                "<%s>",
                "`%s`",
                "*%s*",
                "```\n%s\n```",
                "> %s",
                "text=%s&lang=en",
                "Первое сообщение: %s спасибо",
                "请安装 %s，谢谢",
                "请安装%s谢谢",
                "👋🏽%s👍",
                "\u200E%s\u200F",
                "\u2068%s\u2069",
                "\uFEFF%s",
                "\r\n\r\n%s\r\n\r\nSent from my phone",
                "%s\nthanks",
                "\tone\u00A0two\u00A0%s\u00A0three",
                "http://a.example/?x=%%20%s%%20",
                "100%% sure: %s",
                "install: what is it? %s",
                "installing with %s",
            })
    void aTokenIsFoundWithAnyTextAroundIt(String around) {
        assertThat(TokenFinder.find(around.formatted(LONG))).contains(LONG);
        assertThat(TokenFinder.find(around.formatted(COMPACT))).contains(COMPACT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/start %s", "/start@gatehouse_bot %s", "https://t.me/gatehouse_bot?start=%s"})
    void theCompactFormIsFoundInTelegramMessages(String around) {
        assertThat(TokenFinder.find(around.formatted(COMPACT))).contains(COMPACT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"_%s_", "please re%s", "%sThanks", "*_%s_*"})
    void theLongFormIsFoundInsideWordsAndFormatting(String around) {
        assertThat(TokenFinder.find(around.formatted(LONG))).contains(LONG);
    }

    @Test
    void aTokenIsFoundPercentEncodedOnceOrTwice() {
        String once = URLEncoder.encode("hello " + LONG + " there", UTF_8);
        String twice = URLEncoder.encode("https://wa.me/44?text=" + once, UTF_8);

        assertThat(TokenFinder.find(once)).contains(LONG);
        assertThat(TokenFinder.find(once.replace("%3A", "%3a"))).contains(LONG);
        assertThat(TokenFinder.find(twice)).contains(LONG);
        assertThat(TokenFinder.find(LONG.replace(".", "%2E").replace("-", "%2D")))
                .contains(LONG);
    }

    @ParameterizedTest
    @MethodSource("breaks")
    void aTokenIsFoundWrappedOverLines(String lineBreak) {
        for (int width : new int[] {1, 7, 20, 38, 64, 76}) {
            assertThat(TokenFinder.find("Hi\n" + broken(LONG, width, lineBreak) + "\n\nbye"))
                    .contains(LONG);
        }
        assertThat(TokenFinder.find("Hi\n" + broken(COMPACT, 32, lineBreak) + " bye"))
                .contains(COMPACT);
    }

    static Stream<String> breaks() {
        return Stream.of("\n", "\r\n", "\r", "\u2028", "\n\n", " \n", "\n  ", "\u200B\n", "\u200B", "\u2060", "\u00AD");
    }

    @Test
    void aTokenIsFoundWithASpaceAfterTheColon() {
        assertThat(TokenFinder.find(LONG.replace("install:", "Install: "))).contains(LONG);
    }

    @Test
    void theFirstOfSeveralIsFound() {
        String other = new TokenFixture()
                .deployment(InstallTokenKeys.of(TokenFixture.OTHER_KEY), "a")
                .mint(USER, TEMPLATE)
                .longForm();

        assertThat(TokenFinder.find(LONG + "\n" + other)).contains(LONG);
        assertThat(TokenFinder.find(other + " " + LONG)).contains(other);
        assertThat(TokenFinder.find(COMPACT + " " + LONG)).contains(COMPACT);
        assertThat(TokenFinder.find(LONG + " " + COMPACT)).contains(LONG);
    }

    @Test
    void aWholeTokenIsPreferredToAFragment() {
        String piece = LONG.substring(0, 100);

        assertThat(TokenFinder.find(piece + " " + LONG)).contains(LONG);
        assertThat(TokenFinder.find("look: " + piece + "… cut off")).contains(piece);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hello",
                "%",
                "%2",
                "%zz",
                "install",
                "install:",
                "install: the app",
                "please install:this.now",
                "how do I install:\nbrew install gatehouse",
                "/start",
                "/start hello",
                "E",
                "https://example.com/EAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "E3B0C44298FC1C149AFBF4C8996FB92427AE41E4649B934CA495991B7852B855",
                "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
            })
    void ordinaryMessagesContainNoToken(String message) {
        assertThat(TokenFinder.find(message)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "install:",
                "install:\n",
                "install:eyJ",
                "E\n",
                "E ",
                "%25",
                "\u200B",
                "\n",
                "%",
                "E",
                "eyJ.",
                "install:a.",
                "👋"
            })
    void a128KiBMessageOfAnyContentIsSearchedInLinearTime(String piece) {
        String message = piece.repeat(128 * 1024 / piece.length());

        CompletableFuture<Void> search = CompletableFuture.runAsync(() -> TokenFinder.find(message));
        assertThat(search).succeedsWithin(Duration.ofSeconds(5));
        assertThat(TokenFinder.find(message + " " + LONG)).contains(LONG);
    }

    private static String broken(String token, int width, String lineBreak) {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < token.length(); i += width) {
            lines.append(i == 0 ? "" : lineBreak).append(token, i, Math.min(token.length(), i + width));
        }
        return lines.toString();
    }
}

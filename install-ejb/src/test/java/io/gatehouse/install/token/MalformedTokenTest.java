package io.gatehouse.install.token;

import static io.gatehouse.install.token.TokenFixture.TEMPLATE;
import static io.gatehouse.install.token.TokenFixture.USER;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.install.token.TokenCheck.Invalid;
import java.util.Base64;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class MalformedTokenTest {

    private final InstallTokens tokens = new TokenFixture().tokens;

    @ParameterizedTest(name = "{0}")
    @MethodSource("shapes")
    void isRefused(String what, String token) {
        assertThat(tokens.verify(token)).as(what).isInstanceOf(Invalid.class);
    }

    static Stream<Arguments> shapes() {
        MintedToken minted = new TokenFixture().tokens.mint(USER, TEMPLATE);
        String good = minted.longForm();
        String payload = good.substring(8, good.indexOf('.'));
        String mac = good.substring(good.indexOf('.') + 1);
        String compact = minted.compactForm();
        String none = Base64.getUrlEncoder().withoutPadding().encodeToString("{\"alg\":\"none\"}".getBytes(UTF_8));
        return Stream.of(
                Arguments.of("nothing", ""),
                Arguments.of("a blank", " "),
                Arguments.of("the prefix alone", "install:"),
                Arguments.of("a dot after the prefix", "install:."),
                Arguments.of("no payload", "install:." + mac),
                Arguments.of("no mac", "install:" + payload + "."),
                Arguments.of("no dot", "install:" + payload + mac),
                Arguments.of("a payload alone", "install:" + payload),
                Arguments.of("no prefix", payload + "." + mac),
                Arguments.of("another prefix", "invite:" + payload + "." + mac),
                Arguments.of("the prefix in capitals", "INSTALL:" + payload + "." + mac),
                Arguments.of("the prefix twice", "install:install:" + payload + "." + mac),
                Arguments.of("a blank in front", " " + good),
                Arguments.of("a blank behind", good + " "),
                Arguments.of("a line break behind", good + "\n"),
                Arguments.of(
                        "a line break within",
                        "install:" + payload.substring(0, 20) + "\n" + payload.substring(20) + "." + mac),
                Arguments.of("a NUL behind", good + "\0"),
                Arguments.of("a third part", good + "." + mac),
                Arguments.of("two dots", "install:" + payload + ".." + mac),
                Arguments.of("a header in front, as in a JWT", "install:" + none + "." + payload + "." + mac),
                Arguments.of("padding behind the mac", good + "="),
                Arguments.of("padding behind the payload", "install:" + payload + "=." + mac),
                Arguments.of("a mac that is one short", good.substring(0, good.length() - 1)),
                Arguments.of("a mac that is one long", good + "A"),
                Arguments.of("a mac in hex", "install:" + payload + "." + "0a".repeat(32)),
                Arguments.of("an empty mac of the right length", "install:" + payload + "." + "A".repeat(43)),
                Arguments.of("base64 instead of base64url", "install:" + payload + "." + mac.substring(0, 41) + "+/"),
                Arguments.of("parts the other way round", "install:" + mac + "." + payload),
                Arguments.of("a payload of another token", "install:" + payload.substring(4) + "." + mac),
                Arguments.of("a payload of impossible length", "install:A." + mac),
                Arguments.of("a percent-encoded colon", good.replace(":", "%3A")),
                Arguments.of("a full-width colon", good.replace(':', '：')),
                Arguments.of("a Cyrillic letter", "inst\u0430ll:" + payload + "." + mac),
                Arguments.of("a letter whose low byte is right", good.replace('e', '\u0165')),
                Arguments.of("a zero-width space within", good.substring(0, 30) + "\u200B" + good.substring(30)),
                Arguments.of("an emoji behind", good + "👍"),
                Arguments.of("a long form of the compact form's length", "install:" + "A".repeat(12) + "." + mac),
                Arguments.of("64 characters of nothing", "A".repeat(64)),
                Arguments.of("a compact form of the next version", "I" + compact.substring(1)),
                Arguments.of("a compact form of a negative version", "_" + compact.substring(1)),
                Arguments.of("a compact form that is one short", compact.substring(1)),
                Arguments.of("a compact form that is one long", compact + "A"),
                Arguments.of("a compact form with a prefix", "install:" + compact),
                Arguments.of("a compact form in another alphabet", compact.substring(0, 63) + "/"),
                Arguments.of("a compact form with padding", compact.substring(0, 63) + "="),
                Arguments.of("a compact form with a command", "/start " + compact),
                Arguments.of("a megabyte", "install:" + "A".repeat(1 << 20) + "." + mac),
                Arguments.of("an agent token", "magt_" + "a".repeat(36)));
    }
}

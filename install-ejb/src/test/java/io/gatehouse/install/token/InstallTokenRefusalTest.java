package io.gatehouse.install.token;

import static io.gatehouse.install.token.TokenFixture.AUDIENCE;
import static io.gatehouse.install.token.TokenFixture.KEY;
import static io.gatehouse.install.token.TokenFixture.NOW;
import static io.gatehouse.install.token.TokenFixture.TEMPLATE;
import static io.gatehouse.install.token.TokenFixture.TTL;
import static io.gatehouse.install.token.TokenFixture.USER;
import static io.gatehouse.install.token.TokenFixture.payloadOf;
import static io.gatehouse.install.token.TokenFixture.reason;
import static io.gatehouse.install.token.TokenFixture.signed;
import static io.gatehouse.install.token.TokenFixture.valid;
import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.install.token.TokenCheck.Invalid;
import io.gatehouse.install.token.TokenCheck.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tokens that look genuine and are refused, and the reasons. */
class InstallTokenRefusalTest {

    private final TokenFixture fixture = new TokenFixture();
    private final InstallTokens tokens = fixture.tokens;

    @Test
    void everyAlteredCharacterOfTheLongFormIsRefused() {
        refusesEveryAlteration(tokens.mint(USER, TEMPLATE).longForm());
    }

    @Test
    void everyAlteredCharacterOfTheCompactFormIsRefused() {
        refusesEveryAlteration(tokens.mint(USER, TEMPLATE).compactForm());
    }

    private void refusesEveryAlteration(String token) {
        for (int i = 0; i < token.length(); i++) {
            for (char c : "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_ .=\u0141".toCharArray()) {
                if (token.charAt(i) != c) {
                    String altered = token.substring(0, i) + c + token.substring(i + 1);
                    assertThat(tokens.verify(altered)).as(altered).isInstanceOf(Invalid.class);
                }
            }
        }
    }

    @Test
    void anAlteredTokenIsInvalidRatherThanExpired() {
        MintedToken minted = tokens.mint(USER, TEMPLATE);
        fixture.now = NOW.plus(TTL).plusSeconds(1);

        assertThat(reason(tokens.verify(altered(minted.longForm())))).isEqualTo(Reason.BAD_MAC);
        assertThat(reason(tokens.verify(altered(minted.compactForm())))).isEqualTo(Reason.BAD_MAC);
    }

    @Test
    void aTokenForAnotherDeploymentIsRefusedEvenWithTheSameKey() {
        InstallTokens other = fixture.deployment(InstallTokenKeys.of(KEY), "https://other.example");
        InstallTokens sameLength = fixture.deployment(InstallTokenKeys.of(KEY), AUDIENCE.replace('g', 'h'));

        assertThat(reason(tokens.verify(other.mint(USER, TEMPLATE).longForm()))).isEqualTo(Reason.WRONG_AUDIENCE);
        assertThat(reason(tokens.verify(sameLength.mint(USER, TEMPLATE).longForm())))
                .isEqualTo(Reason.WRONG_AUDIENCE);
        assertThat(reason(tokens.verify(other.mint(USER, TEMPLATE).compactForm())))
                .isEqualTo(Reason.BAD_MAC);
        assertThat(reason(tokens.verify(sameLength.mint(USER, TEMPLATE).compactForm())))
                .isEqualTo(Reason.BAD_MAC);
    }

    @Test
    void anotherTypeIsRefusedEvenWithAValidMac() {
        String payload = payloadOf(tokens.mint(USER, TEMPLATE).longForm());

        assertThat(reason(tokens.verify(signed(payload.replace("\"install\"", "\"invited\"")))))
                .isEqualTo(Reason.WRONG_TYPE);
        assertThat(reason(tokens.verify(signed(payload.replace("\"install\"", "\"confirmation\"")))))
                .isEqualTo(Reason.WRONG_TYPE);
        assertThat(reason(tokens.verify(signed(payload.replace("\"typ\"", "\"tip\"")))))
                .isEqualTo(Reason.WRONG_TYPE);
    }

    @Test
    void typeIsCheckedBeforeAudienceAndAudienceBeforeExpiry() {
        String payload = payloadOf(tokens.mint(USER, TEMPLATE).longForm()).replace(AUDIENCE, "elsewhere");
        fixture.now = NOW.plus(TTL);

        assertThat(reason(tokens.verify(signed(payload.replace("\"install\"", "\"other\"")))))
                .isEqualTo(Reason.WRONG_TYPE);
        assertThat(reason(tokens.verify(signed(payload)))).isEqualTo(Reason.WRONG_AUDIENCE);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "\"v\":1→\"v\":2",
                "\"v\":1→\"v\":\"1\"",
                "\"v\":1,→",
                "\"v\":1→\"v\":1.5",
                "\"kid\":\"→\"kid\":\"x",
                "\"sub\"→\"suB\"",
                "\"tpl\"→\"tpL\"",
                "\"jti\"→\"jtI\"",
                "\"iat\"→\"iaT\"",
                "\"exp\"→\"exP\"",
                "\"iat\":1→\"iat\":-1",
                "\"exp\":→\"exp\":9999999999999",
                "\"sub\":\"→\"sub\":\"z",
                "\"tpl\":\"→\"tpl\":7,\"x\":\"",
                "{→[",
                "}→",
                "{→",
            })
    void aMalformedPayloadIsRefusedEvenWithAValidMac(String replacement) {
        String payload = payloadOf(tokens.mint(USER, TEMPLATE).longForm());
        String[] fromTo = replacement.split("→", -1);
        assertThat(payload).contains(fromTo[0]);

        assertThat(reason(tokens.verify(signed(payload.replace(fromTo[0], fromTo[1])))))
                .isEqualTo(Reason.MALFORMED);
    }

    @Test
    void tokensOver1024CharactersAreRefused() {
        String payload = payloadOf(tokens.mint(USER, TEMPLATE).longForm());
        String fitting = signed(payload + " ".repeat(729 - payload.length()));
        String tooLong = signed(payload + " ".repeat(730 - payload.length()));

        assertThat(fitting).hasSize(1024);
        valid(tokens.verify(fitting));
        assertThat(tooLong).hasSize(1026);
        assertThat(reason(tokens.verify(tooLong))).isEqualTo(Reason.MALFORMED);
        assertThat(reason(tokens.verify(fitting + "A"))).isEqualTo(Reason.MALFORMED);
        assertThat(reason(tokens.verify("install:" + "A".repeat(973) + "." + "A".repeat(43))))
                .isEqualTo(Reason.MALFORMED);
        assertThat(reason(tokens.verify("install:" + "A".repeat(972) + "." + "A".repeat(43))))
                .isEqualTo(Reason.BAD_MAC);
    }

    private static String altered(String token) {
        char last = token.charAt(token.length() - 3);
        return token.substring(0, token.length() - 3) + (last == 'A' ? 'B' : 'A') + token.substring(token.length() - 2);
    }
}

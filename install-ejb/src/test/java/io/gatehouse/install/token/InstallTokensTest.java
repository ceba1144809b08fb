package io.gatehouse.install.token;

import static io.gatehouse.install.token.TokenFixture.AUDIENCE;
import static io.gatehouse.install.token.TokenFixture.KEY;
import static io.gatehouse.install.token.TokenFixture.NOW;
import static io.gatehouse.install.token.TokenFixture.OTHER_KEY;
import static io.gatehouse.install.token.TokenFixture.TEMPLATE;
import static io.gatehouse.install.token.TokenFixture.TTL;
import static io.gatehouse.install.token.TokenFixture.USER;
import static io.gatehouse.install.token.TokenFixture.payloadOf;
import static io.gatehouse.install.token.TokenFixture.reason;
import static io.gatehouse.install.token.TokenFixture.signed;
import static io.gatehouse.install.token.TokenFixture.valid;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatehouse.contract.account.UserId;
import io.gatehouse.install.token.TokenCheck.Expired;
import io.gatehouse.install.token.TokenCheck.Invalid;
import io.gatehouse.install.token.TokenCheck.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class InstallTokensTest {

    private final TokenFixture fixture = new TokenFixture();
    private final InstallTokens tokens = fixture.tokens;

    @Test
    void bothFormsOfATokenHaveTheSameContentAndId() {
        MintedToken minted = tokens.mint(USER, TEMPLATE);

        InstallClaim claim = valid(tokens.verify(minted.longForm()));
        assertThat(claim).isEqualTo(new InstallClaim(USER, TEMPLATE, minted.jti(), NOW.plus(TTL)));
        assertThat(valid(tokens.verify(minted.compactForm()))).isEqualTo(claim);
        assertThat(minted.expiresAt()).isEqualTo(claim.expiresAt());
    }

    @Test
    void userAndTemplateAreReadBackFromBothForms() {
        Random random = new Random(7);
        for (int i = 0; i < 2000; i++) {
            UUID template = new UUID(
                    (random.nextLong() & ~0xF000L) | 0x7000L, (random.nextLong() >>> 2) | 0x8000_0000_0000_0000L);
            UserId user = UserId.of("issuer", "subject " + i);
            MintedToken minted = tokens.mint(user, template);

            assertThat(valid(tokens.verify(minted.longForm())).user()).isEqualTo(user);
            assertThat(valid(tokens.verify(minted.longForm())).template()).isEqualTo(template);
            assertThat(valid(tokens.verify(minted.compactForm())).user()).isEqualTo(user);
            assertThat(valid(tokens.verify(minted.compactForm())).template()).isEqualTo(template);
        }
    }

    @Test
    void theLongFormFollowsTheContract() {
        MintedToken minted = tokens.mint(USER, TEMPLATE);
        String payload = payloadOf(minted.longForm());

        assertThat(minted.longForm()).isEqualTo(signed(payload));
        long now = NOW.getEpochSecond();
        assertThat(payload)
                .matches("\\{\"v\":1,\"typ\":\"install\",\"kid\":\"[A-Za-z0-9_-]{8}\",\"aud\":\"" + AUDIENCE
                        + "\",\"sub\":\"" + USER + "\",\"tpl\":\"" + TEMPLATE + "\",\"iat\":" + now + ",\"exp\":"
                        + (now + 900) + ",\"jti\":\"" + minted.jti() + "\"}");
    }

    @Test
    void theCompactFormFitsTelegramsStartParameter() {
        assertThat(tokens.mint(USER, TEMPLATE).compactForm()).matches("[A-Za-z0-9_-]{64}");
    }

    @Test
    void tokensOfTheSameUserTemplateAndSecondDiffer() {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < CompactForm.NONCES; i++) {
            MintedToken minted = tokens.mint(USER, TEMPLATE);
            assertThat(seen.add(minted.jti())).isTrue();
            assertThat(seen.add(minted.longForm())).isTrue();
            assertThat(seen.add(minted.compactForm())).isTrue();
        }
    }

    @Test
    void manyThreadsMintAndVerifyConcurrently() {
        Set<String> seen = ConcurrentHashMap.newKeySet();
        IntStream.range(0, 4000).parallel().forEach(i -> {
            MintedToken minted = tokens.mint(USER, TEMPLATE);
            assertThat(seen.add(minted.jti())).isTrue();
            assertThat(valid(tokens.verify(minted.longForm())).jti()).isEqualTo(minted.jti());
            assertThat(valid(tokens.verify(minted.compactForm())).jti()).isEqualTo(minted.jti());
        });
    }

    @Test
    void aTokenIsValidUntilItsExpiryExclusive() {
        MintedToken minted = tokens.mint(USER, TEMPLATE);
        Instant expiry = NOW.plus(TTL);

        fixture.now = expiry.minusMillis(1);
        valid(tokens.verify(minted.longForm()));
        valid(tokens.verify(minted.compactForm()));

        fixture.now = expiry;
        assertThat(tokens.verify(minted.longForm())).isEqualTo(new Expired(expiry));
        assertThat(tokens.verify(minted.compactForm())).isEqualTo(new Expired(expiry));
    }

    @Test
    void aCompactTokenDoesNotBecomeValidAgainWhenItsExpiryBitsRepeat() {
        String compact = tokens.mint(USER, TEMPLATE).compactForm();

        for (int rounds = 1; rounds <= 3; rounds++) {
            fixture.now = NOW.plusSeconds((long) rounds << 24);
            assertThat(tokens.verify(compact)).isInstanceOf(Invalid.class);
        }
        fixture.now = NOW.plus(Duration.ofDays(90));
        assertThat(tokens.verify(compact)).isEqualTo(new Expired(NOW.plus(TTL)));
    }

    @Test
    void aCompactTokenStaysValidAcrossAnOverflowOfItsExpiryBits() {
        long wrap = ((NOW.getEpochSecond() >>> 24) + 1) << 24;
        for (int before = 0; before <= 900; before += 60) {
            fixture.now = Instant.ofEpochSecond(wrap - before);
            String compact = tokens.mint(USER, TEMPLATE).compactForm();

            assertThat(valid(tokens.verify(compact)).expiresAt()).isEqualTo(fixture.now.plus(TTL));
            fixture.now = fixture.now.plus(TTL);
            assertThat(tokens.verify(compact)).isEqualTo(new Expired(fixture.now));
        }
    }

    @Test
    void afterARotationTokensOfThePreviousKeyAreAcceptedButNotMinted() {
        MintedToken before = tokens.mint(USER, TEMPLATE);
        InstallTokens rotated = fixture.deployment(InstallTokenKeys.rotated(OTHER_KEY, KEY), AUDIENCE);

        valid(rotated.verify(before.longForm()));
        valid(rotated.verify(before.compactForm()));

        MintedToken after = rotated.mint(USER, TEMPLATE);
        valid(rotated.verify(after.longForm()));
        valid(rotated.verify(after.compactForm()));
        assertThat(reason(tokens.verify(after.longForm()))).isEqualTo(Reason.BAD_MAC);
        assertThat(reason(tokens.verify(after.compactForm()))).isEqualTo(Reason.BAD_MAC);
    }

    @Test
    void nodesWithTheSameTwoKeysAcceptEachOthersTokens() {
        InstallTokens first = fixture.deployment(InstallTokenKeys.rotated(KEY, OTHER_KEY), AUDIENCE);
        InstallTokens second = fixture.deployment(InstallTokenKeys.rotated(OTHER_KEY, KEY), AUDIENCE);

        valid(second.verify(first.mint(USER, TEMPLATE).longForm()));
        valid(second.verify(first.mint(USER, TEMPLATE).compactForm()));
        valid(first.verify(second.mint(USER, TEMPLATE).longForm()));
        valid(first.verify(second.mint(USER, TEMPLATE).compactForm()));
    }

    @Test
    void tokensOfARemovedPreviousKeyAreRefused() {
        MintedToken before = tokens.mint(USER, TEMPLATE);
        InstallTokens rotated = fixture.deployment(InstallTokenKeys.of(OTHER_KEY), AUDIENCE);

        assertThat(reason(rotated.verify(before.longForm()))).isEqualTo(Reason.BAD_MAC);
        assertThat(reason(rotated.verify(before.compactForm()))).isEqualTo(Reason.BAD_MAC);
    }

    @Test
    void keysWithTheSameFourBitHintAreDistinguished() {
        int hint = InstallTokenKeys.of(KEY).current().hint();
        int twin = IntStream.iterate(3, seed -> seed + 1)
                .filter(seed ->
                        InstallTokenKeys.of(TokenFixture.key(seed)).current().hint() == hint)
                .findFirst()
                .orElseThrow();
        MintedToken before = tokens.mint(USER, TEMPLATE);
        InstallTokens rotated = fixture.deployment(InstallTokenKeys.rotated(TokenFixture.key(twin), KEY), AUDIENCE);

        valid(rotated.verify(before.compactForm()));
        valid(rotated.verify(rotated.mint(USER, TEMPLATE).compactForm()));
    }

    @Test
    void aPayloadInAnotherLayoutIsReadToo() {
        MintedToken minted = tokens.mint(USER, TEMPLATE);
        InstallClaim claim = valid(tokens.verify(minted.longForm()));
        String payload = payloadOf(minted.longForm());
        String spaced = payload.replace(",", " ,\n ").replace("{", "\t{ ");
        String reordered = "{\"jti\":\"" + minted.jti() + "\",\"later\":[1,{}]," + payload.substring(1);
        String sameLength = payload.replaceFirst("\"v\":1,(\"typ\":\"install\"),", "$1,\"v\":1,");

        assertThat(valid(tokens.verify(signed(spaced)))).isEqualTo(claim);
        assertThat(valid(tokens.verify(signed(reordered)))).isEqualTo(claim);
        assertThat(valid(tokens.verify(signed(sameLength)))).isEqualTo(claim);
        fixture.now = NOW.plus(TTL);
        assertThat(tokens.verify(signed(spaced))).isInstanceOf(Expired.class);
    }

    @Test
    void neitherFormAppearsInAnyToString() {
        MintedToken minted = tokens.mint(USER, TEMPLATE);
        String shown = minted + " " + tokens.verify(minted.longForm()) + tokens.verify(minted.compactForm());

        assertThat(shown)
                .doesNotContain(minted.longForm())
                .doesNotContain(minted.compactForm())
                .doesNotContain(minted.jti())
                .contains("…" + minted.jti().substring(12));
    }

    @Test
    void unsafeParametersAreRefused() {
        InstallTokenKeys keys = InstallTokenKeys.of(KEY);
        assertThatThrownBy(() -> InstallTokenKeys.of(new byte[31])).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> fixture.deployment(keys, "")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> fixture.deployment(keys, "a\"b")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> fixture.deployment(keys, "é")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> tokens.mint(USER, UUID.fromString("0193a1b2-c3d4-4e5f-8a9b-0c1d2e3f4a5b")))
                .isInstanceOf(IllegalArgumentException.class);
        for (Duration ttl : new Duration[] {Duration.ZERO, TTL.plusSeconds(1), Duration.ofMillis(1500)}) {
            assertThatThrownBy(() -> new InstallTokens(keys, AUDIENCE, ttl, () -> NOW, new Random()))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }
}

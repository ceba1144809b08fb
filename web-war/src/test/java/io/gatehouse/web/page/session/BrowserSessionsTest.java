package io.gatehouse.web.page.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.contract.account.SignedInUser;
import io.gatehouse.contract.session.EndedSessions;
import io.gatehouse.kernel.config.Settings;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@SuppressWarnings("UnnecessaryAssignment") // injects what the container otherwise would
class BrowserSessionsTest {

    private static final SignedInUser ADA =
            new SignedInUser("https://idp.example", "u-1", "ada@example.com", true, "Ada Lovelace");
    private static final String FIRST_KEY = key(1);
    private static final String SECOND_KEY = key(2);

    private Instant now = Instant.parse("2026-11-22T12:00:00Z");
    private final Set<UUID> ended = new HashSet<>();
    private final BrowserSessions sessions = node(Map.of("gatehouse.encryption.key", FIRST_KEY));

    @Test
    void aSessionOpensOnEveryNode() {
        BrowserSession session = sessions.start(ADA, true);

        assertThat(node(Map.of("gatehouse.encryption.key", FIRST_KEY)).open(sessions.sealed(session)))
                .contains(session);
    }

    @Test
    void aUserWithoutNameAndAddressIsRestored() {
        BrowserSession session =
                sessions.start(new SignedInUser("https://idp.example", "ü\"\\", null, false, null), false);

        assertThat(sessions.open(sessions.sealed(session))).contains(session);
    }

    @Test
    void aLongNameIsLeftOutOfTheCookie() {
        String longest = "x".repeat(320);
        BrowserSession session =
                sessions.start(new SignedInUser("https://" + longest, longest, longest, true, longest), true);

        assertThat(session.user().name()).isNull();
        assertThat(sessions.sealed(session)).hasSizeLessThan(2_000);
    }

    @Test
    void everySessionIsUnique() {
        assertThat(sessions.start(ADA, false).id())
                .isNotEqualTo(sessions.start(ADA, false).id());
        BrowserSession session = sessions.start(ADA, false);
        assertThat(sessions.sealed(session)).isNotEqualTo(sessions.sealed(session));
    }

    @Test
    void theCookieRevealsNothing() {
        String text = sessions.sealed(sessions.start(ADA, true));

        assertThat(new String(Base64.getUrlDecoder().decode(text), java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContain("ada", "idp", "u-1", "administrator");
        assertThat(text).matches("[A-Za-z0-9_-]+");
    }

    @Test
    void aChangedCookieDoesNotOpen() {
        String text = sessions.sealed(sessions.start(ADA, false));
        for (int i = 0; i < text.length() - 1; i++) {
            char other = text.charAt(i) == 'A' ? 'B' : 'A';
            assertThat(sessions.open(text.substring(0, i) + other + text.substring(i + 1)))
                    .as("character " + i)
                    .isEmpty();
        }
        assertThat(sessions.open(text.substring(1))).isEmpty();
        assertThat(sessions.open(text.substring(0, text.length() - 4))).isEmpty();
        assertThat(sessions.open(text + "AAAA")).isEmpty();
        assertThat(sessions.open("")).isEmpty();
        assertThat(sessions.open("{\"v\":1}")).isEmpty();
        assertThat(sessions.open("eyJhbGciOiJub25lIn0.e30.")).isEmpty();
    }

    @Test
    void aSessionOfAnotherDeploymentDoesNotOpen() {
        BrowserSessions sameKey =
                node(Map.of("gatehouse.encryption.key", FIRST_KEY, "gatehouse.deployment-id", "https://other.example"));
        BrowserSessions otherKey = node(Map.of("gatehouse.encryption.key", SECOND_KEY));

        assertThat(sessions.open(sameKey.sealed(sameKey.start(ADA, true)))).isEmpty();
        assertThat(sessions.open(otherKey.sealed(otherKey.start(ADA, true)))).isEmpty();
    }

    @Test
    void aTextSealedForAnotherPurposeDoesNotOpen() {
        Settings settings = Settings.of(Map.of("gatehouse.encryption.key", FIRST_KEY));
        SealedText other = new SealedText(settings.encryption(), "sign-in", new SecureRandom());

        assertThat(sessions.open(other.seal(sessions.start(ADA, true).toBytes(), settings.deploymentId())))
                .isEmpty();
    }

    @Test
    void aSessionSurvivesKeyRotationAndIsSealedAgain() {
        BrowserSession session = sessions.start(ADA, false);
        String text = sessions.sealed(session);
        BrowserSessions turned =
                node(Map.of("gatehouse.encryption.key", SECOND_KEY, "gatehouse.encryption.previous-key", FIRST_KEY));

        assertThat(turned.open(text)).contains(session);
        assertThat(turned.renewed(session, text)).isPresent();
        assertThat(turned.renewed(session, turned.sealed(session))).isEmpty();
        BrowserSessions later = node(Map.of("gatehouse.encryption.key", SECOND_KEY));
        assertThat(later.open(text)).isEmpty();
        assertThat(later.open(turned.sealed(session))).contains(session);
    }

    @Test
    void aSessionEndsAfterTheIdleTime() {
        String text = sessions.sealed(sessions.start(ADA, false));

        pass(Duration.ofMinutes(60).minusSeconds(1));
        assertThat(sessions.open(text)).isPresent();
        pass(Duration.ofSeconds(1));
        assertThat(sessions.open(text)).isEmpty();
    }

    @Test
    void anActiveSessionLastsUntilItsMaximumLifetime() {
        BrowserSession session = sessions.start(ADA, false);
        String text = sessions.sealed(session);
        for (int hour = 0; hour < 15; hour++) {
            pass(Duration.ofMinutes(45));
            BrowserSession current = sessions.open(text).orElseThrow();
            text = sessions.sealed(sessions.renewed(current, text).orElseThrow());
        }
        assertThat(sessions.endsAt(session)).isEqualTo(session.signedInAt().plus(Duration.ofHours(12)));
        assertThat(sessions.cookieAge(sessions.open(text).orElseThrow())).isEqualTo(Duration.ofMinutes(45));

        pass(Duration.ofMinutes(45));
        assertThat(sessions.open(text)).isEmpty();
    }

    @Test
    void notEveryCallSetsACookie() {
        BrowserSession session = sessions.start(ADA, false);
        String text = sessions.sealed(session);

        pass(Duration.ofMinutes(6).minusSeconds(1));
        assertThat(sessions.renewed(session, text)).isEmpty();
        pass(Duration.ofSeconds(1));
        assertThat(sessions.renewed(session, text)).contains(session.seen(now));
    }

    @Test
    void signingOutEndsEveryCopyOfTheCookie() {
        BrowserSession session = sessions.start(ADA, false);
        String text = sessions.sealed(session);
        BrowserSession other = sessions.start(ADA, false);

        sessions.end(session);

        assertThat(sessions.open(text)).isEmpty();
        assertThat(sessions.open(sessions.sealed(session.seen(now)))).isEmpty();
        assertThat(sessions.open(sessions.sealed(other))).contains(other);
    }

    @Test
    void aSessionOfTheDevelopmentIssuerEndsWithProductionMode() {
        Map<String, String> key = Map.of("gatehouse.encryption.key", FIRST_KEY);
        BrowserSessions development = node(key);
        SignedInUser user = new SignedInUser(development.settings.developmentIssuer(), "admin", null, false, "Admin");
        String ofDevelopment = development.sealed(development.start(user, true));
        String ofProvider = development.sealed(development.start(ADA, false));
        assertThat(development.open(ofDevelopment)).isPresent();

        Map<String, String> production = new HashMap<>(key);
        production.put("gatehouse.mode", "production");
        production.put("gatehouse.public-url", development.settings.publicUrl());

        assertThat(node(production).open(ofDevelopment)).isEmpty();
        assertThat(node(production).open(ofProvider)).isPresent();
    }

    private void pass(Duration time) {
        now = now.plus(time);
    }

    private BrowserSessions node(Map<String, String> configuration) {
        Map<String, String> values = new HashMap<>(configuration);
        values.putIfAbsent("gatehouse.deployment-id", "https://gatehouse.example");
        BrowserSessions node = new BrowserSessions();
        node.settings = Settings.of(values);
        node.random = new SecureRandom();
        node.clock = () -> now;
        node.endedSessions = new EndedSessions() {
            @Override
            public void end(UUID sessionId, Instant expiresAt) {
                ended.add(sessionId);
            }

            @Override
            public Set<UUID> among(Set<UUID> sessionIds) {
                Set<UUID> found = new HashSet<>(sessionIds);
                found.retainAll(ended);
                return found;
            }
        };
        node.prepare();
        return node;
    }

    private static String key(int fill) {
        byte[] key = new byte[32];
        key[0] = (byte) fill;
        return Base64.getEncoder().encodeToString(key);
    }
}

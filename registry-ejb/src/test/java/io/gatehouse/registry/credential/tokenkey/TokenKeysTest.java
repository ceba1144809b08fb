package io.gatehouse.registry.credential.tokenkey;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.contract.oauth.SigningKey;
import io.gatehouse.contract.oauth.TokenKeys;
import io.gatehouse.contract.oauth.VerificationKey;
import io.gatehouse.domain.oauth.TokenKeyPair;
import io.gatehouse.kernel.config.Settings;
import io.gatehouse.kernel.id.Ids;
import io.gatehouse.testkit.Crowd;
import io.gatehouse.testkit.SetClock;
import io.gatehouse.testkit.StoreTest;
import io.gatehouse.testkit.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@StoreTest
class TokenKeysTest {

    private static final Duration LIFETIME = Duration.ofDays(30);
    private static final Duration LEAD = Duration.ofDays(1);
    private static final String FIRST_KEY = Base64.getEncoder().encodeToString(new byte[32]);
    private static final String SECOND_KEY =
            Base64.getEncoder().encodeToString("another encryption key, 32 bytes".getBytes(StandardCharsets.US_ASCII));

    private final TestDatabase database;
    private final SetClock clock = SetClock.some();

    TokenKeysTest(TestDatabase database) {
        this.database = database;
    }

    /** Keys belong to a deployment, and so to a database. */
    @BeforeEach
    void deleteAllKeys() {
        database.run(
                entities -> entities.createQuery("delete from TokenKeyPair k").executeUpdate());
    }

    @Test
    void concurrentNodesShareOneSigningKey() {
        List<SigningKey> keys = Crowd.of(4, number -> node(Map.of()).signing());

        assertThat(keys.stream().map(SigningKey::id).collect(Collectors.toSet()))
                .hasSize(1);
        assertThat(verifies(node(Map.of()), keys.get(2))).isTrue();
    }

    @Test
    void aKeyIsPublishedBeforeItSignsAndUntilItsLastTokenExpired() {
        TokenKeysBean node = node(Map.of());
        String first = node.signing().id();
        assertThat(published(node)).containsExactly(first);

        rotateAfter(node, LIFETIME.minus(LEAD).minusSeconds(1));
        assertThat(published(node)).containsExactly(first);

        rotateAfter(node, Duration.ofSeconds(1));
        assertThat(published(node)).hasSize(2).contains(first);
        assertThat(node.signing().id()).isEqualTo(first);
        String second = published(node).get(0);

        rotateAfter(node, LEAD.minusSeconds(1));
        assertThat(node.signing().id()).isEqualTo(first);
        rotateAfter(node, Duration.ofSeconds(1));
        assertThat(node.signing().id()).isEqualTo(second);
        assertThat(published(node)).containsExactly(second, first);

        rotateAfter(node, Duration.ofMinutes(6));
        assertThat(published(node)).containsExactly(second, first);
        rotateAfter(node, Duration.ofSeconds(1));
        assertThat(published(node)).containsExactly(second);
    }

    @Test
    void anotherNodeSignsWithTheNextKeyAfterARotation() {
        TokenKeysBean rotating = node(Map.of());
        TokenKeysBean other = node(Map.of());
        String first = other.signing().id();

        rotateAfter(rotating, LIFETIME.minus(LEAD));
        clock.advance(LEAD);

        assertThat(other.signing().id())
                .isNotEqualTo(first)
                .isEqualTo(rotating.signing().id());
    }

    @Test
    void afterALongPauseTheOldKeySignsUntilTheNextWasPublishedForTheLead() {
        TokenKeysBean node = node(Map.of());
        String first = node.signing().id();

        rotateAfter(node, LIFETIME.multipliedBy(3));
        assertThat(node.signing().id()).isEqualTo(first);
        assertThat(published(node)).hasSize(2);

        rotateAfter(node, LEAD);
        assertThat(node.signing().id()).isNotEqualTo(first);
    }

    @Test
    void keysBeforeTheConfiguredTimeAreNeitherUsedNorPublished() {
        SigningKey stolen = node(Map.of()).signing();
        clock.advance(Duration.ofSeconds(1));

        TokenKeysBean node =
                node(Map.of("gatehouse.oauth.keys-not-before", clock.instant().toString()));
        assertThat(node.signing().id()).isNotEqualTo(stolen.id());
        assertThat(published(node)).containsExactly(node.signing().id());
        assertThat(verifies(node, stolen)).isFalse();
    }

    @Test
    void aPrivateKeyIsStoredSealedForItsRow() {
        SigningKey key = node(Map.of()).signing();
        TokenKeyPair pair = onlyPair();

        assertThat(contains(pair.sealedPrivateKey(), key.key().getEncoded())).isFalse();
        assertThat(key.toString()).isEqualTo("SigningKey[" + key.id() + "]");
        TokenKeyPair moved = new TokenKeyPair(
                new Ids().next(), 99, pair.publicKey(), pair.sealedPrivateKey(), pair.createdAt(), pair.signsFrom());
        assertThat(box(Map.of()).privateKey(pair)).isPresent();
        assertThat(box(Map.of()).privateKey(moved)).isEmpty();
    }

    @Test
    void afterARotationOfTheEncryptionKeyTheSameKeySignsAndIsResealed() {
        String before = node(Map.of()).signing().id();
        byte[] sealed = onlyPair().sealedPrivateKey();
        Map<String, String> rotated =
                Map.of("gatehouse.encryption.key", SECOND_KEY, "gatehouse.encryption.previous-key", FIRST_KEY);

        TokenKeysBean node = node(rotated);
        node.rotate();

        assertThat(node.signing().id()).isEqualTo(before);
        assertThat(onlyPair().sealedPrivateKey()).isNotEqualTo(sealed);
        assertThat(node(Map.of("gatehouse.encryption.key", SECOND_KEY))
                        .signing()
                        .id())
                .isEqualTo(before);
    }

    @Test
    void duringATwoRoundRotationOfTheEncryptionKeyAllNodesSignWithOneKey() {
        TokenKeysBean before = node(Map.of());
        TokenKeysBean first = node(Map.of("gatehouse.encryption.previous-key", SECOND_KEY));
        TokenKeysBean second =
                node(Map.of("gatehouse.encryption.key", SECOND_KEY, "gatehouse.encryption.previous-key", FIRST_KEY));
        String key = before.signing().id();

        for (TokenKeysBean node : List.of(first, before, first, second, first, second)) {
            rotateAfter(node, Duration.ofMinutes(1));
            assertThat(node.signing().id()).isEqualTo(key);
        }
        assertThat(onlyPair().id()).hasToString(key);
    }

    @Test
    void aNodeThatCannotOpenAKeyCreatesANewOne() {
        TokenKeysBean first = node(Map.of());
        String before = first.signing().id();

        TokenKeysBean other = node(Map.of("gatehouse.encryption.key", SECOND_KEY));

        assertThat(other.signing().id()).isNotEqualTo(before);
        assertThat(published(other)).contains(before);
    }

    private void rotateAfter(TokenKeysBean node, Duration time) {
        clock.advance(time);
        node.rotate();
    }

    private static List<String> published(TokenKeys node) {
        return node.published().stream().map(VerificationKey::id).toList();
    }

    private static boolean verifies(TokenKeys node, SigningKey key) {
        Optional<VerificationKey> published = node.published().stream()
                .filter(candidate -> candidate.id().equals(key.id()))
                .findFirst();
        byte[] content = "content".getBytes(StandardCharsets.US_ASCII);
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(key.key());
            signature.update(content);
            byte[] signed = signature.sign();
            if (published.isEmpty()) {
                return false;
            }
            signature.initVerify(published.get().key());
            signature.update(content);
            return signature.verify(signed);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private TokenKeyPair onlyPair() {
        return database.tx(entities -> entities.createQuery("select k from TokenKeyPair k", TokenKeyPair.class)
                .getSingleResult());
    }

    private static boolean contains(byte[] whole, byte[] part) {
        return new String(whole, StandardCharsets.ISO_8859_1).contains(new String(part, StandardCharsets.ISO_8859_1));
    }

    private TokenKeysBean node(Map<String, String> values) {
        return TestTokenKeys.node(database, clock, settings(values));
    }

    private static KeyPairBox box(Map<String, String> values) {
        return TestTokenKeys.box(settings(values));
    }

    private static Settings settings(Map<String, String> values) {
        Map<String, String> all = new HashMap<>(Map.of("gatehouse.encryption.key", FIRST_KEY));
        all.putAll(values);
        return Settings.of(all);
    }
}

package io.gatehouse.registry.credential.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatehouse.contract.access.RequestSignature;
import io.gatehouse.contract.access.SignatureCheck;
import io.gatehouse.contract.access.SignatureCheck.Genuine;
import io.gatehouse.contract.access.SignatureCheck.Mismatch;
import io.gatehouse.contract.access.SignatureCheck.Replayed;
import io.gatehouse.contract.access.SignatureCheck.UnknownKey;
import io.gatehouse.contract.access.TokenCheck.HostAccess;
import io.gatehouse.domain.host.Host;
import io.gatehouse.domain.signature.HostSigningKey;
import io.gatehouse.kernel.crypto.UnsealException;
import io.gatehouse.kernel.persistence.RetentionStore;
import io.gatehouse.registry.operation.retention.RetentionRules;
import io.gatehouse.testkit.Crowd;
import io.gatehouse.testkit.SetClock;
import io.gatehouse.testkit.StoreTest;
import io.gatehouse.testkit.TestDatabase;
import io.gatehouse.testkit.TestRetention;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@StoreTest
class RequestSignaturesTest {

    private static final Map<String, String> SETTINGS = Map.of("gatehouse.encryption.key", TestSignatures.KEY);

    private final TestDatabase database;
    private final SetClock clock = SetClock.some();
    private final SigningKeys keys;
    private final RequestSignaturesBean signatures;
    private final Host host;

    RequestSignaturesTest(TestDatabase database) {
        this.database = database;
        keys = TestSignatures.keys(database, clock);
        signatures = TestSignatures.signatures(database, clock, SETTINGS);
        host = TestSignatures.host(database, clock);
    }

    @Test
    void aSignatureGrantsItsKeysScopes() {
        GeneratedKey signingKey = generate(null);

        assertThat(check(signed(signingKey, "n")))
                .isEqualTo(new Genuine(
                        new HostAccess(signingKey.key().id(), host.organizationId(), host.name(), Set.of("bridge"))));
    }

    @Test
    void anotherBaseMacOrKeyIsAMismatch() {
        GeneratedKey signingKey = generate(null);
        RequestSignature good = signed(signingKey, "n");
        byte[] otherMac = good.mac().clone();
        otherMac[0] ^= 1;
        RequestSignature ofOther = signed(generate(null), "n");

        assertThat(check(with(good, "other base".getBytes(StandardCharsets.US_ASCII), good.mac())))
                .isInstanceOf(Mismatch.class);
        assertThat(check(with(good, good.base(), otherMac))).isInstanceOf(Mismatch.class);
        assertThat(check(with(good, good.base(), Arrays.copyOf(good.mac(), 31))))
                .isInstanceOf(Mismatch.class);
        assertThat(check(with(good, good.base(), new byte[0]))).isInstanceOf(Mismatch.class);
        assertThat(check(with(good, good.base(), ofOther.mac()))).isInstanceOf(Mismatch.class);
        assertThat(check(good)).isInstanceOf(Genuine.class);
    }

    @Test
    void aCallerWithoutTheSecretSpendsNoNonce() {
        GeneratedKey signingKey = generate(null);
        RequestSignature good = signed(signingKey, "n");

        assertThat(check(with(good, good.base(), new byte[32]))).isInstanceOf(Mismatch.class);
        assertThat(check(good)).isInstanceOf(Genuine.class);
        assertThat(check(good)).isInstanceOf(Replayed.class);
    }

    @Test
    void ofConcurrentRequestsWithOneNonceOneIsGenuine() {
        GeneratedKey signingKey = generate(null);
        RequestSignature signature = signed(signingKey, "once");
        List<SignatureCheck> checks = Crowd.of(32, number -> check(signature));

        assertThat(checks).filteredOn(Genuine.class::isInstance).hasSize(1);
        assertThat(checks).filteredOn(Replayed.class::isInstance).hasSize(31);
        assertThat(check(signed(signingKey, "another"))).isInstanceOf(Genuine.class);
        assertThat(check(signed(generate(null), "once"))).isInstanceOf(Genuine.class);
    }

    @Test
    void anotherNodeKnowsTheNonceToo() {
        RequestSignature signature = signed(generate(null), "n");
        assertThat(check(signature)).isInstanceOf(Genuine.class);

        RequestSignaturesBean other = TestSignatures.signatures(database, clock, SETTINGS);
        assertThat(database.tx(() -> other.check(signature))).isInstanceOf(Replayed.class);
    }

    @Test
    void unknownExpiredAndRevokedKeysAreUnknown() {
        GeneratedKey expiring = generate(clock.instant().plusSeconds(10));
        GeneratedKey revoked = generate(null);
        RequestSignature good = signed(revoked, "n");
        assertThat(check(good)).isInstanceOf(Genuine.class);
        assertThat(revoke(revoked)).isTrue();
        assertThat(revoke(revoked)).isFalse();

        assertThat(check(signed(revoked, "m"))).isInstanceOf(UnknownKey.class);
        assertThat(check(signed(expiring, "a"))).isInstanceOf(Genuine.class);
        clock.advance(Duration.ofSeconds(10));
        assertThat(check(signed(expiring, "b"))).isInstanceOf(UnknownKey.class);
        assertThat(check(named(UUID.randomUUID().toString(), good))).isInstanceOf(UnknownKey.class);
        assertThat(check(named("test-shared-secret", good))).isInstanceOf(UnknownKey.class);
    }

    @Test
    void aNonceIsStoredUntilItsRequestIsRefusedBecauseOfItsDate() {
        GeneratedKey signingKey = generate(null);
        RequestSignature signature = signed(signingKey, "kept");
        assertThat(check(signature)).isInstanceOf(Genuine.class);
        RetentionStore retention = TestRetention.over(database, clock);

        clock.advance(RequestSignature.WINDOW.multipliedBy(2));
        assertThat(retention.apply(RetentionRules.NONCES, 1_000)).isZero();
        assertThat(check(signature)).isInstanceOf(Replayed.class);
        clock.advance(Duration.ofSeconds(1));
        assertThat(retention.apply(RetentionRules.NONCES, 1_000)).isPositive();
        assertThat(nonces(signingKey)).isZero();
    }

    private long nonces(GeneratedKey signingKey) {
        return ((Number) database.tx(
                        entities -> entities.createNativeQuery("select count(*) from signature_nonce where key_id = ?1")
                                .setParameter(1, signingKey.key().id())
                                .getSingleResult()))
                .longValue();
    }

    @Test
    void aSecretIsSealedAndOpensOnlyInItsOwnRow() {
        GeneratedKey signingKey = generate(null);
        GeneratedKey other = generate(null);
        byte[] secret = Base64.getDecoder().decode(signingKey.secret());

        assertThat(signingKey.secret()).hasSize(64).endsWith(signingKey.key().lastFour());
        assertThat(new String(signingKey.key().sealedSecret(), StandardCharsets.ISO_8859_1))
                .doesNotContain(new String(secret, StandardCharsets.ISO_8859_1))
                .doesNotContain(signingKey.secret());
        assertThat(signingKey).asString().doesNotContain(signingKey.secret());

        database.run(entities -> entities.createNativeQuery("update signing_key set sealed_secret = ?1 where id = ?2")
                .setParameter(1, signingKey.key().sealedSecret())
                .setParameter(2, other.key().id())
                .executeUpdate());
        RequestSignature stolen = named(other.key().id().toString(), signed(signingKey, "n"));
        assertThatThrownBy(() -> check(stolen)).isInstanceOf(UnsealException.class);
    }

    @Test
    void theLastUseIsRecordedAtMostOnceAMinute() {
        GeneratedKey signingKey = generate(null);
        Instant first = clock.instant();
        assertThat(lastUse(signingKey)).isNull();
        assertThat(check(signed(signingKey, "a"))).isInstanceOf(Genuine.class);
        clock.advance(Duration.ofSeconds(59));
        assertThat(check(signed(signingKey, "b"))).isInstanceOf(Genuine.class);
        assertThat(lastUse(signingKey)).isEqualTo(first);
        clock.advance(Duration.ofSeconds(2));
        assertThat(check(signed(signingKey, "c"))).isInstanceOf(Genuine.class);
        assertThat(lastUse(signingKey)).isEqualTo(clock.instant());
    }

    private @Nullable Instant lastUse(GeneratedKey signingKey) {
        return database.tx(entities -> {
                    HostSigningKey key =
                            entities.find(HostSigningKey.class, signingKey.key().id());
                    return Optional.ofNullable(key.lastUsedAt());
                })
                .orElse(null);
    }

    private GeneratedKey generate(@Nullable Instant expiresAt) {
        return database.tx(() -> keys.generate(host, Set.of("bridge"), expiresAt, "test"));
    }

    private boolean revoke(GeneratedKey signingKey) {
        return database.tx(() -> keys.revoke(signingKey.key().id(), "test"));
    }

    private SignatureCheck check(RequestSignature signature) {
        return database.tx(() -> signatures.check(signature));
    }

    private RequestSignature signed(GeneratedKey signingKey, String nonce) {
        return TestSignatures.signed(signingKey, clock.instant(), nonce);
    }

    private static RequestSignature with(RequestSignature signature, byte[] base, byte[] mac) {
        return new RequestSignature(signature.keyId(), signature.created(), signature.nonce(), base, mac);
    }

    private static RequestSignature named(String keyId, RequestSignature signature) {
        return new RequestSignature(keyId, signature.created(), signature.nonce(), signature.base(), signature.mac());
    }
}

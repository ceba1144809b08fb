package io.gatehouse.registry.credential.signature;

import io.gatehouse.contract.access.RequestSignature;
import io.gatehouse.contract.access.RequestSignatures;
import io.gatehouse.contract.access.SignatureCheck;
import io.gatehouse.contract.access.SignatureCheck.Genuine;
import io.gatehouse.contract.access.SignatureCheck.Mismatch;
import io.gatehouse.contract.access.SignatureCheck.Replayed;
import io.gatehouse.contract.access.SignatureCheck.UnknownKey;
import io.gatehouse.contract.access.TokenCheck.HostAccess;
import io.gatehouse.domain.host.Host;
import io.gatehouse.domain.signature.HostSigningKey;
import io.gatehouse.kernel.id.Uuids;
import io.gatehouse.kernel.transaction.RetriedTransaction;
import io.gatehouse.registry.credential.signature.SigningKeyStore.KeyAndHost;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Verifies key, MAC and nonce, in this order: a caller without the secret cannot spend a nonce. The key is read from
 * the database each time, so that a revocation takes effect on every node at once. The nonce is stored before the
 * request is processed.
 */
@ApplicationScoped
@RetriedTransaction
public class RequestSignaturesBean implements RequestSignatures {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    /**
     * After the window from its creation, a request is refused because of its date. Twice the window allows for nodes
     * whose clocks differ.
     */
    private static final Duration NONCE_RETENTION = RequestSignature.WINDOW.multipliedBy(2);

    private SigningKeyStore keys;
    private NonceStore nonces;
    private SecretBox box;
    private InstantSource clock;

    /** For the container. */
    @SuppressWarnings("NullAway.Init")
    public RequestSignaturesBean() {}

    @Inject
    public RequestSignaturesBean(SigningKeyStore keys, NonceStore nonces, SecretBox box, InstantSource clock) {
        this.keys = keys;
        this.nonces = nonces;
        this.box = box;
        this.clock = clock;
    }

    @Override
    public SignatureCheck check(RequestSignature signature) {
        Instant now = clock.instant();
        Optional<KeyAndHost> found = Uuids.parse(signature.keyId())
                .flatMap(keys::find)
                .filter(pair -> pair.key().isUsable(now));
        if (found.isEmpty() || box.isLost(found.get().key())) {
            return new UnknownKey();
        }
        HostSigningKey key = found.get().key();
        if (!box.verifies(key, signature.base(), signature.mac())) {
            return new Mismatch();
        }
        if (!nonces.spend(key.id(), signature.nonce(), signature.created().plus(NONCE_RETENTION))) {
            return new Replayed();
        }
        recordUse(key, now);
        box.resealed(key).ifPresent(secret -> keys.reseal(key.id(), secret));
        Host host = found.get().host();
        return new Genuine(new HostAccess(key.id(), host.organizationId(), host.name(), key.scopes()));
    }

    private void recordUse(HostSigningKey key, Instant now) {
        Instant last = key.lastUsedAt();
        Instant since = now.minus(MINUTE);
        if (last == null || last.isBefore(since)) {
            keys.recordUse(key.id(), now, since);
        }
    }
}

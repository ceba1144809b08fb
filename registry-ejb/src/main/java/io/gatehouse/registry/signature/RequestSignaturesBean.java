package io.gatehouse.registry.signature;

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
import io.gatehouse.registry.signature.SigningKeyStore.KeyOf;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Key, mac, nonce, in this order: no nonce is spent by whoever does not know the secret. The key is read from the
 * database each time, so that revoked is revoked on every node at once; and the nonce is there before anybody acts on the
 * request.
 */
@ApplicationScoped
@RetriedTransaction
public class RequestSignaturesBean implements RequestSignatures {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    /** Past the window from its creation on, a request is refused by its date; nodes' clocks may differ. */
    private static final Duration NONCE_KEPT = RequestSignature.WINDOW.multipliedBy(2);

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
        Optional<KeyOf> found = Uuids.parse(signature.keyId())
                .flatMap(keys::find)
                .filter(pair -> pair.key().isUsable(now));
        if (found.isEmpty() || box.isLost(found.get().key())) {
            return new UnknownKey();
        }
        HostSigningKey key = found.get().key();
        if (!box.verifies(key, signature.base(), signature.mac())) {
            return new Mismatch();
        }
        if (!nonces.spend(key.id(), signature.nonce(), signature.created().plus(NONCE_KEPT))) {
            return new Replayed();
        }
        noteUse(key, now);
        box.sealedAnew(key).ifPresent(fresh -> keys.reseal(key.id(), fresh));
        Host host = found.get().host();
        return new Genuine(new HostAccess(key.id(), host.organizationId(), host.name(), key.scopes()));
    }

    private void noteUse(HostSigningKey key, Instant now) {
        Instant last = key.lastUsedAt();
        Instant since = now.minus(MINUTE);
        if (last == null || last.isBefore(since)) {
            keys.noteUse(key.id(), now, since);
        }
    }
}

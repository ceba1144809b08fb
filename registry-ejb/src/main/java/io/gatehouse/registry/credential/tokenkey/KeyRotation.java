package io.gatehouse.registry.credential.tokenkey;

import io.gatehouse.domain.oauth.TokenKeyPair;
import io.gatehouse.kernel.config.Settings;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** Rotates the keys if it is time. Each call runs in its own transaction. May be called on all nodes at once. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class KeyRotation {

    private TokenKeyStore store;
    private KeyPairBox box;
    private Settings settings;
    private InstantSource clock;

    /** For the container. */
    @SuppressWarnings("NullAway.Init")
    public KeyRotation() {}

    @Inject
    public KeyRotation(TokenKeyStore store, KeyPairBox box, Settings settings, InstantSource clock) {
        this.store = store;
        this.box = box;
        this.settings = settings;
        this.clock = clock;
    }

    /** Creates and deletes pairs as due; returns all pairs in the order of their numbers. */
    public List<TokenKeyPair> rotate() {
        KeySchedule schedule = new KeySchedule(settings.oauth());
        Instant now = clock.instant();
        List<TokenKeyPair> pairs = store.findAll();
        List<TokenKeyPair> usable = pairs.stream()
                .filter(schedule::permits)
                .filter(pair -> box.privateKey(pair).isPresent())
                .toList();
        usable.forEach(box::reseal);
        Instant signsFrom = schedule.nextSignsFrom(usable, now);
        if (signsFrom != null) {
            long last = pairs.isEmpty() ? 0 : pairs.get(pairs.size() - 1).number();
            store.insert(box.generate(last + 1, now, signsFrom));
        }
        List<TokenKeyPair> expired = schedule.expired(pairs, now);
        store.delete(expired);
        return signsFrom == null && expired.isEmpty() ? pairs : store.findAll();
    }

    /** Returns all pairs without changing them. */
    public List<TokenKeyPair> pairs() {
        return store.findAll();
    }
}

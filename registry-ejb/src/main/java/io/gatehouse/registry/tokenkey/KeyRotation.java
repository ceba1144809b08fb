package io.gatehouse.registry.tokenkey;

import io.gatehouse.domain.oauth.TokenKeyPair;
import io.gatehouse.kernel.config.Settings;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** Turns the keys where it is time, each call in a transaction of its own. May be called on all nodes at once. */
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

    /** All pairs that there are, in the order of their numbers, after whatever was due. */
    public List<TokenKeyPair> turn() {
        KeySchedule schedule = new KeySchedule(settings.oauth());
        Instant now = clock.instant();
        List<TokenKeyPair> pairs = store.findAll();
        List<TokenKeyPair> usable = pairs.stream()
                .filter(schedule::admits)
                .filter(pair -> box.privateKey(pair).isPresent())
                .toList();
        usable.forEach(box::renew);
        Instant signsFrom = schedule.nextSignsFrom(usable, now);
        if (signsFrom != null) {
            long last = pairs.isEmpty() ? 0 : pairs.get(pairs.size() - 1).number();
            store.insert(box.make(last + 1, now, signsFrom));
        }
        List<TokenKeyPair> spent = schedule.spent(pairs, now);
        store.delete(spent);
        return signsFrom == null && spent.isEmpty() ? pairs : store.findAll();
    }

    /** All pairs that there are, as they stand. */
    public List<TokenKeyPair> pairs() {
        return store.findAll();
    }
}

package io.gatehouse.registry.tokenkey;

import io.gatehouse.contract.oauth.SigningKey;
import io.gatehouse.contract.oauth.TokenKeys;
import io.gatehouse.contract.oauth.VerificationKey;
import io.gatehouse.domain.oauth.TokenKeyPair;
import io.gatehouse.kernel.config.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.PrivateKey;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The keys of the database, looked at anew every ten seconds, far more often than a key is published before it signs.
 * The first is made when somebody asks for it.
 */
@ApplicationScoped
public class TokenKeysBean implements TokenKeys {

    private static final Duration FRESH = Duration.ofSeconds(10);

    private KeyRotation rotation;
    private KeyPairBox box;
    private Settings settings;
    private InstantSource clock;

    private volatile @Nullable Known known;

    /** For the container. */
    @SuppressWarnings("NullAway.Init")
    public TokenKeysBean() {}

    @Inject
    public TokenKeysBean(KeyRotation rotation, KeyPairBox box, Settings settings, InstantSource clock) {
        this.rotation = rotation;
        this.box = box;
        this.settings = settings;
        this.clock = clock;
    }

    /** @param usable those that may sign, with their private halves, in the order of their numbers */
    private record Known(Instant at, Map<TokenKeyPair, PrivateKey> usable, List<VerificationKey> published) {}

    @Override
    public SigningKey signing() {
        Map<TokenKeyPair, PrivateKey> usable = known().usable();
        TokenKeyPair pair = schedule().signing(List.copyOf(usable.keySet()), clock.instant());
        PrivateKey key = usable.get(pair);
        if (key == null) {
            throw new IllegalStateException("the key that signs is none of those that may");
        }
        return new SigningKey(pair.id().toString(), key);
    }

    @Override
    public List<VerificationKey> published() {
        return known().published();
    }

    /** Makes and lets go of keys, where it is time. */
    void turn() {
        known = read(rotation.turn());
    }

    private Known known() {
        Known present = known;
        if (present != null && clock.instant().isBefore(present.at().plus(FRESH))) {
            return present;
        }
        return readAgain();
    }

    private synchronized Known readAgain() {
        Known read = read(rotation.pairs());
        if (read.usable().isEmpty()) {
            read = read(rotation.turn());
        }
        known = read;
        return read;
    }

    private Known read(List<TokenKeyPair> pairs) {
        KeySchedule schedule = schedule();
        Map<TokenKeyPair, PrivateKey> usable = new LinkedHashMap<>();
        List<VerificationKey> published = new ArrayList<>();
        pairs.stream()
                .filter(schedule::admits)
                .sorted(Comparator.comparingLong(TokenKeyPair::number))
                .forEach(pair -> {
                    box.privateKey(pair).ifPresent(key -> usable.put(pair, key));
                    published.add(0, new VerificationKey(pair.id().toString(), box.publicKey(pair)));
                });
        return new Known(clock.instant(), usable, List.copyOf(published));
    }

    private KeySchedule schedule() {
        return new KeySchedule(settings.oauth());
    }
}

package io.gatehouse.registry.credential.tokenkey;

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
 * The token keys of the database. Read again every ten seconds, far more often than the time for which a key is
 * published before it signs. The first pair is created on first use.
 */
@ApplicationScoped
public class TokenKeysBean implements TokenKeys {

    private static final Duration REFRESH_INTERVAL = Duration.ofSeconds(10);

    private KeyRotation rotation;
    private KeyPairBox box;
    private Settings settings;
    private InstantSource clock;

    private volatile @Nullable KeySet current;

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

    /** @param usable the pairs that may sign, with their private keys, in the order of their numbers */
    private record KeySet(Instant at, Map<TokenKeyPair, PrivateKey> usable, List<VerificationKey> published) {}

    @Override
    public SigningKey signing() {
        Map<TokenKeyPair, PrivateKey> usable = current().usable();
        TokenKeyPair pair = schedule().signing(List.copyOf(usable.keySet()), clock.instant());
        PrivateKey key = usable.get(pair);
        if (key == null) {
            throw new IllegalStateException("the signing key is not among the usable keys");
        }
        return new SigningKey(pair.id().toString(), key);
    }

    @Override
    public List<VerificationKey> published() {
        return current().published();
    }

    /** Rotates the keys if it is time. */
    void rotate() {
        current = read(rotation.rotate());
    }

    private KeySet current() {
        KeySet present = current;
        if (present != null && clock.instant().isBefore(present.at().plus(REFRESH_INTERVAL))) {
            return present;
        }
        return readAgain();
    }

    private synchronized KeySet readAgain() {
        KeySet read = read(rotation.pairs());
        if (read.usable().isEmpty()) {
            read = read(rotation.rotate());
        }
        current = read;
        return read;
    }

    private KeySet read(List<TokenKeyPair> pairs) {
        KeySchedule schedule = schedule();
        Map<TokenKeyPair, PrivateKey> usable = new LinkedHashMap<>();
        List<VerificationKey> published = new ArrayList<>();
        pairs.stream()
                .filter(schedule::permits)
                .sorted(Comparator.comparingLong(TokenKeyPair::number))
                .forEach(pair -> {
                    box.privateKey(pair).ifPresent(key -> usable.put(pair, key));
                    published.add(0, new VerificationKey(pair.id().toString(), box.publicKey(pair)));
                });
        return new KeySet(clock.instant(), usable, List.copyOf(published));
    }

    private KeySchedule schedule() {
        return new KeySchedule(settings.oauth());
    }
}

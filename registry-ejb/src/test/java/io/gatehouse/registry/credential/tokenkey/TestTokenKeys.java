package io.gatehouse.registry.credential.tokenkey;

import io.gatehouse.domain.oauth.TokenKeyPair;
import io.gatehouse.kernel.config.SealedBoxProducer;
import io.gatehouse.kernel.config.Settings;
import io.gatehouse.kernel.id.Ids;
import io.gatehouse.testkit.TestDatabase;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;

/** Token keys over a test's database, wired as in the container. */
final class TestTokenKeys {

    private TestTokenKeys() {}

    static TokenKeysBean node(TestDatabase database, InstantSource clock, Settings settings) {
        KeyPairBox box = box(settings);
        KeyRotation rotation = new KeyRotation(new TokenKeyStore(database.entityManager()), box, settings, clock) {

            @Override
            public List<TokenKeyPair> rotate() {
                return database.tx(super::rotate);
            }

            @Override
            public List<TokenKeyPair> pairs() {
                return database.tx(super::pairs);
            }
        };
        return new TokenKeysBean(rotation, box, settings, clock);
    }

    static KeyPairBox box(Settings settings) {
        SecureRandom random = new SecureRandom();
        return new KeyPairBox(SealedBoxProducer.sealedBox(settings, random), random, new Ids());
    }
}

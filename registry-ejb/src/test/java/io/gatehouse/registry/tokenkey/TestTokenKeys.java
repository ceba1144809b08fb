package io.gatehouse.registry.tokenkey;

import io.gatehouse.domain.oauth.TokenKeyPair;
import io.gatehouse.kernel.config.Settings;
import io.gatehouse.kernel.id.Ids;
import io.gatehouse.testkit.TestDatabase;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;

/** The keys of tokens over a test's database, as the container would put them together. */
@SuppressWarnings("UnnecessaryAssignment") // there is no container that would inject
final class TestTokenKeys {

    private TestTokenKeys() {}

    static TokenKeysBean node(TestDatabase database, InstantSource clock, Settings settings) {
        KeyRotation rotation = new KeyRotation() {

            @Override
            public List<TokenKeyPair> turn() {
                return database.tx(super::turn);
            }

            @Override
            public List<TokenKeyPair> pairs() {
                return database.tx(super::pairs);
            }
        };
        rotation.store = new TokenKeyStore();
        rotation.store.entities = database.entityManager();
        rotation.box = box(settings);
        rotation.settings = settings;
        rotation.clock = clock;
        TokenKeysBean keys = new TokenKeysBean();
        keys.rotation = rotation;
        keys.box = rotation.box;
        keys.settings = settings;
        keys.clock = clock;
        return keys;
    }

    static KeyPairBox box(Settings settings) {
        KeyPairBox box = new KeyPairBox();
        box.settings = settings;
        box.random = new SecureRandom();
        box.ids = new Ids();
        box.open();
        return box;
    }
}

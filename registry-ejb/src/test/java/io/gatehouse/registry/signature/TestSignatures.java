package io.gatehouse.registry.signature;

import io.gatehouse.domain.config.Settings;
import io.gatehouse.domain.id.Ids;
import io.gatehouse.registry.audit.TestTrail;
import io.gatehouse.testkit.TestDatabase;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Map;

/** Signing keys over a test's database, as the container would put them together. */
@SuppressWarnings("UnnecessaryAssignment") // there is no container that would inject
public final class TestSignatures {

    /** 32 bytes in base64. */
    public static final String KEY = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";

    static final String OTHER_KEY = "Hx4dHBsaGRgXFhUUExIREA8ODQwLCgkIBwYFBAMCAQA=";

    private TestSignatures() {}

    public static SigningKeys keys(TestDatabase database, InstantSource clock) {
        SigningKeys keys = new SigningKeys();
        keys.store = store(database);
        keys.box = box(Map.of("gatehouse.encryption.key", KEY));
        keys.audit = TestTrail.over(database, clock);
        keys.ids = new Ids();
        keys.clock = clock;
        return keys;
    }

    static RequestSignaturesBean signatures(TestDatabase database, InstantSource clock, Map<String, String> settings) {
        RequestSignaturesBean signatures = new RequestSignaturesBean();
        signatures.keys = store(database);
        signatures.nonces = nonces(database);
        signatures.box = box(settings);
        signatures.clock = clock;
        return signatures;
    }

    static NonceStore nonces(TestDatabase database) {
        NonceStore nonces = new NonceStore();
        nonces.entities = database.entityManager();
        return nonces;
    }

    private static SigningKeyStore store(TestDatabase database) {
        SigningKeyStore store = new SigningKeyStore();
        store.entities = database.entityManager();
        return store;
    }

    private static SecretBox box(Map<String, String> settings) {
        SecretBox box = new SecretBox();
        box.settings = Settings.of(settings);
        box.random = new SecureRandom();
        box.open();
        return box;
    }
}

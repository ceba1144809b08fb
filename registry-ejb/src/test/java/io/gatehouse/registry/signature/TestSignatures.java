package io.gatehouse.registry.signature;

import io.gatehouse.contract.access.RequestSignature;
import io.gatehouse.domain.host.Host;
import io.gatehouse.domain.organization.Organization;
import io.gatehouse.domain.organization.Visibility;
import io.gatehouse.kernel.config.Settings;
import io.gatehouse.kernel.id.Ids;
import io.gatehouse.registry.audit.TestTrail;
import io.gatehouse.testkit.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signing keys over a test's database, as the container would put them together. */
@SuppressWarnings("UnnecessaryAssignment") // there is no container that would inject
public final class TestSignatures {

    /** 32 bytes in base64. */
    public static final String KEY = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";

    static final String OTHER_KEY = "Hx4dHBsaGRgXFhUUExIREA8ODQwLCgkIBwYFBAMCAQA=";

    private static final byte[] BASE = "\"@method\": POST".getBytes(StandardCharsets.US_ASCII);

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

    static Host host(TestDatabase database, InstantSource clock) {
        Ids ids = new Ids();
        Organization organization =
                Organization.shared(ids.next(), ids.next().toString(), "Tenant", Visibility.PRIVATE, clock.instant());
        Host host = new Host(ids.next(), organization.id(), ids.next().toString(), clock.instant());
        database.run(entities -> entities.persist(organization));
        database.run(entities -> entities.persist(host));
        return host;
    }

    /** As the host that has the key would sign a request. */
    static RequestSignature signed(MadeKey made, Instant now, String nonce) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(made.secret()), "HmacSHA256"));
            return new RequestSignature(made.key().id().toString(), now, nonce, BASE.clone(), mac.doFinal(BASE));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
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

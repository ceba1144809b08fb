package io.gatehouse.registry.credential.signature;

import io.gatehouse.contract.access.RequestSignature;
import io.gatehouse.domain.host.Host;
import io.gatehouse.domain.organization.Organization;
import io.gatehouse.domain.organization.Visibility;
import io.gatehouse.kernel.config.SealedBoxProducer;
import io.gatehouse.kernel.config.Settings;
import io.gatehouse.kernel.crypto.HmacSha256;
import io.gatehouse.kernel.id.Ids;
import io.gatehouse.registry.tenant.audit.TestTrail;
import io.gatehouse.testkit.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Map;

/** Signing keys over a test's database, wired as in the container. */
public final class TestSignatures {

    /** 32 bytes in base64. */
    public static final String KEY = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";

    static final String OTHER_KEY = "Hx4dHBsaGRgXFhUUExIREA8ODQwLCgkIBwYFBAMCAQA=";

    private static final byte[] BASE = "\"@method\": POST".getBytes(StandardCharsets.US_ASCII);

    private TestSignatures() {}

    public static SigningKeys keys(TestDatabase database, InstantSource clock) {
        return new SigningKeys(
                store(database),
                box(Map.of("gatehouse.encryption.key", KEY)),
                TestTrail.over(database, clock),
                new Ids(),
                clock);
    }

    static RequestSignaturesBean signatures(TestDatabase database, InstantSource clock, Map<String, String> settings) {
        return new RequestSignaturesBean(store(database), nonces(database), box(settings), clock);
    }

    static NonceStore nonces(TestDatabase database) {
        return new NonceStore(database.entityManager());
    }

    public static Host host(TestDatabase database, InstantSource clock) {
        Ids ids = new Ids();
        Organization organization =
                Organization.shared(ids.next(), ids.next().toString(), "Tenant", Visibility.PRIVATE, clock.instant());
        Host host = new Host(ids.next(), organization.id(), ids.next().toString(), clock.instant());
        database.run(entities -> entities.persist(organization));
        database.run(entities -> entities.persist(host));
        return host;
    }

    /** Signs as the host that has the key. */
    static RequestSignature signed(GeneratedKey signingKey, Instant now, String nonce) {
        HmacSha256 mac = new HmacSha256(Base64.getDecoder().decode(signingKey.secret()));
        return new RequestSignature(signingKey.key().id().toString(), now, nonce, BASE.clone(), mac.sign(BASE));
    }

    private static SigningKeyStore store(TestDatabase database) {
        return new SigningKeyStore(database.entityManager());
    }

    private static SecretBox box(Map<String, String> settings) {
        SecureRandom random = new SecureRandom();
        return new SecretBox(SealedBoxProducer.sealedBox(Settings.of(settings), random), random);
    }
}

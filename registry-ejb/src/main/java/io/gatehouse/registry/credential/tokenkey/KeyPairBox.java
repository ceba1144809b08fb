package io.gatehouse.registry.credential.tokenkey;

import io.gatehouse.domain.oauth.TokenKeyPair;
import io.gatehouse.kernel.crypto.SealedBox;
import io.gatehouse.kernel.crypto.UnsealException;
import io.gatehouse.kernel.id.Ids;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Generates RSA key pairs. Seals their private keys, each bound to its row. */
@Dependent
class KeyPairBox {

    private static final Logger LOG = Logger.getLogger(KeyPairBox.class.getName());
    private static final String RSA = "RSA";
    private static final int BITS = 2048;

    private final SealedBox box;
    private final SecureRandom random;
    private final Ids ids;

    @Inject
    KeyPairBox(SealedBox box, SecureRandom random, Ids ids) {
        this.box = box;
        this.random = random;
        this.ids = ids;
    }

    TokenKeyPair generate(long number, Instant now, Instant signsFrom) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(RSA);
            generator.initialize(BITS, random);
            KeyPair pair = generator.generateKeyPair();
            UUID id = ids.next();
            byte[] sealed = box.seal(pair.getPrivate().getEncoded(), place(id));
            return new TokenKeyPair(id, number, pair.getPublic().getEncoded(), sealed, now, signsFrom);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform generates RSA keys", e);
        }
    }

    RSAPublicKey publicKey(TokenKeyPair pair) {
        try {
            return (RSAPublicKey) KeyFactory.getInstance(RSA).generatePublic(new X509EncodedKeySpec(pair.publicKey()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the row contains no valid RSA public key: " + pair.id(), e);
        }
    }

    /** Returns empty if the key was sealed with an encryption key that this node does not have. */
    Optional<PrivateKey> privateKey(TokenKeyPair pair) {
        try {
            byte[] encoded = box.open(pair.sealedPrivateKey(), place(pair.id()));
            return Optional.of(KeyFactory.getInstance(RSA).generatePrivate(new PKCS8EncodedKeySpec(encoded)));
        } catch (UnsealException e) {
            LOG.log(Level.WARNING, "The token key {0} cannot be used here: {1}", new Object[] {pair.id(), e.getMessage()
            });
            return Optional.empty();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the row contains no valid RSA private key: " + pair.id(), e);
        }
    }

    /** Reseals the private key if it was sealed with the previous encryption key. */
    void reseal(TokenKeyPair pair) {
        if (box.isStale(pair.sealedPrivateKey())) {
            byte[] encoded = box.open(pair.sealedPrivateKey(), place(pair.id()));
            pair.seal(box.seal(encoded, place(pair.id())));
        }
    }

    private static String place(UUID id) {
        return "token_key_pair.sealed_private_key:" + id;
    }
}

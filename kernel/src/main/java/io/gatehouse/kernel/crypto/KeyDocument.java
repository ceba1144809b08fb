package io.gatehouse.kernel.crypto;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * Reads an issuer's public keys in the formats of MicroProfile JWT 2.1 section 9.2.2: PEM, JWK or JWK set, the latter
 * two also in base64url.
 */
public final class KeyDocument {

    private static final String PEM_HEADER = "-----BEGIN";

    private KeyDocument() {}

    /**
     * @throws IllegalArgumentException if the text has none of these formats; the message contains nothing of the text
     */
    public static IssuerKeySet read(String text) {
        String document = text.strip();
        if (document.startsWith("{")) {
            return keys(JwkDocument.read(document));
        }
        if (document.startsWith(PEM_HEADER)) {
            return pem(document.replaceAll("-----(BEGIN|END) PUBLIC KEY-----", ""));
        }
        String decoded = new String(bytes(document), StandardCharsets.UTF_8).strip();
        return decoded.startsWith("{") ? keys(JwkDocument.read(decoded)) : pem(document);
    }

    private static IssuerKeySet keys(List<Optional<Jwk>> entries) {
        List<IssuerKey> keys = new ArrayList<>();
        List<String> ignored = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            String name = "key " + i;
            if (entries.get(i).isEmpty()) {
                ignored.add(name + " is no object");
                continue;
            }
            Jwk jwk = entries.get(i).get();
            try {
                keys.add(jwk.toKey());
            } catch (UnusableKeyException e) {
                ignored.add(name + jwk.label() + " " + e.getMessage());
            }
        }
        return new IssuerKeySet(keys, ignored);
    }

    /** A PEM has no key id, so a token's {@code kid} does not restrict its use. */
    private static IssuerKeySet pem(String base64) {
        PublicKey key = publicKey(bytes(base64));
        try {
            KeyBounds.require(key);
            return new IssuerKeySet(List.of(new IssuerKey(null, null, key)), List.of());
        } catch (UnusableKeyException e) {
            return new IssuerKeySet(List.of(), List.of("the key " + e.getMessage()));
        }
    }

    private static PublicKey publicKey(byte[] encoded) {
        try {
            return keyFrom("RSA", encoded);
        } catch (GeneralSecurityException notRsa) {
            try {
                return keyFrom("EC", encoded);
            } catch (GeneralSecurityException notEc) {
                throw new IllegalArgumentException("it is neither a public key in PEM, nor a JWK, nor a set of them");
            }
        }
    }

    private static PublicKey keyFrom(String algorithm, byte[] encoded) throws GeneralSecurityException {
        return KeyFactory.getInstance(algorithm).generatePublic(new X509EncodedKeySpec(encoded));
    }

    /** Decodes base64 in the standard or the URL-safe alphabet. */
    private static byte[] bytes(String text) {
        try {
            return Base64.getMimeDecoder().decode(text.replace('-', '+').replace('_', '/'));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("it is neither JSON nor base64", e);
        }
    }
}

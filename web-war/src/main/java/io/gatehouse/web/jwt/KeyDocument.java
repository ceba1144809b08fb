package io.gatehouse.web.jwt;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.Base64;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;

/** The forms in which MicroProfile JWT takes a public key: PEM, JWK or JWK set, the latter two also in base64url. */
final class KeyDocument {

    private KeyDocument() {}

    /** @throws IllegalArgumentException if it is none of the forms */
    static JWKSet parse(String text) {
        String document = text.strip();
        try {
            if (document.startsWith("-----BEGIN")) {
                return new JWKSet(publicKey(document));
            }
            if (document.startsWith("{")) {
                return json(document);
            }
            String decoded = new String(new Base64(document).decode(), StandardCharsets.UTF_8).strip();
            return decoded.startsWith("{") ? json(decoded) : new JWKSet(publicKey(pem(document)));
        } catch (ParseException | JOSEException e) {
            throw new IllegalArgumentException("neither PEM nor JWK nor a set of JWKs", e);
        }
    }

    private static JWKSet json(String document) throws ParseException {
        JWKSet set = document.contains("\"keys\"") ? JWKSet.parse(document) : new JWKSet(JWK.parse(document));
        return set.toPublicJWKSet();
    }

    /** A PEM has no key id, whatever nimbus derives from it: a token's {@code kid} says nothing about it. */
    private static JWK publicKey(String pem) throws JOSEException {
        JWK key = JWK.parseFromPEMEncodedObjects(pem).toPublicJWK();
        return switch (key.getKeyType().getValue()) {
            case "RSA" -> new RSAKey.Builder(key.toRSAKey()).keyID(null).build();
            case "EC" -> new ECKey.Builder(key.toECKey()).keyID(null).build();
            default -> throw new JOSEException("neither an RSA nor an EC key");
        };
    }

    private static String pem(String body) {
        return "-----BEGIN PUBLIC KEY-----\n" + body + "\n-----END PUBLIC KEY-----";
    }
}

package io.gatehouse.web.jwt;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.text.ParseException;
import java.util.Base64;

/** The forms in which MicroProfile JWT takes a public key: PEM, JWK or JWK set, the latter two also in base64url. */
final class KeyDocument {

    private KeyDocument() {}

    /** @throws IllegalArgumentException if it is none of the forms */
    static JWKSet parse(String text) {
        String document = text.strip();
        try {
            if (document.startsWith("-----BEGIN")) {
                return new JWKSet(publicKey(withoutArmour(document)));
            }
            if (document.startsWith("{")) {
                return json(document);
            }
            String decoded = new String(decoded(document), StandardCharsets.UTF_8).strip();
            return decoded.startsWith("{") ? json(decoded) : new JWKSet(publicKey(document));
        } catch (ParseException e) {
            throw new IllegalArgumentException("neither PEM nor JWK nor a set of JWKs", e);
        }
    }

    private static JWKSet json(String document) throws ParseException {
        JWKSet set = document.contains("\"keys\"") ? JWKSet.parse(document) : new JWKSet(JWK.parse(document));
        return set.toPublicJWKSet();
    }

    /** A PEM has no key id: a token's {@code kid} says nothing about it. */
    private static JWK publicKey(String base64) {
        byte[] encoded = Base64.getMimeDecoder().decode(base64);
        try {
            return new RSAKey.Builder((RSAPublicKey) keyFrom("RSA", encoded)).build();
        } catch (GeneralSecurityException notRsa) {
            try {
                ECPublicKey key = (ECPublicKey) keyFrom("EC", encoded);
                return new ECKey.Builder(Curve.forECParameterSpec(key.getParams()), key).build();
            } catch (GeneralSecurityException notEc) {
                notEc.addSuppressed(notRsa);
                throw new IllegalArgumentException("neither an RSA nor an EC public key", notEc);
            }
        }
    }

    private static PublicKey keyFrom(String algorithm, byte[] encoded) throws GeneralSecurityException {
        return KeyFactory.getInstance(algorithm).generatePublic(new X509EncodedKeySpec(encoded));
    }

    /** Base64 in either alphabet. */
    private static byte[] decoded(String text) {
        return Base64.getMimeDecoder().decode(text.replace('-', '+').replace('_', '/'));
    }

    private static String withoutArmour(String pem) {
        return pem.replaceAll("-----(BEGIN|END) PUBLIC KEY-----", "");
    }
}

package io.gatehouse.kernel.crypto;

import io.gatehouse.kernel.text.Base64Url;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.security.spec.KeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The string members of a JSON Web Key (RFC 7517). Certificates ({@code x5c}) are neither trusted nor read, so an
 * unreadable one does not make the key unusable.
 */
record Jwk(Map<String, String> members) {

    private static final int MAX_ID_LENGTH = 200;

    /** Returns the public key; private members are not read. */
    IssuerKey toKey() throws UnusableKeyException {
        String type = text("kty");
        if (type == null) {
            throw new UnusableKeyException("has no kty");
        }
        String use = text("use");
        if (use != null && !use.equals("sig")) {
            throw new UnusableKeyException("is for " + shown(use) + ", not for signatures");
        }
        String id = text("kid");
        if (id != null && id.length() > MAX_ID_LENGTH) {
            throw new UnusableKeyException("has a kid of more than " + MAX_ID_LENGTH + " characters");
        }
        return new IssuerKey(id, text("alg"), key(type));
    }

    private PublicKey key(String type) throws UnusableKeyException {
        return switch (type) {
            case "RSA" -> rsa();
            case "EC" -> ec();
            case "oct" -> throw new UnusableKeyException("is a shared secret (kty oct)");
            default -> throw new UnusableKeyException("has the kty " + shown(type) + ", which is not supported");
        };
    }

    private PublicKey rsa() throws UnusableKeyException {
        BigInteger modulus = number("n");
        BigInteger exponent = number("e");
        KeyBounds.requireRsa(modulus, exponent);
        return generate("RSA", new RSAPublicKeySpec(modulus, exponent));
    }

    private PublicKey ec() throws UnusableKeyException {
        String name = text("crv");
        ECParameterSpec curve = name == null ? null : KeyBounds.curveOf(name);
        if (curve == null) {
            throw new UnusableKeyException(
                    name == null ? "has no crv" : "is EC on " + shown(name) + ", which is not supported");
        }
        ECPoint point = new ECPoint(number("x"), number("y"));
        KeyBounds.requireOnCurve(point, curve);
        return generate("EC", new ECPublicKeySpec(point, curve));
    }

    private static PublicKey generate(String algorithm, KeySpec spec) throws UnusableKeyException {
        try {
            return KeyFactory.getInstance(algorithm).generatePublic(spec);
        } catch (GeneralSecurityException e) {
            throw new UnusableKeyException("is refused by the Java platform", e);
        }
    }

    /** {@code Base64urlUInt} of RFC 7518 section 2. */
    private BigInteger number(String name) throws UnusableKeyException {
        String text = text(name);
        if (text == null) {
            throw new UnusableKeyException("has no " + name);
        }
        if (text.length() > KeyBounds.maxTextLength()) {
            throw new UnusableKeyException("has an " + name + " that is too large");
        }
        try {
            return new BigInteger(1, Base64Url.decode(text));
        } catch (IllegalArgumentException e) {
            throw new UnusableKeyException("has an " + name + " that is no base64url", e);
        }
    }

    private @Nullable String text(String name) {
        String text = members.get(name);
        return text == null || text.isEmpty() ? null : text;
    }

    /** Identifies the key in reasons: by its {@code kid}, if it has one. */
    String label() {
        String id = text("kid");
        return id == null ? "" : " (kid " + shown(id) + ")";
    }

    /** Returns an issuer's text in a form that is safe for logs. */
    private static String shown(String text) {
        String printable = text.replaceAll("[^\\x21-\\x7e]", "?");
        return printable.length() <= 40 ? printable : printable.substring(0, 40) + "...";
    }
}

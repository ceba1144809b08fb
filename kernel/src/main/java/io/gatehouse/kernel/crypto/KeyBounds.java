package io.gatehouse.kernel.crypto;

import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.ECFieldFp;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Limits for public keys that verify signatures: neither too weak, nor so large that a verification takes a second. */
final class KeyBounds {

    /** RFC 7518 section 3.3. */
    private static final int MIN_BITS = 2_048;

    private static final int MAX_BITS = 8_192;
    private static final int MAX_EXPONENT_BITS = 64;

    /** RFC 7518 section 6.2.1.1. */
    private static final Map<String, ECParameterSpec> CURVES =
            Map.of("P-256", curve("secp256r1"), "P-384", curve("secp384r1"), "P-521", curve("secp521r1"));

    private KeyBounds() {}

    /** Returns the curve, or null if it is unknown. */
    static @Nullable ECParameterSpec curveOf(String name) {
        return CURVES.get(name);
    }

    /** The length of base64url text that any accepted number fits in. */
    static int maxTextLength() {
        return MAX_BITS / 6 + 16;
    }

    static void require(PublicKey key) throws UnusableKeyException {
        if (key instanceof RSAPublicKey rsa) {
            requireRsa(rsa.getModulus(), rsa.getPublicExponent());
        } else if (key instanceof ECPublicKey ec) {
            requireOnCurve(ec.getW(), ec.getParams());
        } else {
            throw new UnusableKeyException("is neither RSA nor EC");
        }
    }

    static void requireRsa(BigInteger modulus, BigInteger exponent) throws UnusableKeyException {
        int bits = modulus.bitLength();
        if (bits < MIN_BITS || bits > MAX_BITS) {
            throw new UnusableKeyException("is RSA of " + bits + " bits, and not of " + MIN_BITS + " to " + MAX_BITS);
        }
        if (!modulus.testBit(0)
                || !exponent.testBit(0)
                || exponent.bitLength() < 2
                || exponent.bitLength() > MAX_EXPONENT_BITS) {
            throw new UnusableKeyException("is RSA with a modulus or exponent that no RSA key has");
        }
    }

    /** Refuses points off the curve: with such a point an attacker chooses what verifies (RFC 8725 section 3.4). */
    static void requireOnCurve(ECPoint point, ECParameterSpec spec) throws UnusableKeyException {
        if (CURVES.values().stream().noneMatch(known -> isSame(known, spec))) {
            throw new UnusableKeyException("is EC on a curve that is not supported");
        }
        BigInteger p = ((ECFieldFp) spec.getCurve().getField()).getP();
        BigInteger x = point.getAffineX();
        BigInteger y = point.getAffineY();
        boolean inField = !point.equals(ECPoint.POINT_INFINITY)
                && x.signum() >= 0
                && y.signum() >= 0
                && x.compareTo(p) < 0
                && y.compareTo(p) < 0;
        if (!inField
                || !y.multiply(y)
                        .mod(p)
                        .equals(x.pow(3)
                                .add(spec.getCurve().getA().multiply(x))
                                .add(spec.getCurve().getB())
                                .mod(p))) {
            throw new UnusableKeyException("is EC with a point that is not on its curve");
        }
    }

    private static boolean isSame(ECParameterSpec one, ECParameterSpec other) {
        return one.getCurve().equals(other.getCurve())
                && one.getGenerator().equals(other.getGenerator())
                && one.getOrder().equals(other.getOrder())
                && one.getCofactor() == other.getCofactor();
    }

    private static ECParameterSpec curve(String name) {
        try {
            AlgorithmParameters parameters = AlgorithmParameters.getInstance("EC");
            parameters.init(new ECGenParameterSpec(name));
            return parameters.getParameterSpec(ECParameterSpec.class);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + name, e);
        }
    }
}

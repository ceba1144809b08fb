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

/** Which public keys are good for verifying: neither too weak, nor so large that a signature costs a second. */
final class KeyBounds {

    /** RFC 7518 section 3.3. */
    private static final int FEWEST_BITS = 2_048;

    private static final int MOST_BITS = 8_192;
    private static final int MOST_EXPONENT_BITS = 64;

    /** RFC 7518 section 6.2.1.1. */
    private static final Map<String, ECParameterSpec> CURVES =
            Map.of("P-256", curve("secp256r1"), "P-384", curve("secp384r1"), "P-521", curve("secp521r1"));

    private KeyBounds() {}

    /** Null for a curve that is not known. */
    static @Nullable ECParameterSpec curveOf(String name) {
        return CURVES.get(name);
    }

    /** A text of base64url that is longer than this holds no number of a key. */
    static int longestText() {
        return MOST_BITS / 6 + 16;
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
        if (bits < FEWEST_BITS || bits > MOST_BITS) {
            throw new UnusableKeyException(
                    "is RSA of " + bits + " bits, and not of " + FEWEST_BITS + " to " + MOST_BITS);
        }
        if (!modulus.testBit(0)
                || !exponent.testBit(0)
                || exponent.bitLength() < 2
                || exponent.bitLength() > MOST_EXPONENT_BITS) {
            throw new UnusableKeyException("is RSA with a modulus or exponent that no RSA key has");
        }
    }

    /** An attacker who gets to choose a point off the curve chooses what verifies (RFC 8725 section 3.4). */
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

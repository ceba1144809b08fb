package io.gatehouse.blackbox.issuer;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;

/** A key pair that signs tokens, and the attacks possible with its public half alone. */
public final class SigningKey {

    private final JWK key;
    private final JWSAlgorithm algorithm;

    private SigningKey(JWK key, JWSAlgorithm algorithm) {
        this.key = key;
        this.algorithm = algorithm;
    }

    public static SigningKey rs256(String keyId) {
        try {
            return new SigningKey(new RSAKeyGenerator(2048).keyID(keyId).generate(), JWSAlgorithm.RS256);
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    public static SigningKey es256(String keyId) {
        try {
            return new SigningKey(new ECKeyGenerator(Curve.P_256).keyID(keyId).generate(), JWSAlgorithm.ES256);
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    public String sign(JWTClaimsSet.Builder claims) {
        try {
            JWSSigner signer = algorithm.equals(JWSAlgorithm.ES256)
                    ? new ECDSASigner(key.toECKey())
                    : new RSASSASigner(key.toRSAKey());
            return signed(algorithm, signer, claims);
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The attack of RFC 8725 section 2.1: HMAC with the public key as its secret. */
    public String hs256UnderThePublicKey(JWTClaimsSet.Builder claims) {
        try {
            byte[] publicKey = key.toRSAKey().toRSAPublicKey().getEncoded();
            return signed(JWSAlgorithm.HS256, new MACSigner(publicKey), claims);
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    JWK publicHalf() {
        return key.toPublicJWK();
    }

    private String signed(JWSAlgorithm header, JWSSigner signer, JWTClaimsSet.Builder claims) throws JOSEException {
        SignedJWT jwt = new SignedJWT(
                new JWSHeader.Builder(header)
                        .type(JOSEObjectType.JWT)
                        .keyID(key.getKeyID())
                        .build(),
                claims.build());
        jwt.sign(signer);
        return jwt.serialize();
    }
}

package io.gatehouse.web.oauth.jwt;

import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.jwk.JWK;
import java.util.List;

/** The public keys of an issuer. */
public interface IssuerKeys {

    /**
     * The keys that may have made this signature: of the right type, and with the header's key id if both have one.
     * Empty if the issuer has no such key.
     *
     * @throws KeysUnavailableException if the issuer's keys are not known
     */
    List<JWK> candidates(JWSHeader header) throws KeysUnavailableException;
}

package io.gatehouse.web.jwt;

import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.jwk.JWK;
import java.util.List;

/** The public keys of an issuer. */
public interface IssuerKeys {

    /**
     * The keys that may have made this signature: of the right type, and under the header's key id if both have one.
     * Empty if the issuer has none such.
     *
     * @throws KeysUnavailableException if nobody can say
     */
    List<JWK> candidates(JWSHeader header) throws KeysUnavailableException;
}

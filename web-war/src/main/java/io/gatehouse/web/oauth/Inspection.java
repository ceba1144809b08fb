package io.gatehouse.web.oauth;

import io.gatehouse.contract.access.TokenValidator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** Identifies a text presented as a token: an opaque token, a JWT exchanged for one, or neither. */
@ApplicationScoped
class Inspection {

    @Inject
    TokenValidator tokens;

    @Inject
    AgentIssuer issuer;

    /** Empty if the token is not valid now. A JWT is valid only while the token it was exchanged for is. */
    Optional<InspectedToken> inspect(String text) {
        if (text.indexOf('.') < 0) {
            return tokens.inspect(text).map(details -> new InspectedToken(details, null));
        }
        return issuer.verify(text)
                .flatMap(jwt -> tokens.inspect(issuer.tokenIdOf(jwt)).map(details -> new InspectedToken(details, jwt)));
    }
}

package io.gatehouse.web.oauth;

import io.gatehouse.contract.access.TokenValidator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** Finds out what a text is that is presented as a token: an opaque one, a JWT that was exchanged for one, or nothing. */
@ApplicationScoped
class Inspection {

    @Inject
    TokenValidator tokens;

    @Inject
    AgentIssuer issuer;

    /** Empty unless it holds now. A JWT holds as long as the token that it was exchanged for. */
    Optional<InspectedToken> inspect(String text) {
        if (text.indexOf('.') < 0) {
            return tokens.inspect(text).map(details -> new InspectedToken(details, null));
        }
        return issuer.verify(text)
                .flatMap(jwt -> tokens.inspect(issuer.tokenIdOf(jwt)).map(details -> new InspectedToken(details, jwt)));
    }
}

package io.gatehouse.registry.token;

import io.gatehouse.domain.token.TokenPrefix;
import io.gatehouse.domain.token.TokenText;
import io.gatehouse.kernel.id.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.SecureRandom;

/** Makes up new tokens. Their rows are others' to add. */
@ApplicationScoped
class TokenMint {

    @Inject
    Ids ids;

    @Inject
    SecureRandom random;

    MintedToken mint(TokenPrefix prefix) {
        return new MintedToken(ids.next(), TokenText.mint(prefix, random));
    }
}

package io.gatehouse.registry.credential.token;

import io.gatehouse.domain.token.TokenText;
import io.gatehouse.kernel.id.Ids;
import io.gatehouse.kernel.token.TokenPrefix;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.security.SecureRandom;

/** Generates new tokens. The caller stores them. */
@Dependent
class TokenMint {

    private final Ids ids;
    private final SecureRandom random;

    @Inject
    TokenMint(Ids ids, SecureRandom random) {
        this.ids = ids;
        this.random = random;
    }

    MintedToken mint(TokenPrefix prefix) {
        return new MintedToken(ids.next(), TokenText.mint(prefix, random));
    }
}

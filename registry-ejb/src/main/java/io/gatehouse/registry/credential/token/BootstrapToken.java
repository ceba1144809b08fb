package io.gatehouse.registry.credential.token;

import io.gatehouse.domain.token.TokenHash;
import io.gatehouse.kernel.config.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/**
 * The first host token, if the operator set its text. It need not have the format of minted tokens: automated
 * installations generate a random text with their own tools.
 */
@ApplicationScoped
public class BootstrapToken {

    private Optional<String> text;
    private Optional<TokenHash> hash;

    /** For the container's proxy. */
    @SuppressWarnings("NullAway.Init")
    protected BootstrapToken() {}

    @Inject
    public BootstrapToken(Settings settings) {
        this.text = settings.bootstrapHostToken();
        this.hash = text.map(TokenHash::of);
    }

    Optional<String> text() {
        return text;
    }

    /** Whether this is the text, compared by hash in constant time. */
    public boolean is(String token) {
        return hash.filter(TokenHash.of(token)::equals).isPresent();
    }
}

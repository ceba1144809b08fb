package io.gatehouse.registry.token;

import io.gatehouse.domain.token.TokenHash;
import io.gatehouse.kernel.config.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/**
 * The first host token, where the operator chose its text. It need not have the form of those that are minted here:
 * whoever automates an installation makes a random text with what is at hand.
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

    /** Whether that is the text, compared by hash in constant time. */
    public boolean is(String token) {
        return hash.filter(TokenHash.of(token)::equals).isPresent();
    }
}

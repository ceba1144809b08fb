package io.gatehouse.registry.token;

import io.gatehouse.domain.host.Host;
import io.gatehouse.domain.token.TokenHash;
import io.gatehouse.domain.token.TokenPrefix;
import io.gatehouse.domain.token.TokenText;
import io.gatehouse.kernel.config.Settings;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.UUID;

/**
 * Sees that there is a first host token: the one that the operator chose, or in development one that is made here,
 * once. Runs in a transaction of its own at each start.
 */
@Stateless
public class FirstHostToken {

    private static final int LAST = 4;

    private OperatorSeed operator;
    private TokenStore tokens;
    private BootstrapToken bootstrap;
    private Settings settings;
    private SecureRandom random;

    /** For the container. */
    @SuppressWarnings("NullAway.Init")
    public FirstHostToken() {}

    @Inject
    public FirstHostToken(
            OperatorSeed operator,
            TokenStore tokens,
            BootstrapToken bootstrap,
            Settings settings,
            SecureRandom random) {
        this.operator = operator;
        this.tokens = tokens;
        this.bootstrap = bootstrap;
        this.settings = settings;
        this.random = random;
    }

    /** A token that was made now, whose raw text is to be shown once. */
    public record Made(UUID id, TokenText text) {}

    /** Empty if no token was made. */
    public Optional<Made> ensure() {
        Host host = operator.everyHost();
        Optional<String> chosen = bootstrap.text();
        if (chosen.isPresent()) {
            keep(host, chosen.get());
            return Optional.empty();
        }
        if (settings.isProduction() || tokens.hasToken(host.id())) {
            return Optional.empty();
        }
        TokenText made = TokenText.mint(TokenPrefix.HOST, random);
        return Optional.of(new Made(operator.addToken(host, made.hash(), made.lastFour()), made));
    }

    /** A token that was revoked stays revoked, whatever the configuration says. */
    private void keep(Host host, String text) {
        TokenHash hash = TokenHash.of(text);
        if (tokens.findHostToken(hash).isEmpty()) {
            operator.addToken(host, hash, text.substring(Math.max(0, text.length() - LAST)));
        }
    }
}

package io.gatehouse.install.token;

import static io.gatehouse.install.token.TokenCheck.Reason.BAD_MAC;
import static io.gatehouse.install.token.TokenCheck.Reason.MALFORMED;

import io.gatehouse.contract.account.UserId;
import io.gatehouse.install.token.TokenCheck.Invalid;
import java.time.Duration;
import java.time.InstantSource;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Mints and checks install tokens. Stateless: whether a token was spent is for the claim to decide, by its jti.
 *
 * <p>A token is genuine if a key of ours signed it for this deployment; it is valid up to and without its second of
 * expiry. Macs are compared in constant time and before anything of the payload is looked at. Safe for use by many
 * threads; neither call blocks.
 */
public final class InstallTokens {

    /** Characters that a token may have. */
    public static final int LONGEST = 1024;

    private static final Duration LONGEST_TTL = Duration.ofMinutes(15);
    private static final int LONGEST_AUDIENCE = 200;

    private final TokenSigner current;
    private final @Nullable TokenSigner previous;
    private final long ttlSeconds;
    private final InstantSource clock;
    private final AtomicInteger nonces;

    /**
     * Tokens of one deployment.
     *
     * @param audience the deployment's name or address: 1 to 200 visible ASCII characters but quote and backslash
     * @param ttl whole seconds, at most 15 minutes
     * @param random where the nonces start, so that the nodes of a deployment differ
     */
    public InstallTokens(
            InstallTokenKeys keys, String audience, Duration ttl, InstantSource clock, RandomGenerator random) {
        requireAudience(audience);
        if (ttl.compareTo(LONGEST_TTL) > 0 || ttl.getSeconds() < 1 || ttl.getNano() != 0) {
            throw new IllegalArgumentException("an install token lives 1 to 900 whole seconds, not " + ttl);
        }
        this.current = new TokenSigner(keys.current(), audience);
        this.previous =
                keys.previous().map(key -> new TokenSigner(key, audience)).orElse(null);
        this.ttlSeconds = ttl.getSeconds();
        this.clock = clock;
        this.nonces = new AtomicInteger(random.nextInt());
    }

    /**
     * A fresh token. Of the 4,096 tokens that one node mints in a row, no two are alike.
     *
     * @throws IllegalArgumentException if the template's id is no version 7 UUID: the compact form relies on it
     */
    public MintedToken mint(UserId user, UUID template) {
        if (!CompactForm.isTemplateId(template)) {
            throw new IllegalArgumentException("a template agent's id is a version 7 UUID, not " + template);
        }
        long now = now();
        int nonce = nonces.getAndIncrement() & (CompactForm.NONCES - 1);
        return current.mint(user, template, nonce, now, now + ttlSeconds);
    }

    /** Checks a token in either form, with nothing around it: {@link TokenFinder} takes it out of a message. */
    public TokenCheck verify(String token) {
        boolean compact = token.length() == CompactForm.TEXT_LENGTH;
        if (token.length() > LONGEST || (!compact && !token.startsWith(TokenSigner.PREFIX))) {
            return new Invalid(MALFORMED);
        }
        long now = now();
        TokenCheck check = verify(current, token, compact, now);
        if (previous != null && check instanceof Invalid invalid && invalid.reason() == BAD_MAC) {
            return verify(previous, token, compact, now);
        }
        return check;
    }

    private static TokenCheck verify(TokenSigner signer, String token, boolean compact, long now) {
        return compact ? signer.verifyCompact(token, now) : signer.verifyLong(token, now);
    }

    private long now() {
        return Math.floorDiv(clock.millis(), 1000L);
    }

    private static void requireAudience(String audience) {
        boolean plain = audience.chars().allMatch(c -> c > ' ' && c < 0x7F && c != '"' && c != '\\');
        if (!plain || audience.isEmpty() || audience.length() > LONGEST_AUDIENCE) {
            throw new IllegalArgumentException("an audience is 1 to " + LONGEST_AUDIENCE
                    + " visible ASCII characters but quote and backslash, not '" + audience + "'");
        }
    }
}

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
 * Mints and verifies install tokens. Stateless: the claim decides by the jti whether a token is spent.
 *
 * <p>A token is genuine if one of our keys signed it for this deployment. It is valid until its expiry, exclusive. Macs
 * are compared in constant time, before the payload is read. Thread-safe; no call blocks.
 */
public final class InstallTokens {

    /** Maximum length of a token, in characters. */
    public static final int MAX_LENGTH = 1024;

    private static final Duration MAX_TTL = Duration.ofMinutes(15);
    private static final int MAX_AUDIENCE_LENGTH = 200;

    private final TokenSigner current;
    private final @Nullable TokenSigner previous;
    private final long ttlSeconds;
    private final InstantSource clock;
    private final AtomicInteger nonces;

    /**
     * Creates the tokens of one deployment.
     *
     * @param audience the deployment's name or address: 1 to 200 visible ASCII characters except quote and
     *     backslash
     * @param ttl in whole seconds, at most 15 minutes
     * @param random determines the first nonce, so that the nodes of a deployment differ
     */
    public InstallTokens(
            InstallTokenKeys keys, String audience, Duration ttl, InstantSource clock, RandomGenerator random) {
        requireAudience(audience);
        if (ttl.compareTo(MAX_TTL) > 0 || ttl.getSeconds() < 1 || ttl.getNano() != 0) {
            throw new IllegalArgumentException(
                    "the lifetime of an install token must be 1 to 900 whole seconds, not " + ttl);
        }
        this.current = new TokenSigner(keys.current(), audience);
        this.previous =
                keys.previous().map(key -> new TokenSigner(key, audience)).orElse(null);
        this.ttlSeconds = ttl.getSeconds();
        this.clock = clock;
        this.nonces = new AtomicInteger(random.nextInt());
    }

    /**
     * Mints a token. Any 4,096 successive tokens of one node differ.
     *
     * @throws IllegalArgumentException if the template's id is not a version 7 UUID, which the compact form
     *     requires
     */
    public MintedToken mint(UserId user, UUID template) {
        if (!CompactForm.isTemplateId(template)) {
            throw new IllegalArgumentException("the id of a template agent must be a version 7 UUID, not " + template);
        }
        long now = now();
        int nonce = nonces.getAndIncrement() & (CompactForm.NONCES - 1);
        return current.mint(user, template, nonce, now, now + ttlSeconds);
    }

    /** Verifies a token in either form, without surrounding text: {@link TokenFinder} extracts it from a message. */
    public TokenCheck verify(String token) {
        boolean compact = token.length() == CompactForm.TEXT_LENGTH;
        if (token.length() > MAX_LENGTH || (!compact && !token.startsWith(TokenSigner.PREFIX))) {
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
        if (!plain || audience.isEmpty() || audience.length() > MAX_AUDIENCE_LENGTH) {
            throw new IllegalArgumentException("an audience must have 1 to " + MAX_AUDIENCE_LENGTH
                    + " visible ASCII characters except quote and backslash, not '" + audience + "'");
        }
    }
}

package io.gatehouse.registry.credential.tokenkey;

import io.gatehouse.domain.oauth.TokenKeyPair;
import io.gatehouse.kernel.config.OAuthSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Decides when pairs are created, sign and are deleted. All lists are in the order of their numbers. */
record KeySchedule(OAuthSettings settings) {

    /** How far the clocks of nodes and verifiers may differ. */
    private static final Duration SKEW = Duration.ofMinutes(1);

    /**
     * When the next pair starts to sign, or null if it is too early to create it: at once if there is none, otherwise
     * after being published for the lead.
     */
    @Nullable Instant nextSignsFrom(List<TokenKeyPair> usable, Instant now) {
        if (usable.isEmpty()) {
            return now;
        }
        Instant due = usable.get(usable.size() - 1).signsFrom().plus(settings.keyLifetime());
        Instant earliest = now.plus(settings.keyLead());
        if (earliest.isBefore(due)) {
            return null;
        }
        return earliest;
    }

    /** Returns the newest pair whose time to sign has come; if there is none, the first pair. */
    TokenKeyPair signing(List<TokenKeyPair> usable, Instant now) {
        TokenKeyPair signing = usable.get(0);
        for (TokenKeyPair pair : usable) {
            signing = pair.signsFrom().isAfter(now) ? signing : pair;
        }
        return signing;
    }

    /** Whether the configuration permits the pair. */
    boolean permits(TokenKeyPair pair) {
        Instant notBefore = settings.keysNotBefore();
        return notBefore == null || !pair.createdAt().isBefore(notBefore);
    }

    /**
     * Returns the pairs that are no longer needed: a later pair has signed for so long that every token of theirs has
     * expired.
     */
    List<TokenKeyPair> expired(List<TokenKeyPair> pairs, Instant now) {
        Instant cutoff = now.minus(settings.lifetime()).minus(SKEW);
        long first = 0;
        for (TokenKeyPair pair : pairs) {
            first = pair.signsFrom().isBefore(cutoff) ? pair.number() : first;
        }
        long kept = first;
        return pairs.stream().filter(pair -> pair.number() < kept).toList();
    }
}

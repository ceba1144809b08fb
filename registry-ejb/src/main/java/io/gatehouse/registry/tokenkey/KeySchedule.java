package io.gatehouse.registry.tokenkey;

import io.gatehouse.domain.oauth.TokenKeyPair;
import io.gatehouse.kernel.config.OAuthSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which of the pairs, in the order of their numbers, does what at a time. */
record KeySchedule(OAuthSettings settings) {

    /** How far the clocks of nodes and verifiers may be off. */
    private static final Duration SKEW = Duration.ofMinutes(1);

    /**
     * From when on the next pair is to sign, if it is time to make it: at once where there is none, else so that it is
     * published for long enough before the last has served its time.
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

    /** The newest whose time has come; the first of all, if for none it has. */
    TokenKeyPair signing(List<TokenKeyPair> usable, Instant now) {
        TokenKeyPair signing = usable.get(0);
        for (TokenKeyPair pair : usable) {
            signing = pair.signsFrom().isAfter(now) ? signing : pair;
        }
        return signing;
    }

    /** Whether the configuration lets the pair be used. */
    boolean admits(TokenKeyPair pair) {
        Instant notBefore = settings.keysNotBefore();
        return notBefore == null || !pair.createdAt().isBefore(notBefore);
    }

    /** Those of which nothing is left: the next has signed for so long that every token of theirs has expired. */
    List<TokenKeyPair> spent(List<TokenKeyPair> pairs, Instant now) {
        Instant outlived = now.minus(settings.lifetime()).minus(SKEW);
        long first = 0;
        for (TokenKeyPair pair : pairs) {
            first = pair.signsFrom().isBefore(outlived) ? pair.number() : first;
        }
        long kept = first;
        return pairs.stream().filter(pair -> pair.number() < kept).toList();
    }
}

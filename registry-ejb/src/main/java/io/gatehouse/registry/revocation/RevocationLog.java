package io.gatehouse.registry.revocation;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Reads the revocations of all nodes, each call in a short transaction of its own. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class RevocationLog {

    /** A node that was away for longer forgets all that it remembers, which takes no rows. */
    private static final Duration KEPT = Duration.ofHours(1);

    private static final long MOST = 10_000;

    private RevocationStore store;
    private InstantSource clock;

    /** For the container. */
    @SuppressWarnings("NullAway.Init")
    public RevocationLog() {}

    @Inject
    public RevocationLog(RevocationStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    /**
     * What was recorded after a number.
     *
     * @param last the number to go on from
     * @param tokenIds the tokens that ended
     * @param whole whether that is all of them; if not, any token may have ended
     */
    public record News(long last, Set<UUID> tokenIds, boolean whole) {

        public News {
            tokenIds = Set.copyOf(tokenIds);
        }
    }

    /** Sees every revocation that was committed before the call. */
    public News after(long number) {
        long last = store.lastNumber();
        if (last == number) {
            return new News(last, Set.of(), true);
        }
        if (last < number || last - number > MOST) {
            return new News(last, Set.of(), false);
        }
        List<UUID> tokenIds = store.tokens(number, last);
        return new News(last, Set.copyOf(tokenIds), tokenIds.size() == last - number);
    }

    /** Forgets what every node has read, or will do without. How many went; fewer than the limit when none is left. */
    public int forget(int limit) {
        return store.deleteBefore(clock.instant().minus(KEPT), limit);
    }
}

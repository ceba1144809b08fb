package io.gatehouse.registry.credential.revocation;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Reads the revocations of all nodes. Each call runs in its own short transaction. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class RevocationLog {

    /**
     * How long numbers are kept. A node that did not read for longer gets an incomplete list and evicts all that it
     * has cached, which needs no rows.
     */
    public static final Duration RETENTION = Duration.ofHours(1);

    private static final long MAX_REVOCATIONS = 10_000;

    private RevocationStore store;

    /** For the container. */
    @SuppressWarnings("NullAway.Init")
    public RevocationLog() {}

    @Inject
    public RevocationLog(RevocationStore store) {
        this.store = store;
    }

    /**
     * The revocations recorded after a number.
     *
     * @param last the number to continue from
     * @param tokenIds the tokens that ended
     * @param complete whether these are all of them; if not, any token may have ended
     */
    public record News(long last, Set<UUID> tokenIds, boolean complete) {

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
        if (last < number || last - number > MAX_REVOCATIONS) {
            return new News(last, Set.of(), false);
        }
        List<UUID> tokenIds = store.tokens(number, last);
        return new News(last, Set.copyOf(tokenIds), tokenIds.size() == last - number);
    }
}

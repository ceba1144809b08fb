package io.gatehouse.registry.message;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Reads what all waiting readers of this node need from the database, in one short transaction, independent of their
 * number.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class InboxNews {

    private static final int BATCH = 500;

    private InboxReadingStore store;
    private InstantSource clock;

    /** For the container. */
    @SuppressWarnings("NullAway.Init")
    public InboxNews() {}

    @Inject
    public InboxNews(InboxReadingStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    /** The last positions assigned, and the tokens that are still valid. */
    public record News(Map<UUID, Long> positions, Set<UUID> liveTokens) {}

    public News read(Set<UUID> agentIds, Set<UUID> tokenIds) {
        Map<UUID, Long> positions = new HashMap<>();
        List<UUID> agents = List.copyOf(agentIds);
        for (int from = 0; from < agents.size(); from += BATCH) {
            positions.putAll(store.lastPositions(agents.subList(from, Math.min(from + BATCH, agents.size()))));
        }
        Set<UUID> live = new HashSet<>();
        List<UUID> tokens = List.copyOf(tokenIds);
        for (int from = 0; from < tokens.size(); from += BATCH) {
            live.addAll(store.liveTokens(tokens.subList(from, Math.min(from + BATCH, tokens.size())), clock.instant()));
        }
        return new News(positions, live);
    }
}

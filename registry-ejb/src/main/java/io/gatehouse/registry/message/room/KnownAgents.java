package io.gatehouse.registry.message.room;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** Registered agents by user id. Cached without expiry, because a user id belongs to the same agent for good. */
@ApplicationScoped
public class KnownAgents {

    private static final int MAX_AGENTS = 50_000;

    private final Cache<String, KnownAgent> cache =
            Caffeine.newBuilder().maximumSize(MAX_AGENTS).build();

    private RoomTransactions rooms;

    /** For the container's proxy. */
    @SuppressWarnings("NullAway.Init")
    protected KnownAgents() {}

    @Inject
    public KnownAgents(RoomTransactions rooms) {
        this.rooms = rooms;
    }

    /** Returns empty if no agent has that id. Must be called outside of transactions. */
    public Optional<KnownAgent> find(String userId) {
        KnownAgent cached = cache.getIfPresent(userId);
        if (cached != null) {
            return Optional.of(cached);
        }
        Optional<KnownAgent> found = rooms.findAgent(userId);
        found.ifPresent(agent -> cache.put(userId, agent));
        return found;
    }
}

package io.gatehouse.registry.credential.access;

import io.gatehouse.kernel.token.TokenPrefix;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Collects when tokens were used and writes it in batches, a few times a minute. Uses not yet written are lost when the
 * node dies. Beyond 50,000 pending, a use is recorded a minute later.
 */
@ApplicationScoped
public class LastUses {

    private static final int MAX_PENDING = 50_000;
    private static final int BATCH = 500;

    private LastUseStore store;

    private final Map<UUID, Use> pending = new ConcurrentHashMap<>();

    /** For the container's proxy. */
    @SuppressWarnings("NullAway.Init")
    protected LastUses() {}

    @Inject
    public LastUses(LastUseStore store) {
        this.store = store;
    }

    /** Uses of one kind of token within the same second are written together. */
    private record Use(TokenPrefix kind, Instant at) {}

    void record(KnownToken token, Instant now) {
        if (token.recordUse(now) && pending.size() < MAX_PENDING) {
            pending.put(token.id(), new Use(token.kind(), now.truncatedTo(ChronoUnit.SECONDS)));
        }
    }

    /** Writes all pending uses. Throws if the database fails; the uses not yet written are then discarded. */
    void write() {
        Map<Use, List<UUID>> taken = new HashMap<>();
        for (UUID id : List.copyOf(pending.keySet())) {
            Use use = pending.remove(id);
            if (use != null) {
                taken.computeIfAbsent(use, any -> new ArrayList<>()).add(id);
            }
        }
        taken.forEach((use, ids) -> {
            for (int from = 0; from < ids.size(); from += BATCH) {
                store.write(use.kind(), use.at(), ids.subList(from, Math.min(from + BATCH, ids.size())));
            }
        });
    }
}

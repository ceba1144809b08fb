package io.gatehouse.registry.access;

import io.gatehouse.domain.token.TokenPrefix;
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
 * When tokens were used, noted beside the calls and written down together a few times a minute. What a node noted since
 * goes with it when it dies; what is beyond the bound is noted a minute later.
 */
@ApplicationScoped
public class LastUses {

    private static final int MOST = 50_000;
    private static final int BATCH = 500;

    private LastUseWriter writer;

    private final Map<UUID, Use> noted = new ConcurrentHashMap<>();

    /** For the container's proxy. */
    @SuppressWarnings("NullAway.Init")
    protected LastUses() {}

    @Inject
    public LastUses(LastUseWriter writer) {
        this.writer = writer;
    }

    /** Uses of one kind of token within one second are written together. */
    private record Use(TokenPrefix kind, Instant at) {}

    void note(KnownToken token, Instant now) {
        if (token.noteUse(now) && noted.size() < MOST) {
            noted.put(token.id(), new Use(token.kind(), now.truncatedTo(ChronoUnit.SECONDS)));
        }
    }

    /** Fails where the database does; the uses that were not written then are forgotten. */
    void write() {
        Map<Use, List<UUID>> taken = new HashMap<>();
        for (UUID id : List.copyOf(noted.keySet())) {
            Use use = noted.remove(id);
            if (use != null) {
                taken.computeIfAbsent(use, any -> new ArrayList<>()).add(id);
            }
        }
        taken.forEach((use, ids) -> {
            for (int from = 0; from < ids.size(); from += BATCH) {
                writer.write(use.kind(), use.at(), ids.subList(from, Math.min(from + BATCH, ids.size())));
            }
        });
    }
}

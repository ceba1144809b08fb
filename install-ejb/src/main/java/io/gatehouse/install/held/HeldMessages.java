package io.gatehouse.install.held;

import io.gatehouse.contract.chat.ChatRoute;
import io.gatehouse.contract.platform.PlatformAccount;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

/** Keeps messages while a question is open, the first few of them, and delivers them when it was answered. */
@Dependent
public class HeldMessages {

    /** More than a person writes before they read what they were answered. */
    static final int MOST = 10;

    /** What has no words is for no agent; that it was sent is told once. */
    static final int MOST_WORDLESS = 3;

    static final int MOST_BYTES = 64 * 1024;

    private final HeldMessageStore store;
    private final List<HeldDelivery> ways;

    @Inject
    HeldMessages(HeldMessageStore store, @Any Instance<HeldDelivery> ways) {
        this(store, ways.stream().toList());
    }

    public HeldMessages(HeldMessageStore store, List<HeldDelivery> ways) {
        this.store = store;
        this.ways = ways;
    }

    /** What comes when too much waits already is not kept. The question's row is locked by the caller. */
    public void hold(String accountKey, UUID templateAgentId, Envelope envelope) {
        HeldMessageStore.Load load = store.load(accountKey, templateAgentId);
        if (load.count() >= MOST) {
            return;
        }
        String content = envelope.content().get();
        int size = content.getBytes(StandardCharsets.UTF_8).length;
        if (load.size() + size <= MOST_BYTES) {
            store.add(accountKey, templateAgentId, envelope.connectionId(), content, size);
        }
    }

    /** As {@link #hold}, for a message without words: it takes no room from those that have some. */
    public void holdWordless(String accountKey, UUID templateAgentId, Envelope envelope) {
        if (store.load(accountKey, templateAgentId).wordless() < MOST_WORDLESS) {
            store.add(
                    accountKey,
                    templateAgentId,
                    envelope.connectionId(),
                    envelope.content().get(),
                    0);
        }
    }

    /** Each by the way that it came in; they are to go with their question. */
    public void deliver(String accountKey, UUID templateAgentId, PlatformAccount account, ChatRoute route) {
        for (HeldMessage message : store.of(accountKey, templateAgentId)) {
            ways.stream()
                    .filter(way -> way.isFor(message))
                    .findFirst()
                    .ifPresent(way -> way.deliver(message, account, route));
        }
    }
}

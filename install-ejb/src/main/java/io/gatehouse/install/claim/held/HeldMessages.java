package io.gatehouse.install.claim.held;

import io.gatehouse.contract.chat.ChatRoute;
import io.gatehouse.contract.platform.PlatformAccount;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

/** Holds the first few messages while a question is open, and delivers them after it was answered. */
@Dependent
public class HeldMessages {

    /** More messages than a person sends before reading the question. */
    static final int MAX_MESSAGES = 10;

    /** Messages without text are not delivered to agents; they are held only so that their sender is informed, once. */
    static final int MAX_WORDLESS = 3;

    static final int MAX_BYTES = 64 * 1024;

    private final HeldMessageStore store;
    private final List<HeldDelivery> deliveries;

    @Inject
    HeldMessages(HeldMessageStore store, @Any Instance<HeldDelivery> deliveries) {
        this(store, deliveries.stream().toList());
    }

    public HeldMessages(HeldMessageStore store, List<HeldDelivery> deliveries) {
        this.store = store;
        this.deliveries = deliveries;
    }

    /** Holds the message, or discards it if a limit is reached. The caller has locked the question's row. */
    public void hold(String accountKey, UUID templateAgentId, Envelope envelope) {
        HeldMessageStore.Load load = store.load(accountKey, templateAgentId);
        if (load.count() >= MAX_MESSAGES) {
            return;
        }
        String content = envelope.content().get();
        int size = content.getBytes(StandardCharsets.UTF_8).length;
        if (load.size() + size <= MAX_BYTES) {
            store.add(accountKey, templateAgentId, envelope.connectionId(), content, size);
        }
    }

    /**
     * As {@link #hold}, for a message without text, which has its own limit and does not count towards that of the
     * others.
     */
    public void holdWordless(String accountKey, UUID templateAgentId, Envelope envelope) {
        if (store.load(accountKey, templateAgentId).wordless() < MAX_WORDLESS) {
            store.add(
                    accountKey,
                    templateAgentId,
                    envelope.connectionId(),
                    envelope.content().get(),
                    0);
        }
    }

    /**
     * Delivers each message by the implementation for its origin. They are not deleted here, but with their question.
     */
    public void deliver(String accountKey, UUID templateAgentId, PlatformAccount account, ChatRoute route) {
        for (HeldMessage message : store.of(accountKey, templateAgentId)) {
            deliveries.stream()
                    .filter(delivery -> delivery.isFor(message))
                    .findFirst()
                    .ifPresent(delivery -> delivery.deliver(message, account, route));
        }
    }
}

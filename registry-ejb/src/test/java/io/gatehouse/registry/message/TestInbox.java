package io.gatehouse.registry.message;

import io.gatehouse.testkit.TestDatabase;
import jakarta.enterprise.event.Event;
import java.lang.reflect.Proxy;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The inbox over a test's database. Wakes no readers. */
public final class TestInbox {

    private TestInbox() {}

    @SuppressWarnings("unchecked")
    public static InboxStore of(TestDatabase database, InstantSource clock) {
        Event<MessagesDelivered> delivered = (Event<MessagesDelivered>) Proxy.newProxyInstance(
                TestInbox.class.getClassLoader(),
                new Class<?>[] {Event.class},
                (proxy, method, arguments) -> nothing());
        return new InboxStore(database.entityManager(), clock, delivered);
    }

    private static @Nullable Object nothing() {
        return null;
    }

    /** The contents of an agent's inbox from that room, oldest first. */
    public static List<String> contents(TestDatabase database, UUID agentId, String roomId) {
        List<?> rows = database.tx(entities -> entities.createNativeQuery(
                        "select content from inbox_message where agent_id = ?1 and room_id = ?2 order by position")
                .setParameter(1, agentId)
                .setParameter(2, roomId)
                .getResultList());
        return rows.stream().map(String.class::cast).toList();
    }
}

package io.gatehouse.registry.matrix.appservice;

import io.gatehouse.contract.appservice.HomeserverTransaction;
import io.gatehouse.contract.appservice.RoomEvent;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The transactions and events that were processed. The primary keys decide which of concurrent calls processes one. */
@Dependent
class TransactionStore {

    private final EntityManager entities;

    @Inject
    TransactionStore(EntityManager entities) {
        this.entities = entities;
    }

    /** Returns false if one with this id was processed before. Blocks while another transaction is inserting it. */
    boolean insert(HomeserverTransaction transaction, Instant now) {
        return entities.createNativeQuery(
                                "insert into homeserver_transaction (transaction_id, digest, events, skipped, taken_at)"
                                        + " values (?1, ?2, ?3, ?4, ?5) on conflict do nothing")
                        .setParameter(1, transaction.id())
                        .setParameter(2, transaction.digest())
                        .setParameter(3, transaction.events().size())
                        .setParameter(4, transaction.skipped())
                        .setParameter(5, now.atOffset(ZoneOffset.UTC))
                        .executeUpdate()
                == 1;
    }

    /**
     * Replaces the stored transaction of the same id if its digest differs; false if it is identical. Blocks while
     * another transaction writes that row.
     */
    boolean replace(HomeserverTransaction transaction, Instant now) {
        return entities.createNativeQuery("update homeserver_transaction"
                                + " set digest = ?2, events = ?3, skipped = ?4, taken_at = ?5"
                                + " where transaction_id = ?1 and digest <> ?2")
                        .setParameter(1, transaction.id())
                        .setParameter(2, transaction.digest())
                        .setParameter(3, transaction.events().size())
                        .setParameter(4, transaction.skipped())
                        .setParameter(5, now.atOffset(ZoneOffset.UTC))
                        .executeUpdate()
                == 1;
    }

    /**
     * Returns the events that were not processed before, in their order. Inserts in the order of their ids, so that two
     * transactions with the same events cannot deadlock.
     */
    List<RoomEvent> insertNew(List<RoomEvent> events, Instant now) {
        Set<String> inserted = new HashSet<>();
        events.stream()
                .map(RoomEvent::eventId)
                .distinct()
                .sorted(Comparator.naturalOrder())
                .filter(id -> insertEvent(id, now))
                .forEach(inserted::add);
        return events.stream().filter(event -> inserted.remove(event.eventId())).toList();
    }

    private boolean insertEvent(String eventId, Instant now) {
        return entities.createNativeQuery(
                                "insert into homeserver_event (event_id, taken_at) values (?1, ?2) on conflict do nothing")
                        .setParameter(1, eventId)
                        .setParameter(2, now.atOffset(ZoneOffset.UTC))
                        .executeUpdate()
                == 1;
    }
}

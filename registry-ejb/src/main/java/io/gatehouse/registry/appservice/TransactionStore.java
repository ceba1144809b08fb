package io.gatehouse.registry.appservice;

import io.gatehouse.contract.appservice.HomeserverTransaction;
import io.gatehouse.contract.appservice.RoomEvent;
import io.gatehouse.kernel.persistence.ExpiredRows;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Which transactions and events were taken. The primary keys decide which of concurrent calls takes one. */
@Dependent
class TransactionStore {

    private static final ExpiredRows OLD = new ExpiredRows("homeserver_transaction", "transaction_id", "taken_at");
    private static final ExpiredRows OLD_EVENTS = new ExpiredRows("homeserver_event", "event_id", "taken_at");

    private final EntityManager entities;

    @Inject
    TransactionStore(EntityManager entities) {
        this.entities = entities;
    }

    /** False if one of that id was taken; waits for a transaction that is about to take it. */
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
     * Has it take the place of another one of its id. False if the one of that id is the same; waits for a transaction
     * that is about to make it so.
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
     * Those of the events that were not taken before, in their order. Inserts in the order of their ids, so that two
     * transactions with the same events wait for one another in one direction only.
     */
    List<RoomEvent> insertNew(List<RoomEvent> events, Instant now) {
        Set<String> taken = new HashSet<>();
        events.stream()
                .map(RoomEvent::eventId)
                .distinct()
                .sorted(Comparator.naturalOrder())
                .filter(id -> insertEvent(id, now))
                .forEach(taken::add);
        return events.stream().filter(event -> taken.remove(event.eventId())).toList();
    }

    private boolean insertEvent(String eventId, Instant now) {
        return entities.createNativeQuery(
                                "insert into homeserver_event (event_id, taken_at) values (?1, ?2) on conflict do nothing")
                        .setParameter(1, eventId)
                        .setParameter(2, now.atOffset(ZoneOffset.UTC))
                        .executeUpdate()
                == 1;
    }

    /** How many went that were taken before that time; at most the limit. */
    int deleteBefore(Instant time, int limit) {
        return OLD.delete(entities, time, limit);
    }

    /** How many events went that were taken before that time; at most the limit. */
    int deleteEventsBefore(Instant time, int limit) {
        return OLD_EVENTS.delete(entities, time, limit);
    }
}

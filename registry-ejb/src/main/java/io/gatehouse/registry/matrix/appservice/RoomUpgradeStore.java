package io.gatehouse.registry.matrix.appservice;

import io.gatehouse.contract.registry.AgentUserId;
import io.gatehouse.registry.matrix.appservice.PushedRooms.Departure;
import io.gatehouse.registry.matrix.appservice.PushedRooms.RoomMember;
import io.gatehouse.registry.matrix.homeserver.Succession;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Rooms that agents are to follow, and those that they have followed. One that is being processed becomes due again
 * later, in case its node dies.
 */
@Dependent
class RoomUpgradeStore {

    private final EntityManager entities;

    @Inject
    RoomUpgradeStore(EntityManager entities) {
        this.entities = entities;
    }

    /** A second tombstone of a room replaces the first if it names another room; otherwise nothing changes. */
    void announce(Departure departure, Instant now) {
        Tombstone tombstone = departure.tombstone();
        boolean wasThere = !entities.createNativeQuery(
                        "select 1 from room_presence where room_id = ?1 and agent_id = ?2"
                                + " union all select 1 from invitation where room_id = ?1 and agent_id = ?2")
                .setParameter(1, tombstone.newRoom())
                .setParameter(2, departure.agentId())
                .getResultList()
                .isEmpty();
        int replaced = bind(
                        entities.createNativeQuery("update room_upgrade set new_room_id = ?3, via = ?4, was_there = ?5,"
                                + " state = 'PENDING', attempts = 0, due_at = ?6, announced_at = ?6"
                                + " where agent_id = ?1 and old_room_id = ?2 and new_room_id <> ?3"),
                        departure,
                        wasThere,
                        now)
                .executeUpdate();
        if (replaced == 0) {
            bind(
                            entities.createNativeQuery(
                                    "insert into room_upgrade (agent_id, old_room_id, new_room_id, via,"
                                            + " was_there, state, attempts, due_at, announced_at)"
                                            + " values (?1, ?2, ?3, ?4, ?5, 'PENDING', 0, ?6, ?6) on conflict do nothing"),
                            departure,
                            wasThere,
                            now)
                    .executeUpdate();
        }
    }

    private static Query bind(Query query, Departure departure, boolean wasThere, Instant now) {
        return query.setParameter(1, departure.agentId())
                .setParameter(2, departure.tombstone().oldRoom())
                .setParameter(3, departure.tombstone().newRoom())
                .setParameter(4, departure.tombstone().via())
                .setParameter(5, wasThere)
                .setParameter(6, now.atOffset(ZoneOffset.UTC));
    }

    /**
     * The agent is invited to the new room: it stays there, whatever the result of following. If it was waiting for an
     * invitation, following is due now.
     */
    void invited(RoomMember member, Instant now) {
        at(
                        member,
                        "update room_upgrade set was_there = true,"
                                + " due_at = case when state = 'WAITING' then ?1 else due_at end, state = 'PENDING'"
                                + " where new_room_id = ?2 and agent_id = ?3 and state in ('PENDING', 'WAITING')",
                        now)
                .executeUpdate();
    }

    /**
     * The agent is in the new room. If it was waiting, it joined independently, and stays; if not, it may have joined
     * by following. Returns false if it was not waiting.
     */
    boolean joined(RoomMember member, Instant now) {
        return at(
                                member,
                                "update room_upgrade set was_there = true, due_at = ?1, state = 'PENDING'"
                                        + " where new_room_id = ?2 and agent_id = ?3 and state = 'WAITING'",
                                now)
                        .executeUpdate()
                > 0;
    }

    private Query at(RoomMember member, String statement, Instant now) {
        return entities.createNativeQuery(statement)
                .setParameter(1, now.atOffset(ZoneOffset.UTC))
                .setParameter(2, member.roomId())
                .setParameter(3, member.agentId());
    }

    /** Returns the upgrades that are due, the longest waiting first. */
    List<RoomUpgrade> due(Instant now, int limit) {
        List<?> rows = entities.createNativeQuery("select cast(u.agent_id as varchar(36)), a.agent_user_id,"
                        + " u.old_room_id, u.new_room_id, u.via, u.was_there, u.attempts + 1"
                        + " from room_upgrade u join agent a on a.id = u.agent_id"
                        + " where u.due_at <= ?1 order by u.due_at, u.agent_id, u.old_room_id")
                .setParameter(1, now.atOffset(ZoneOffset.UTC))
                .setMaxResults(limit)
                .getResultList();
        return rows.stream().map(row -> upgrade((Object[]) row)).toList();
    }

    private static RoomUpgrade upgrade(Object[] row) {
        return new RoomUpgrade(
                UUID.fromString((String) row[0]),
                new AgentUserId((String) row[1]),
                new Succession((String) row[2], (String) row[3], (String) row[4], (Boolean) row[5]),
                ((Number) row[6]).intValue());
    }

    /** Returns false if another node took this attempt: of concurrent calls, the guarded update lets one succeed. */
    boolean take(RoomUpgrade upgrade, Instant dueAgain) {
        return of(
                                upgrade,
                                "update room_upgrade set attempts = ?4, due_at = ?5 where agent_id = ?1 and old_room_id = ?2"
                                        + " and new_room_id = ?3 and attempts = ?6 and due_at is not null")
                        .setParameter(4, upgrade.attempts())
                        .setParameter(5, dueAgain.atOffset(ZoneOffset.UTC))
                        .setParameter(6, upgrade.attempts() - 1)
                        .executeUpdate()
                == 1;
    }

    void postpone(RoomUpgrade upgrade, Instant due) {
        of(
                        upgrade,
                        "update room_upgrade set due_at = ?4"
                                + " where agent_id = ?1 and old_room_id = ?2 and new_room_id = ?3 and state = 'PENDING'")
                .setParameter(4, due.atOffset(ZoneOffset.UTC))
                .executeUpdate();
    }

    /** Returns false if the attempt is outdated, because another tombstone replaced the new room meanwhile. */
    boolean end(RoomUpgrade upgrade, String state) {
        return of(
                                upgrade,
                                "update room_upgrade set state = ?4, due_at = null"
                                        + " where agent_id = ?1 and old_room_id = ?2 and new_room_id = ?3 and state = 'PENDING'")
                        .setParameter(4, state)
                        .executeUpdate()
                == 1;
    }

    private Query of(RoomUpgrade upgrade, String statement) {
        return entities.createNativeQuery(statement)
                .setParameter(1, upgrade.agentId())
                .setParameter(2, upgrade.rooms().oldRoom())
                .setParameter(3, upgrade.rooms().newRoom());
    }

    Optional<String> successor(UUID agentId, String roomId) {
        List<?> rooms = entities.createNativeQuery("select new_room_id from room_upgrade"
                        + " where agent_id = ?1 and old_room_id = ?2 and state = 'FOLLOWED'")
                .setParameter(1, agentId)
                .setParameter(2, roomId)
                .getResultList();
        return rooms.stream().findFirst().map(String.class::cast);
    }
}

package io.gatehouse.registry.matrix.appservice;

import io.gatehouse.registry.matrix.appservice.PushedRooms.RoomMember;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The agents in the rooms of the homeserver. */
@Dependent
class PresenceStore {

    private static final int BATCH = 500;

    private final EntityManager entities;

    @Inject
    PresenceStore(EntityManager entities) {
        this.entities = entities;
    }

    /** Returns those of the users that are agents, with their ids. */
    Map<String, UUID> agents(Collection<String> userIds) {
        Map<String, UUID> agents = new HashMap<>();
        each(
                "select agent_user_id, cast(id as varchar(36)) from agent where agent_user_id in (",
                userIds,
                (userId, agentId) -> agents.put(userId, agentId));
        return agents;
    }

    Map<String, Set<UUID>> present(Collection<String> roomIds) {
        Map<String, Set<UUID>> present = new HashMap<>();
        each(
                "select room_id, cast(agent_id as varchar(36)) from room_presence where room_id in (",
                roomIds,
                (roomId, agentId) ->
                        present.computeIfAbsent(roomId, any -> new TreeSet<>()).add(agentId));
        return present;
    }

    private interface Found {

        void accept(String text, UUID agentId);
    }

    private void each(String select, Collection<String> texts, Found found) {
        List<String> all = List.copyOf(texts);
        for (int from = 0; from < all.size(); from += BATCH) {
            List<String> some = all.subList(from, Math.min(from + BATCH, all.size()));
            Query query = entities.createNativeQuery(select
                    + IntStream.rangeClosed(1, some.size())
                            .mapToObj(index -> "?" + index)
                            .collect(Collectors.joining(", "))
                    + ")");
            for (int i = 0; i < some.size(); i++) {
                query.setParameter(i + 1, some.get(i));
            }
            for (Object row : query.getResultList()) {
                Object[] columns = (Object[]) row;
                found.accept((String) columns[0], UUID.fromString((String) columns[1]));
            }
        }
    }

    /** Does nothing if the agent is already in the room. */
    void add(RoomMember member, Instant now) {
        entities.createNativeQuery("insert into room_presence (room_id, agent_id, joined_at) values (?1, ?2, ?3)"
                        + " on conflict do nothing")
                .setParameter(1, member.roomId())
                .setParameter(2, member.agentId())
                .setParameter(3, now.atOffset(ZoneOffset.UTC))
                .executeUpdate();
    }

    void remove(RoomMember member) {
        entities.createNativeQuery("delete from room_presence where room_id = ?1 and agent_id = ?2")
                .setParameter(1, member.roomId())
                .setParameter(2, member.agentId())
                .executeUpdate();
    }
}

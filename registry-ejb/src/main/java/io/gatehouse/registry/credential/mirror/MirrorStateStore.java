package io.gatehouse.registry.credential.mirror;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The single row with the state of the mirror. Of nodes that want a turn at once, the guarded update lets one have it.
 */
@Dependent
class MirrorStateStore {

    private final EntityManager entities;

    @Inject
    MirrorStateStore(EntityManager entities) {
        this.entities = entities;
    }

    /** Whether the mirror may be written: the database has been restored from it, or did not need to be. */
    boolean isAdopted() {
        return !entities.createNativeQuery("select 1 from token_mirror where adopted_at is not null")
                .getResultList()
                .isEmpty();
    }

    /** Locks the row until the transaction ends. Returns false if another node adopted the mirror meanwhile. */
    boolean lockUnadopted() {
        return !entities.createNativeQuery("select id from token_mirror where adopted_at is null for update")
                .getResultList()
                .isEmpty();
    }

    void adopt(long sequence, Instant now) {
        entities.createNativeQuery("update token_mirror set adopted_at = ?1, sequence = ?2")
                .setParameter(1, now.atOffset(ZoneOffset.UTC))
                .setParameter(2, sequence)
                .executeUpdate();
    }

    /** Returns empty while another node has the turn, or if the mirror is not adopted. */
    Optional<MirrorState> take(UUID turn, Instant now, Instant freeAgain) {
        int taken = entities.createNativeQuery("update token_mirror set turn = ?1, turn_free_at = ?2"
                        + " where turn_free_at <= ?3 and adopted_at is not null")
                .setParameter(1, turn)
                .setParameter(2, freeAgain.atOffset(ZoneOffset.UTC))
                .setParameter(3, now.atOffset(ZoneOffset.UTC))
                .executeUpdate();
        if (taken == 0) {
            return Optional.empty();
        }
        Object[] row = (Object[]) entities.createNativeQuery("select sequence, digest, written_at from token_mirror")
                .getSingleResult();
        return Optional.of(new MirrorState(turn, ((Number) row[0]).longValue(), (byte[]) row[1], instant(row[2])));
    }

    /** JPA providers return different types for a timestamp. */
    private static @Nullable Instant instant(@Nullable Object time) {
        if (time instanceof OffsetDateTime offset) {
            return offset.toInstant();
        }
        return time instanceof java.sql.Timestamp timestamp ? timestamp.toInstant() : (Instant) time;
    }

    /**
     * Returns false if the turn was over: another node may have written since, and the content of the mirror is
     * unknown.
     */
    boolean written(UUID turn, long sequence, byte[] digest, Instant now) {
        return entities.createNativeQuery("update token_mirror set sequence = ?1, digest = ?2, written_at = ?3,"
                                + " turn_free_at = ?4 where turn = ?5 and turn_free_at > ?6")
                        .setParameter(1, sequence)
                        .setParameter(2, digest)
                        .setParameter(3, now.atOffset(ZoneOffset.UTC))
                        .setParameter(4, now.atOffset(ZoneOffset.UTC))
                        .setParameter(5, turn)
                        .setParameter(6, now.atOffset(ZoneOffset.UTC))
                        .executeUpdate()
                == 1;
    }

    /** Makes the next turn write, whatever was written last. */
    void clearDigest() {
        entities.createNativeQuery("update token_mirror set digest = null").executeUpdate();
    }

    void release(UUID turn, Instant now) {
        entities.createNativeQuery("update token_mirror set turn_free_at = ?1 where turn = ?2 and turn_free_at > ?3")
                .setParameter(1, now.atOffset(ZoneOffset.UTC))
                .setParameter(2, turn)
                .setParameter(3, now.atOffset(ZoneOffset.UTC))
                .executeUpdate();
    }
}

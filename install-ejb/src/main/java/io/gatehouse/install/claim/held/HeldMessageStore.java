package io.gatehouse.install.claim.held;

import io.gatehouse.kernel.crypto.SealedBox;
import io.gatehouse.kernel.crypto.UnsealException;
import io.gatehouse.kernel.id.Ids;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Messages that are held until a question is answered. They are deleted with the question's row. Sealed, because the
 * sender has not agreed yet that anyone reads them.
 */
@Dependent
public class HeldMessageStore {

    private static final Logger LOG = Logger.getLogger(HeldMessageStore.class.getName());

    private final EntityManager entityManager;
    private final SealedBox box;
    private final Ids ids;

    @Inject
    public HeldMessageStore(EntityManager entityManager, SealedBox box, Ids ids) {
        this.entityManager = entityManager;
        this.box = box;
        this.ids = ids;
    }

    /**
     * How much is held for a question.
     *
     * @param count of messages with text
     * @param size of them together, in bytes
     * @param wordless count of messages without text; they do not count towards the size
     */
    record Load(long count, long size, long wordless) {}

    Load load(String accountKey, UUID templateAgentId) {
        Object[] row = (Object[]) entityManager
                .createNativeQuery("select count(case when size > 0 then 1 end), coalesce(sum(size), 0),"
                        + " count(case when size = 0 then 1 end) from held_message"
                        + " where account_key = ?1 and template_agent_id = ?2")
                .setParameter(1, accountKey)
                .setParameter(2, templateAgentId)
                .getSingleResult();
        return new Load(((Number) row[0]).longValue(), ((Number) row[1]).longValue(), ((Number) row[2]).longValue());
    }

    /** @param size in bytes; 0 for a message without text */
    void add(String accountKey, UUID templateAgentId, @Nullable UUID connectionId, String content, int size) {
        UUID id = ids.next();
        entityManager
                .createNativeQuery("insert into held_message (id, account_key, template_agent_id, connection_id,"
                        + " sealed_content, size) values (?1, ?2, ?3, cast(nullif(?4, '') as uuid), ?5, ?6)")
                .setParameter(1, id)
                .setParameter(2, accountKey)
                .setParameter(3, templateAgentId)
                .setParameter(4, connectionId == null ? "" : connectionId.toString())
                .setParameter(5, box.sealText(content, place(id)))
                .setParameter(6, size)
                .executeUpdate();
    }

    /** Returns the messages in the order of arrival. */
    List<HeldMessage> of(String accountKey, UUID templateAgentId) {
        List<?> rows = entityManager
                .createNativeQuery("select cast(id as varchar(36)), cast(connection_id as varchar(36)), sealed_content"
                        + " from held_message where account_key = ?1 and template_agent_id = ?2 order by id")
                .setParameter(1, accountKey)
                .setParameter(2, templateAgentId)
                .getResultList();
        return rows.stream()
                .map(row -> message((Object[]) row, templateAgentId))
                .flatMap(Optional::stream)
                .toList();
    }

    /** Empty if the encryption key of the message is lost. */
    private Optional<HeldMessage> message(Object[] row, UUID templateAgentId) {
        UUID id = UUID.fromString((String) row[0]);
        UUID connectionId = row[1] == null ? null : UUID.fromString((String) row[1]);
        try {
            return Optional.of(
                    new HeldMessage(templateAgentId, connectionId, box.openText((byte[]) row[2], place(id))));
        } catch (UnsealException e) {
            LOG.log(Level.WARNING, "A held message is discarded: {0}", e.getMessage());
            return Optional.empty();
        }
    }

    private static String place(UUID id) {
        return "held:" + id;
    }
}

package io.gatehouse.install.retention;

import io.gatehouse.kernel.persistence.ExpiredRows;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;

/** Deletes rows by their age. Each call returns the number of rows deleted, at most its limit. */
@Dependent
public class RetentionStore {

    private static final ExpiredRows EXCHANGES = new ExpiredRows("chat_exchange", "id", "received_at");
    private static final ExpiredRows QUESTIONS =
            new ExpiredRows("pending_claim", "id", "token_expires_at").and("(declined_at is null or declined_at < ?1)");
    private static final ExpiredRows INBOUND =
            new ExpiredRows("inbound_message", "position", "received_at").and("done_at is not null");
    private static final ExpiredRows OUTBOUND =
            new ExpiredRows("outbound_message", "position", "created_at").and("state = 'SENT'");
    private static final ExpiredRows SENT_TEXTS =
            new ExpiredRows("outbound_message", "position", "finished_at").and("state = 'SENT' and has_content");

    private static final ExpiredRows TYPED_QUESTIONS =
            new ExpiredRows("typed_question", "account_key, template_agent_id", "asked_at");
    private static final ExpiredRows GREETINGS = new ExpiredRows("greeting", "account_key", "sent_at");

    private final EntityManager entityManager;

    @Inject
    public RetentionStore(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    /** Deletes exchanges from before that time. */
    public int deleteExchangesBefore(Instant time, int limit) {
        return EXCHANGES.delete(entityManager, time, limit);
    }

    /**
     * Deletes questions whose token expired before that time: a late YES to them is an ordinary message. A declined
     * question stays until its declining is as old.
     */
    public int deleteQuestionsBefore(Instant time, int limit) {
        return QUESTIONS.delete(entityManager, time, limit);
    }

    /** Deletes questions about typed numbers that were asked before that time, and the messages held for them. */
    public int deleteTypedQuestionsBefore(Instant time, int limit) {
        return TYPED_QUESTIONS.delete(entityManager, time, limit);
    }

    /** Deletes the records of greetings sent before that time. */
    public int deleteGreetingsBefore(Instant time, int limit) {
        return GREETINGS.delete(entityManager, time, limit);
    }

    /** Deletes processed messages that were received before that time. */
    public int deleteInboundBefore(Instant time, int limit) {
        return INBOUND.delete(entityManager, time, limit);
    }

    /** Deletes sent messages from before that time. Dead letters stay. */
    public int deleteOutboundBefore(Instant time, int limit) {
        return OUTBOUND.delete(entityManager, time, limit);
    }

    /** Deletes the texts of messages that were sent before that time; the rows stay. */
    public int deleteSentTextsBefore(Instant time, int limit) {
        return SENT_TEXTS.change(entityManager, "content = null, has_content = false", time, limit);
    }
}

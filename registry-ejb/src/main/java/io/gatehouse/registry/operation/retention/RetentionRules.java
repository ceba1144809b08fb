package io.gatehouse.registry.operation.retention;

import io.gatehouse.kernel.config.MessageSettings;
import io.gatehouse.kernel.persistence.ExpiredRows;
import io.gatehouse.kernel.persistence.RetentionRule;
import io.gatehouse.registry.credential.revocation.RevocationLog;
import io.gatehouse.registry.tenant.idempotency.IdempotentCallsBean;
import java.util.List;

/** How long rows that accumulate are kept. */
public final class RetentionRules {

    /** Nonces of requests that are refused because of their date by now. */
    public static final RetentionRule NONCES =
            RetentionRule.deleteAfter(new ExpiredRows("signature_nonce", "key_id, nonce", "forget_at"));

    /** Sessions that were signed out of and would have ended by now. */
    private static final RetentionRule ENDED_SESSIONS =
            RetentionRule.deleteAfter(new ExpiredRows("ended_session", "session_id", "expires_at"));

    public static final RetentionRule REVOCATIONS =
            RetentionRule.delete(new ExpiredRows("revocation", "number", "recorded_at"), RevocationLog.RETENTION);

    public static final RetentionRule IDEMPOTENCY_KEYS =
            RetentionRule.delete(new ExpiredRows("idempotency_record", "id", "created_at"), IdempotentCallsBean.KEPT);

    /** Messages that no agent acknowledged. */
    private static final ExpiredRows INBOX = new ExpiredRows("inbox_message", "agent_id, position", "delivered_at");

    /** Sends that no agent will repeat, into rooms of the homeserver and into local ones. */
    private static final ExpiredRows SENDS = new ExpiredRows("message_send", "id", "created_at");

    private static final ExpiredRows LOCAL_SENDS = new ExpiredRows("room_event", "agent_id, transaction_id", "sent_at");

    /** Transactions and events that no homeserver will push again. */
    private static final ExpiredRows TRANSACTIONS =
            new ExpiredRows("homeserver_transaction", "transaction_id", "taken_at");

    private static final ExpiredRows EVENTS = new ExpiredRows("homeserver_event", "event_id", "taken_at");

    private RetentionRules() {}

    /** Rows that accumulate with every signed request. */
    static List<RetentionRule> everyMinute() {
        return List.of(NONCES);
    }

    static List<RetentionRule> everyHour(MessageSettings messages) {
        return List.of(
                IDEMPOTENCY_KEYS,
                REVOCATIONS,
                ENDED_SESSIONS,
                RetentionRule.delete(SENDS, messages.sendsKept()),
                RetentionRule.delete(LOCAL_SENDS, messages.sendsKept()),
                RetentionRule.delete(TRANSACTIONS, messages.kept()),
                RetentionRule.delete(EVENTS, messages.kept()),
                RetentionRule.delete(INBOX, messages.kept()));
    }
}

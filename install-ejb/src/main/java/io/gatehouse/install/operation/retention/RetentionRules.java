package io.gatehouse.install.operation.retention;

import io.gatehouse.install.claim.typed.Greetings;
import io.gatehouse.install.claim.typed.TypedLinks;
import io.gatehouse.kernel.config.MessageSettings;
import io.gatehouse.kernel.persistence.ExpiredRows;
import io.gatehouse.kernel.persistence.RetentionRule;
import java.time.Duration;
import java.util.List;

/** How long chat data is kept. */
public final class RetentionRules {

    /** One day longer than the longest time within which a platform repeats a delivery: WhatsApp's seven days. */
    static final Duration EXCHANGES_KEPT = Duration.ofDays(8);

    /** For how long after its expiry a YES to a token is answered with the information that it has expired. */
    static final Duration QUESTIONS_KEPT = Duration.ofDays(1);

    /** How long the text of a sent message is kept: if it cannot be delivered, it can be sent again. */
    static final Duration SENT_TEXTS_KEPT = Duration.ofDays(1);

    static final ExpiredRows EXCHANGES = new ExpiredRows("chat_exchange", "id", "received_at");

    /**
     * Questions whose token has expired: a late YES to them is an ordinary message. A declined question stays until its
     * declining is as old.
     */
    public static final ExpiredRows QUESTIONS =
            new ExpiredRows("pending_claim", "id", "token_expires_at").and("(declined_at is null or declined_at < ?1)");

    /** Processed messages. */
    static final ExpiredRows INBOUND =
            new ExpiredRows("inbound_message", "position", "received_at").and("done_at is not null");

    /** Sent messages. Dead letters stay. */
    static final ExpiredRows OUTBOUND =
            new ExpiredRows("outbound_message", "position", "created_at").and("state = 'SENT'");

    /** The texts of sent messages. */
    static final ExpiredRows SENT_TEXTS =
            new ExpiredRows("outbound_message", "position", "finished_at").and("state = 'SENT' and has_content");

    static final String WITHOUT_TEXT = "content = null, has_content = false";

    /** Questions about typed numbers; the messages held for them are deleted with them. */
    private static final ExpiredRows TYPED_QUESTIONS =
            new ExpiredRows("typed_question", "account_key, template_agent_id", "asked_at");

    private static final ExpiredRows GREETINGS = new ExpiredRows("greeting", "account_key", "sent_at");

    /** Replies, whether a gateway fetched them or not. */
    private static final ExpiredRows GATEWAY_REPLIES = new ExpiredRows("gateway_reply", "position", "said_at");

    private RetentionRules() {}

    static List<RetentionRule> of(MessageSettings messages) {
        return List.of(
                RetentionRule.delete(EXCHANGES, EXCHANGES_KEPT),
                RetentionRule.delete(INBOUND, EXCHANGES_KEPT),
                RetentionRule.clear(SENT_TEXTS, WITHOUT_TEXT, SENT_TEXTS_KEPT),
                RetentionRule.delete(OUTBOUND, EXCHANGES_KEPT),
                RetentionRule.delete(QUESTIONS, QUESTIONS_KEPT),
                RetentionRule.delete(TYPED_QUESTIONS, TypedLinks.QUESTION_LIFETIME),
                RetentionRule.delete(GREETINGS, Greetings.DAY),
                RetentionRule.delete(GATEWAY_REPLIES, messages.kept()));
    }
}

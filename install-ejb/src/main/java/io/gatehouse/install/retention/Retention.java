package io.gatehouse.install.retention;

import io.gatehouse.install.typed.Greetings;
import io.gatehouse.install.typed.TypedLinks;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.InstantSource;

/**
 * How long the answers to chat messages are kept; each call is a transaction of its own, so that nobody waits for long, and
 * says how many rows went; fewer than the limit when none is left.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class Retention {

    /** A day longer than the longest that a platform delivers a message anew: WhatsApp's seven days. */
    public static final Duration EXCHANGES = Duration.ofDays(8);

    /** A late YES is told that the token has expired for so long. */
    public static final Duration QUESTIONS = Duration.ofDays(1);

    /** What was said can be sent again for so long after a platform took it, should it not reach its person. */
    public static final Duration SENT_TEXTS = Duration.ofDays(1);

    private RetentionStore store;
    private InstantSource clock;

    /** For the container. */
    @SuppressWarnings("NullAway.Init")
    public Retention() {}

    @Inject
    public Retention(RetentionStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    public int forgetExchanges(int limit) {
        return store.forgetExchangesBefore(clock.instant().minus(EXCHANGES), limit);
    }

    public int forgetQuestions(int limit) {
        return store.forgetQuestionsBefore(clock.instant().minus(QUESTIONS), limit);
    }

    /** Those about typed numbers, with the messages that waited. */
    public int forgetTypedQuestions(int limit) {
        return store.forgetTypedQuestionsBefore(clock.instant().minus(TypedLinks.QUESTION_STANDS), limit);
    }

    public int forgetGreetings(int limit) {
        return store.forgetGreetingsBefore(clock.instant().minus(Greetings.DAY), limit);
    }

    /** Those that came in and were worked off. */
    public int forgetInbound(int limit) {
        return store.forgetInboundBefore(clock.instant().minus(EXCHANGES), limit);
    }

    /** Of messages that were sent, the words. */
    public int forgetSentTexts(int limit) {
        return store.forgetSentTextsBefore(clock.instant().minus(SENT_TEXTS), limit);
    }

    /** Those that were sent. */
    public int forgetOutbound(int limit) {
        return store.forgetOutboundBefore(clock.instant().minus(EXCHANGES), limit);
    }
}

package io.gatehouse.install.retention;

import io.gatehouse.install.typed.Greetings;
import io.gatehouse.install.typed.TypedLinks;
import io.gatehouse.kernel.transaction.RetriedTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.InstantSource;

/**
 * How long chat data is kept. Each call deletes one batch in its own transaction, so that others are not blocked for
 * long. It returns the number of rows deleted; fewer than the limit if none are left.
 */
@ApplicationScoped
@RetriedTransaction
public class Retention {

    /** One day longer than the longest time within which a platform repeats a delivery: WhatsApp's seven days. */
    public static final Duration EXCHANGES = Duration.ofDays(8);

    /** For how long after its expiry a YES to a token is answered with the information that it has expired. */
    public static final Duration QUESTIONS = Duration.ofDays(1);

    /** How long the text of a sent message is kept: if it cannot be delivered, it can be sent again. */
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

    public int deleteExchanges(int limit) {
        return store.deleteExchangesBefore(clock.instant().minus(EXCHANGES), limit);
    }

    public int deleteQuestions(int limit) {
        return store.deleteQuestionsBefore(clock.instant().minus(QUESTIONS), limit);
    }

    /** Deletes questions about typed numbers, with the held messages. */
    public int deleteTypedQuestions(int limit) {
        return store.deleteTypedQuestionsBefore(clock.instant().minus(TypedLinks.QUESTION_LIFETIME), limit);
    }

    public int deleteGreetings(int limit) {
        return store.deleteGreetingsBefore(clock.instant().minus(Greetings.DAY), limit);
    }

    /** Deletes processed inbound messages. */
    public int deleteInbound(int limit) {
        return store.deleteInboundBefore(clock.instant().minus(EXCHANGES), limit);
    }

    /** Deletes the texts of sent messages. */
    public int deleteSentTexts(int limit) {
        return store.deleteSentTextsBefore(clock.instant().minus(SENT_TEXTS), limit);
    }

    /** Deletes sent messages. */
    public int deleteOutbound(int limit) {
        return store.deleteOutboundBefore(clock.instant().minus(EXCHANGES), limit);
    }
}

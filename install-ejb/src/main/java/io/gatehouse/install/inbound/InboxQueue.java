package io.gatehouse.install.inbound;

import io.gatehouse.install.connection.OpenConnection;
import io.gatehouse.kernel.crypto.UnsealException;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Works one message off inside the caller's transaction: the answer, what is said about it, where it is routed and that it is
 * done commit together or not at all.
 */
@Dependent
public class InboxQueue {

    private static final Logger LOG = Logger.getLogger(InboxQueue.class.getName());

    /** What was sealed with an encryption key that is gone. */
    private static final String UNREADABLE = "unreadable";

    private final InboundStore store;
    private final InboundBox box;
    private final InboundAnswers answers;
    private final InstantSource clock;

    @Inject
    public InboxQueue(InboundStore store, InboundBox box, InboundAnswers answers, InstantSource clock) {
        this.store = store;
        this.box = box;
        this.answers = answers;
        this.clock = clock;
    }

    /** The next message, locked until the transaction ends. */
    Optional<InboundStore.Leased> next() {
        return store.next(clock.instant());
    }

    InboundAnswers.Outcome workOff(InboundStore.Leased row, OpenConnection connection) {
        InboundMessage message;
        try {
            message = box.open(row);
        } catch (UnsealException e) {
            LOG.log(Level.WARNING, "The message {0} is given up: {1}", new Object[] {row.position(), e.getMessage()});
            store.done(row.position(), UNREADABLE, clock.instant());
            return new InboundAnswers.Outcome(UNREADABLE, false);
        }
        InboundAnswers.Outcome outcome = answers.answer(connection, message);
        store.done(row.position(), outcome.word(), clock.instant());
        return outcome;
    }

    void dropped(InboundStore.Leased row) {
        store.done(row.position(), "connection_gone", clock.instant());
    }
}

package io.gatehouse.install.channel.inbound;

import io.gatehouse.contract.platform.Platform;
import io.gatehouse.install.channel.connection.OpenConnection;
import io.gatehouse.install.channel.connection.OpenConnections;
import io.gatehouse.kernel.crypto.SealedBox;
import io.gatehouse.kernel.crypto.UnsealException;
import io.gatehouse.kernel.transaction.RetriedTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The messages that platforms delivered: oldest first, one of each chat at a time. The reply, its routing and the
 * completion of the message commit together or not at all. A message that failed is retried with growing delays for about
 * half an hour and then given up, so that it does not block its chat forever.
 */
@ApplicationScoped
public class InboxQueue {

    private static final Logger LOG = Logger.getLogger(InboxQueue.class.getName());

    private static final int MAX_ATTEMPTS = 12;

    /** The message was sealed with an encryption key that is lost. */
    private static final String UNREADABLE = "unreadable";

    private InboundStore store;
    private SealedBox box;
    private InboundResponder answers;
    private OpenConnections connections;
    private InstantSource clock;

    /** For the container's proxy. */
    @SuppressWarnings("NullAway.Init")
    protected InboxQueue() {}

    @Inject
    public InboxQueue(
            InboundStore store,
            SealedBox box,
            InboundResponder answers,
            OpenConnections connections,
            InstantSource clock) {
        this.store = store;
        this.box = box;
        this.answers = answers;
        this.connections = connections;
        this.clock = clock;
    }

    /** A message that was processed. */
    record Processed(Platform platform, InboundResponder.Outcome outcome) {}

    /** The message that an attempt has locked; the transaction may fail after that. */
    static final class Attempt {

        private InboundStore.@Nullable Leased message;

        /** Null if there was none to process. */
        InboundStore.@Nullable Leased message() {
            return message;
        }
    }

    /**
     * Processes the next message, which stays locked until the transaction ends.
     *
     * @param attempt receives the message
     * @return empty if there is none, or if its connection was removed
     */
    @RetriedTransaction
    public Optional<Processed> processNext(Attempt attempt) {
        attempt.message = null;
        Optional<InboundStore.Leased> next = store.next(clock.instant());
        if (next.isEmpty()) {
            return Optional.empty();
        }
        InboundStore.Leased message = next.get();
        attempt.message = message;
        Optional<OpenConnection> connection = connections.findInside(message.connectionId());
        if (connection.isEmpty()) {
            store.done(message.position(), "connection_gone", clock.instant());
        }
        return connection.map(open -> new Processed(open.platform(), process(message, open)));
    }

    private InboundResponder.Outcome process(InboundStore.Leased row, OpenConnection connection) {
        InboundMessage message;
        try {
            message = InboundMessage.fromJson(
                    box.openText(row.sealedContent(), InboundMessage.place(row.connectionId(), row.messageId())));
        } catch (UnsealException e) {
            LOG.log(Level.WARNING, "The inbound message {0} is given up: {1}", new Object[] {
                row.position(), e.getMessage()
            });
            store.done(row.position(), UNREADABLE, clock.instant());
            return new InboundResponder.Outcome(UNREADABLE, false);
        }
        InboundResponder.Outcome outcome = answers.answer(connection, message);
        store.done(row.position(), outcome.label(), clock.instant());
        return outcome;
    }

    /**
     * Schedules the next try of a message that failed, or gives it up.
     *
     * @return whether the message has been given up
     */
    @RetriedTransaction
    public boolean recordFailure(InboundStore.Leased row, int attempts, RuntimeException fault) {
        boolean last = attempts >= MAX_ATTEMPTS;
        String why = fault.getClass().getSimpleName();
        Instant now = clock.instant();
        if (last) {
            store.givenUp(row.position(), attempts, why, now);
        } else {
            store.failed(row.position(), attempts, why, now.plus(Duration.ofSeconds(1L << (attempts - 1))));
        }
        return last;
    }
}

package io.gatehouse.install.inbound;

import io.gatehouse.install.connection.OpenConnection;
import io.gatehouse.install.transaction.RetriedTransactions;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;

/** Takes messages in: one statement makes them last, whatever their number, and the crew is called after its commit. */
@Dependent
public class InboundMail {

    private static final int LONGEST_ID = 200;
    private static final int LONGEST_CHAT = 300;

    private final InboundStore store;
    private final InboundBox box;
    private final RetriedTransactions transactions;
    private final InboundWorkers workers;
    private final InstantSource clock;

    @Inject
    @SuppressWarnings("NullAway.Init") // there is none where no container is
    Event<Arrived> arrived;

    @Inject
    public InboundMail(
            InboundStore store,
            InboundBox box,
            RetriedTransactions transactions,
            InboundWorkers workers,
            InstantSource clock) {
        this.store = store;
        this.box = box;
        this.transactions = transactions;
        this.workers = workers;
        this.clock = clock;
    }

    /** How many were new. In a chat they keep this order. */
    public int take(OpenConnection connection, List<InboundMessage> messages) {
        if (messages.isEmpty()) {
            return 0;
        }
        List<InboundStore.Draft> drafts = drafts(connection, messages);
        int added = transactions.call(() -> store.add(drafts, clock.instant()));
        if (added > 0) {
            workers.call();
        }
        return added;
    }

    /** The same in the caller's transaction; the crew is called when that has committed. */
    public void takeHere(OpenConnection connection, List<InboundMessage> messages) {
        store.add(drafts(connection, messages), clock.instant());
        arrived.fire(new Arrived());
    }

    private List<InboundStore.Draft> drafts(OpenConnection connection, List<InboundMessage> messages) {
        return messages.stream().map(message -> draft(connection, message)).toList();
    }

    private InboundStore.Draft draft(OpenConnection connection, InboundMessage message) {
        String id = plain(message.id(), LONGEST_ID);
        return new InboundStore.Draft(
                connection.id(),
                id,
                connection.id() + ":" + plain(message.chat(), LONGEST_CHAT),
                box.seal(connection.id(), id, message));
    }

    /** What is long or odd goes by its hash. */
    private static String plain(String text, int longest) {
        boolean fits = text.length() <= longest && text.chars().noneMatch(Character::isISOControl);
        return fits ? text : "sha256:" + hash(text);
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}

package io.gatehouse.registry.message;

import io.gatehouse.kernel.config.Settings;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.InstantSource;

/**
 * Deletes messages that no agent fetched, and sends that no agent will repeat. Each call runs in its own transaction
 * and returns the number of deleted rows, which is below the limit when none is left.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class ExpiredMessages {

    private InboxReadingStore inboxes;
    private SendStore sends;
    private Settings settings;
    private InstantSource clock;

    /** For the container. */
    @SuppressWarnings("NullAway.Init")
    public ExpiredMessages() {}

    @Inject
    public ExpiredMessages(InboxReadingStore inboxes, SendStore sends, Settings settings, InstantSource clock) {
        this.inboxes = inboxes;
        this.sends = sends;
        this.settings = settings;
        this.clock = clock;
    }

    public int deleteUnread(int limit) {
        return inboxes.deleteBefore(clock.instant().minus(settings.messages().kept()), limit);
    }

    public int deleteSends(int limit) {
        return sends.deleteBefore(clock.instant().minus(settings.messages().sendsKept()), limit);
    }

    /** Deletes sends into local rooms. */
    public int deleteLocalSends(int limit) {
        return sends.deleteLocalBefore(clock.instant().minus(settings.messages().sendsKept()), limit);
    }
}

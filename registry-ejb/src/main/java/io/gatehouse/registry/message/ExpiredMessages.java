package io.gatehouse.registry.message;

import io.gatehouse.kernel.config.Settings;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.InstantSource;

/**
 * Messages that nobody fetched, and sends that nobody repeats any more. Each call is a transaction of its own and says how
 * many rows went; fewer than the limit when none is left.
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

    public int forgetUnread(int limit) {
        return inboxes.deleteBefore(clock.instant().minus(settings.messages().kept()), limit);
    }

    public int forgetSends(int limit) {
        return sends.deleteBefore(clock.instant().minus(settings.messages().sendsKept()), limit);
    }

    /** Those into local rooms. */
    public int forgetLocalSends(int limit) {
        return sends.deleteLocalBefore(clock.instant().minus(settings.messages().sendsKept()), limit);
    }
}

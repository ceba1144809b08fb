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

    @Inject
    InboxReadingStore inboxes;

    @Inject
    SendStore sends;

    @Inject
    Settings settings;

    @Inject
    InstantSource clock;

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

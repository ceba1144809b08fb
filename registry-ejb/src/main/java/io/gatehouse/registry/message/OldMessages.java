package io.gatehouse.registry.message;

import io.gatehouse.domain.config.MessageSettings;
import io.gatehouse.domain.config.Settings;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;

/** Messages that nobody fetched, and sends that nobody repeats any more. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class OldMessages {

    @Inject
    InboxReadingStore inboxes;

    @Inject
    SendStore sends;

    @Inject
    Settings settings;

    @Inject
    InstantSource clock;

    /** How many rows went. */
    public int forget() {
        MessageSettings kept = settings.messages();
        Instant now = clock.instant();
        return inboxes.deleteBefore(now.minus(kept.kept())) + sends.deleteBefore(now.minus(kept.sendsKept()));
    }
}

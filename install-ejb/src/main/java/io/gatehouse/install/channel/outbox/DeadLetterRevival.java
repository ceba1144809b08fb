package io.gatehouse.install.channel.outbox;

import io.gatehouse.kernel.config.Settings;
import io.gatehouse.kernel.id.Ids;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;

/** Puts a dead letter back into the outbox, with the full time that a new message has. */
@Dependent
public class DeadLetterRevival {

    private final DeadLetterStore letters;
    private final Ids ids;
    private final InstantSource clock;
    private final Duration giveUpAfter;

    @Inject
    public DeadLetterRevival(DeadLetterStore letters, Ids ids, InstantSource clock, Settings settings) {
        this.letters = letters;
        this.ids = ids;
        this.clock = clock;
        this.giveUpAfter = settings.channels().giveUpAfter();
    }

    void sendAgain(UUID id) {
        Instant now = clock.instant();
        letters.sendAgain(id, ids.next(), now, now.plus(giveUpAfter));
    }
}

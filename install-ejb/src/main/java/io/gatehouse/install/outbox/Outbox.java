package io.gatehouse.install.outbox;

import io.gatehouse.contract.platform.Platform;
import io.gatehouse.install.platform.MessageTemplate;
import io.gatehouse.install.platform.PlatformApis;
import io.gatehouse.kernel.config.Settings;
import io.gatehouse.kernel.id.Ids;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Takes what is to be said, in the caller's transaction: it goes out if that commits, and never otherwise. */
@Dependent
public class Outbox {

    private final OutboundStore store;
    private final PlatformApis platforms;
    private final Ids ids;
    private final InstantSource clock;
    private final Duration giveUpAfter;

    @Inject
    public Outbox(OutboundStore store, PlatformApis platforms, Ids ids, InstantSource clock, Settings settings) {
        this.store = store;
        this.platforms = platforms;
        this.ids = ids;
        this.clock = clock;
        this.giveUpAfter = settings.channels().giveUpAfter();
    }

    /**
     * A chat.
     *
     * @param thread null for the chat itself
     */
    public record Place(
            UUID connectionId,
            Platform platform,
            String chat,
            @Nullable String thread) {}

    /**
     * Says a text, in as many messages as the platform needs for it.
     *
     * @param source why it is said: the same one says the same thing once, on whichever node
     */
    public void say(Place place, String source, String text) {
        List<String> parts = Parts.of(text, platforms.longestText(place.platform()));
        for (int part = 0; part < parts.size(); part++) {
            add(place, source, part, parts.get(part), null);
        }
    }

    /**
     * Sends an approved message.
     *
     * @param text what it says, about
     */
    public void say(Place place, String source, String text, MessageTemplate template) {
        add(place, source, 0, text, template.toJson());
    }

    private void add(Place place, String source, int part, String text, @Nullable String template) {
        Instant now = clock.instant();
        store.add(new OutboundStore.Draft(
                ids.next(),
                place.connectionId(),
                source,
                part,
                place.chat(),
                place.thread(),
                text,
                template,
                now,
                now.plus(giveUpAfter)));
    }
}

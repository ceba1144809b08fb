package io.gatehouse.install.channel.outbox;

import io.gatehouse.contract.platform.Platform;
import io.gatehouse.install.channel.platform.MessageTemplate;
import io.gatehouse.install.channel.platform.PlatformApis;
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

/** Stores messages to send in the caller's transaction: they are sent if and only if it commits. */
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
     * The chat that a message is sent to.
     *
     * @param thread null for the chat itself
     */
    public record Destination(
            UUID connectionId,
            Platform platform,
            String chat,
            @Nullable String thread) {}

    /**
     * Stores a text, split into as many messages as the platform needs.
     *
     * @param source identifies the reason for the text: of several calls with the same source, on any node, only
     *     the first has an effect
     */
    public void enqueue(Destination destination, String source, String text) {
        List<String> parts = MessageParts.of(text, platforms.maxTextLength(destination.platform()));
        for (int part = 0; part < parts.size(); part++) {
            add(destination, source, part, parts.get(part), null);
        }
    }

    /**
     * Stores a message that uses an approved template.
     *
     * @param text approximately what the message says
     */
    public void enqueue(Destination destination, String source, String text, MessageTemplate template) {
        add(destination, source, 0, text, template.toJson());
    }

    private void add(Destination destination, String source, int part, String text, @Nullable String template) {
        Instant now = clock.instant();
        store.add(new OutboundStore.Draft(
                ids.next(),
                destination.connectionId(),
                source,
                part,
                destination.chat(),
                destination.thread(),
                text,
                template,
                now,
                now.plus(giveUpAfter)));
    }
}

package io.gatehouse.install.channel.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.contract.platform.Platform;
import io.gatehouse.install.channel.inbound.InboundMessage;
import io.gatehouse.kernel.json.LenientObject;
import io.gatehouse.testkit.FuzzLimits;
import io.gatehouse.testkit.SetClock;
import java.time.Instant;
import java.util.List;

/**
 * The body of a genuine delivery, read as each platform's. Reading does not fail and is repeatable; a message that it
 * returns can be answered and stored. Items are counted under names of ours, never under one from the body, because the
 * names are labels of metrics.
 */
public final class DeliveriesFuzz {

    private static final SetClock CLOCK = SetClock.some();
    private static final List<WebhookReader> READERS =
            List.of(new WhatsAppReader(CLOCK), new TelegramReader(CLOCK), new SlackReader(CLOCK));

    /** The form of the names that items are counted under. */
    private static final String ITEM = "[a-z]+(_[a-z]+){0,3}";

    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

    private DeliveriesFuzz() {}

    public static void fuzzerTestOneInput(byte[] body) {
        FuzzLimits.within(() -> LenientObject.parse(body))
                .ifPresent(object -> READERS.forEach(reader -> check(reader, object)));
    }

    private static void check(WebhookReader reader, LenientObject body) {
        Reading reading = read(reader, body);
        assertThat(reading.messages()).hasSize(reading.items().getOrDefault("message", 0));
        assertThat(reading.items().keySet()).allMatch(item -> item.matches(ITEM));
        assertThat(reading.items().values()).allMatch(count -> count > 0);
        reading.messages().forEach(message -> check(message));
        reading.reports()
                .forEach(report -> assertThat(report.platformMessageId()).isNotBlank());

        Reading again = read(reader, body);
        assertThat(again.messages()).isEqualTo(reading.messages());
        assertThat(again.reports()).isEqualTo(reading.reports());
        assertThat(again.items()).isEqualTo(reading.items());
    }

    private static void check(InboundMessage message) {
        assertThat(List.of(message.id(), message.sender(), message.chat(), message.text()))
                .noneMatch(String::isBlank);
        assertThat(message.sentAt()).isBetween(Instant.EPOCH, LATEST);
        assertThat(message.aliases())
                .allSatisfy(alias -> assertThat(alias.identifier()).isNotBlank().isNotEqualTo(message.sender()));
    }

    private static Reading read(WebhookReader reader, LenientObject body) {
        Platform platform = reader.platform();
        return FuzzLimits.within(() -> reader.read(Deliveries.connection(platform), body));
    }
}

package io.gatehouse.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.blackbox.client.Answer;
import io.gatehouse.blackbox.client.Caller;
import io.gatehouse.blackbox.client.Channel;
import io.gatehouse.blackbox.client.Webhook;
import io.gatehouse.blackbox.client.Webhook.Said;
import io.gatehouse.blackbox.platform.ChatPlatform;
import io.gatehouse.blackbox.platform.ChatPlatform.Sent;
import io.gatehouse.blackbox.server.MicroProcess;
import jakarta.json.JsonObject;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Kills the server repeatedly while messages arrive. {@code -Dgatehouse.kills=100 -Dgatehouse.kills.messages=1000} sets
 * the number of kills and messages, for the long run of docs/channels.md; the defaults are lower.
 */
@DisplayName("a server that is killed repeatedly while platforms deliver")
class ChannelCrashIT {

    private static final int MESSAGES = Integer.getInteger("gatehouse.kills.messages", 300);
    private static final int KILLS = Integer.getInteger("gatehouse.kills", 3);
    private static final int CHATS = 50;
    private static final int SENDERS = 4;
    private static final int DELIVERING = 8;

    /** Longer than a send takes from arriving at the platform to being recorded here, and than a kill takes. */
    private static final Duration IN_FLIGHT = Duration.ofSeconds(5);

    @RegisterExtension
    static final MicroProcess server = new MicroProcess()
            .with("gatehouse.channel.timeout", "PT2S")
            .with("gatehouse.channel.senders", String.valueOf(SENDERS))
            .with("gatehouse.rate.chat", "0");

    @Test
    @DisplayName("processes every message once and sends every reply once, except those in flight at a kill")
    void everyMessageIsProcessedOnce() throws InterruptedException {
        Random random = new Random(20260314);
        try (ChatPlatform platform = new ChatPlatform()) {
            Caller admin = server.gatehouse().signedIn("admin");
            JsonObject connection = admin.post("/api/admin/connections", Channel.whatsapp(platform.url()))
                    .expecting(201)
                    .json();
            Webhook webhook = new Webhook(server.gatehouse(), connection);
            List<Said> messages = messages(random);
            AtomicInteger acknowledged = new AtomicInteger();
            ExecutorService delivering = Executors.newFixedThreadPool(DELIVERING);
            for (Said message : messages) {
                delivering.execute(() -> {
                    deliver(webhook, message);
                    acknowledged.incrementAndGet();
                });
            }

            List<Instant> kills = new ArrayList<>();
            for (int kill = 1; kill <= KILLS; kill++) {
                int after = (int) ((long) MESSAGES * kill / (KILLS + 1)) - random.nextInt(3);
                Awaitility.await("acknowledgements")
                        .atMost(Duration.ofMinutes(5))
                        .pollInterval(Duration.ofMillis(5 + random.nextInt(40)))
                        .until(() -> acknowledged.get() >= after);
                kills.add(Instant.now());
                server.kill();
                server.start();
            }
            delivering.shutdown();
            assertThat(delivering.awaitTermination(10, TimeUnit.MINUTES)).isTrue();
            awaitEmptyQueues();

            assertThat(admin.get("/api/admin/dead-letters")
                            .expecting(200)
                            .json()
                            .getJsonArray("deadLetters"))
                    .isEmpty();
            judge(messages, platform.sent(), kills);
        }
    }

    /** All from unknown accounts, so that each message gets a reply of its own. */
    private static List<Said> messages(Random random) {
        List<Said> messages = new ArrayList<>();
        for (int i = 0; i < MESSAGES; i++) {
            messages.add(new Said("4479%08d".formatted(10_000_000 + i % CHATS), "wamid.kill" + i, "Hello " + i));
        }
        Collections.shuffle(messages, random);
        return messages;
    }

    /** Delivers as WhatsApp does: repeats until acknowledged, and sometimes once more after that. */
    private static void deliver(Webhook webhook, Said message) {
        Awaitility.await("an acknowledgement")
                .atMost(Duration.ofMinutes(5))
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(200))
                .ignoreExceptionsInstanceOf(UncheckedIOException.class)
                .until(() -> webhook.whatsapp(message).status() == 200);
        if (message.id().endsWith("7")) {
            try {
                webhook.whatsapp(message);
            } catch (UncheckedIOException killed) {
                // It was already acknowledged.
            }
        }
    }

    private static void awaitEmptyQueues() {
        Awaitility.await("everything processed and sent")
                .atMost(Duration.ofMinutes(3))
                .pollInterval(Duration.ofMillis(500))
                .until(() -> {
                    Answer metrics = server.gatehouse().anyone().get("/metrics").expecting(200);
                    return metrics.text().contains("gatehouse_inbound_backlog 0\n")
                            && metrics.text().contains("gatehouse_outbound_backlog 0\n");
                });
    }

    private static void judge(List<Said> messages, List<Sent> sent, List<Instant> kills) {
        Map<String, List<Sent>> byReply = sent.stream().collect(Collectors.groupingBy(Sent::reference));
        Map<String, Long> repliesOfChat = byReply.values().stream()
                .collect(Collectors.groupingBy(copies -> copies.get(0).chat(), Collectors.counting()));
        Map<String, Long> messagesOfChat =
                messages.stream().collect(Collectors.groupingBy(Said::from, Collectors.counting()));
        assertThat(repliesOfChat)
                .as("one reply for each message, told apart by their ids")
                .isEqualTo(messagesOfChat);

        List<List<Sent>> twice =
                byReply.values().stream().filter(copies -> copies.size() > 1).toList();
        System.out.printf(
                "%d messages, %d kills: %d replies, of which %d were in flight at a kill and sent twice%n",
                messages.size(), kills.size(), byReply.size(), twice.size());
        assertThat(twice).allSatisfy(copies -> {
            assertThat(copies).hasSize(2);
            Instant first = copies.get(0).at();
            assertThat(kills).as("a kill while %s was in flight", copies.get(0)).anyMatch(kill -> {
                Duration before = Duration.between(first, kill);
                return before.compareTo(IN_FLIGHT) < 0 && before.compareTo(IN_FLIGHT.negated()) > 0;
            });
        });
        assertThat(twice.size()).as("at most those in flight at each kill").isLessThanOrEqualTo(KILLS * SENDERS);
    }
}

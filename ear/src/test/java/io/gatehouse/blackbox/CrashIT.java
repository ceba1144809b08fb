package io.gatehouse.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.blackbox.client.Answer;
import io.gatehouse.blackbox.client.Caller;
import io.gatehouse.blackbox.client.ChatAccount;
import io.gatehouse.blackbox.server.HostTokens;
import io.gatehouse.blackbox.server.MicroProcess;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@DisplayName("a server that is killed in the middle of claims")
class CrashIT {

    private static final String TEMPLATE = "personal-finance";
    private static final int CLAIMS = 60;
    private static final int KILLED_AFTER = 20;

    @RegisterExtension
    static final MicroProcess server = new MicroProcess();

    /** A claim that was in flight when the server was killed. */
    private record Sent(Caller user, ChatAccount account, String messageId, String token) {}

    @Test
    @DisplayName(
            "leaves each claim whole or not there at all, and a redelivery mends it; no raw token is kept anywhere")
    void everyClaimIsCompleteOrAbsent() throws InterruptedException {
        List<Sent> all = new ArrayList<>();
        for (int i = 0; i < CLAIMS; i++) {
            Caller user = server.gatehouse().newcomer();
            all.add(new Sent(user, ChatAccount.whatsapp(), ChatAccount.newMessageId(), token(user)));
        }

        Map<Sent, JsonObject> acknowledged = killDuring(all);
        server.start();

        Caller gateway = server.gatehouse().gateway();
        int undone = 0;
        for (Sent sent : all) {
            Optional<String> agent = agentOf(sent.user());
            boolean routed = gateway.route(sent.account(), TEMPLATE).status() == 200;
            assertThat(routed)
                    .as("an agent without a link, or a link without an agent")
                    .isEqualTo(agent.isPresent());
            undone += routed ? 0 : 1;

            JsonObject answer = gateway.handIn(sent.account(), TEMPLATE, sent.messageId(), sent.token())
                    .expecting(200)
                    .json();
            assertThat(answer.getString("outcome")).isEqualTo("installed");
            agent.ifPresent(id -> assertThat(answer.getString("agentId")).isEqualTo(id));
            assertThat(acknowledged.getOrDefault(sent, answer))
                    .as("what was acknowledged before the crash")
                    .isEqualTo(answer);
        }
        assertThat(undone)
                .as("claims that the crash undid, or the test proves nothing")
                .isPositive();

        server.stop();
        List<String> shown = HostTokens.in(server.console());
        assertThat(shown)
                .as("the first host token on the console, once for all starts")
                .hasSize(1);
        assertThat(HostTokens.in(server.dataDirectory()))
                .as("raw host tokens in the data directory, its logs among it")
                .isEmpty();
        List<String> tokens = all.stream().map(Sent::token).toList();
        for (Path file : filesOf(server.dataDirectory())) {
            String content = read(file);
            assertThat(tokens).as("raw tokens in " + file).noneMatch(content::contains);
        }
    }

    /** Submits the claims, eight at a time, and kills the server after the first answers; returns those answers. */
    private static Map<Sent, JsonObject> killDuring(List<Sent> all) throws InterruptedException {
        Caller gateway = server.gatehouse().gateway();
        AtomicInteger answered = new AtomicInteger();
        Map<Sent, JsonObject> answers = new ConcurrentHashMap<>();
        ExecutorService threads = Executors.newFixedThreadPool(8);
        for (Sent sent : all) {
            threads.execute(() -> {
                Answer answer;
                try {
                    answer = gateway.handIn(sent.account(), TEMPLATE, sent.messageId(), sent.token());
                } catch (UncheckedIOException killed) {
                    return;
                }
                answers.put(sent, answer.expecting(200).json());
                if (answered.incrementAndGet() == KILLED_AFTER) {
                    server.kill(); // At once, or the others would be answered too.
                }
            });
        }
        threads.shutdown();
        assertThat(threads.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
        return answers;
    }

    private static String token(Caller user) {
        return user.mint(TEMPLATE).expecting(201).json().getString("token");
    }

    private static Optional<String> agentOf(Caller user) {
        return user
                .get("/api/me/agents")
                .expecting(200)
                .json()
                .getJsonArray("agents")
                .getValuesAs(JsonObject.class)
                .stream()
                .map(agent -> agent.getString("id"))
                .findFirst();
    }

    private static List<Path> filesOf(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package io.gatehouse.example.echo;

import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Repeats what it hears, until Ctrl-C.
 *
 * <p>It answers texts ({@code m.text}) by notices ({@code m.notice}), which bots do not answer: two echo agents in one
 * room would otherwise never stop.
 */
public final class EchoAgent {

    /** A third of the lease that a host has unless configured otherwise. */
    private static final Duration HEARTBEAT = Duration.ofSeconds(20);

    private final Bridge bridge;
    private final CountDownLatch ending = new CountDownLatch(1);

    private EchoAgent(Bridge bridge) {
        this.bridge = bridge;
    }

    /** What is empty is as not set. */
    private static String value(Map<String, String> environment, String variable, String otherwise) {
        String value = environment.getOrDefault(variable, "").strip();
        return value.isEmpty() ? otherwise : value;
    }

    public static void main(String[] args) throws InterruptedException {
        Map<String, String> environment = System.getenv();
        String hostToken = value(environment, "GATEHOUSE_HOST_TOKEN", "");
        if (hostToken.isEmpty()) {
            System.err.println("Set GATEHOUSE_HOST_TOKEN to a host token of Gatehouse; its first start shows one.");
            System.exit(2);
        }
        try (Bridge bridge = new Bridge(
                URI.create(value(environment, "GATEHOUSE_URL", "http://127.0.0.1:8080")),
                hostToken,
                value(environment, "ECHO_ALIAS", "echo"),
                value(environment, "ECHO_HOST", "dev"))) {
            EchoAgent agent = new EchoAgent(bridge);
            Thread main = Thread.currentThread();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> agent.end(main)));
            agent.run();
        } catch (WebApplicationException | ProcessingException e) {
            System.err.println("Gatehouse does not let this agent be: " + e.getMessage());
            Runtime.getRuntime().halt(1);
        }
    }

    /** On Ctrl-C the process lasts until the agent has taken its leave. */
    private void end(Thread main) {
        ending.countDown();
        try {
            main.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() throws InterruptedException {
        while (!isEnding()) {
            Registration registration = bridge.register("Echo");
            System.out.println("Listening as " + registration.agentUserId() + "; Ctrl-C ends it");
            try (Ear ear = bridge.listen(registration, this::answer)) {
                attend(registration, ear);
            }
            if (isEnding()) {
                bridge.revoke(registration);
                System.out.println("Gone");
            }
        }
    }

    /** Returns when the agent is to end, or must register anew. */
    private void attend(Registration registration, Ear ear) throws InterruptedException {
        while (!ending.await(HEARTBEAT.toMillis(), TimeUnit.MILLISECONDS)) {
            try {
                if (!bridge.heartbeat(registration) || ear.isRefused()) {
                    System.out.println("The registration is over; registering anew");
                    return;
                }
                bridge.acknowledge(registration, ear.position());
            } catch (WebApplicationException | ProcessingException e) {
                System.err.println("The heartbeat failed, the next one is soon: " + e.getMessage());
            }
        }
    }

    private void answer(Registration registration, Heard heard) {
        if (heard.isText()) {
            System.out.println(heard.sender() + " said: " + heard.body());
            if (!bridge.reply(registration, heard, heard.body())) {
                System.err.println("Nobody may answer that: " + heard.eventId());
            }
        }
    }

    private boolean isEnding() {
        return ending.getCount() == 0;
    }
}

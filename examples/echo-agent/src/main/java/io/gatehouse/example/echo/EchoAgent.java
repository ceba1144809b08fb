package io.gatehouse.example.echo;

import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Repeats what it is told, until Ctrl-C.
 *
 * <p>It answers texts ({@code m.text}) with notices ({@code m.notice}), which bots do not answer: otherwise two echo
 * agents in one room would never stop.
 */
public final class EchoAgent {

    /** A third of the default lease of a host. */
    private static final Duration HEARTBEAT = Duration.ofSeconds(20);

    private final Bridge bridge;
    private final CountDownLatch ending = new CountDownLatch(1);

    private EchoAgent(Bridge bridge) {
        this.bridge = bridge;
    }

    /** Returns the variable's value; an empty one counts as not set. */
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
            System.err.println("Gatehouse refuses this agent: " + e.getMessage());
            Runtime.getRuntime().halt(1);
        }
    }

    /** On Ctrl-C, waits until the agent has deregistered. */
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
            try (MessageStream stream = bridge.listen(registration, this::answer)) {
                keepAlive(registration, stream);
            }
            if (isEnding()) {
                bridge.revoke(registration);
                System.out.println("Deregistered");
            }
        }
    }

    /** Blocks until the agent shall end or must register again. */
    private void keepAlive(Registration registration, MessageStream stream) throws InterruptedException {
        while (!ending.await(HEARTBEAT.toMillis(), TimeUnit.MILLISECONDS)) {
            try {
                if (!bridge.heartbeat(registration) || stream.isRefused()) {
                    System.out.println("The registration has ended; registering again");
                    return;
                }
                bridge.acknowledge(registration, stream.position());
            } catch (WebApplicationException | ProcessingException e) {
                System.err.println("The heartbeat failed and will be repeated: " + e.getMessage());
            }
        }
    }

    private void answer(Registration registration, IncomingMessage message) {
        if (message.isText()) {
            System.out.println(message.sender() + " said: " + message.body());
            if (!bridge.reply(registration, message, message.body())) {
                System.err.println("Gatehouse refuses an answer to: " + message.eventId());
            }
        }
    }

    private boolean isEnding() {
        return ending.getCount() == 0;
    }
}

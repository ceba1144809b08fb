package io.gatehouse.blackbox.platform;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The APIs of WhatsApp, Telegram and Slack together on one port. They accept every send, unless a fault is queued: the
 * next send gets it instead.
 */
public final class ChatPlatform implements AutoCloseable {

    /** The name of the stubs that accept sends. */
    private static final String ACCEPTED = "taken";

    private static final String TURNS = "faults";
    private static final String NEW_ID = "{{randomValue type='UUID'}}";

    /** The answers to sends, by path. */
    private static final Map<String, String> SEND_ANSWERS = Map.of(
            ".*/messages", "{\"messaging_product\":\"whatsapp\",\"messages\":[{\"id\":\"wamid." + NEW_ID + "\"}]}",
            ".*/sendMessage", "{\"ok\":true,\"result\":{\"message_id\":{{randomInt lower=1}} }}",
            ".*/chat\\.postMessage", "{\"ok\":true,\"ts\":\"1700000000." + NEW_ID + "\"}");

    /** The answers to requests other than sends, by path. */
    private static final Map<String, String> READ_ANSWERS = Map.of(
            ".*/getMe", "{\"ok\":true,\"result\":{\"id\":1,\"is_bot\":true,\"username\":\"penny_bot\"}}",
            ".*/getWebhookInfo", "{\"ok\":true,\"result\":{\"url\":\"\"}}",
            ".*/auth\\.test", "{\"ok\":true,\"team\":\"Team\",\"user\":\"penny\",\"team_id\":\"T012AB3C4\"}");

    private static final String NUMBER =
            "{\"display_phone_number\":\"+44 7911 123456\",\"verified_name\":\"Penny\",\"id\":\"1\"}";

    private final WireMockServer server =
            new WireMockServer(options().bindAddress("127.0.0.1").dynamicPort());
    private final AtomicInteger turns = new AtomicInteger();

    /**
     * An accepted message.
     *
     * @param chat its recipient
     * @param text for a message template: its name, language and parameters, separated by spaces
     * @param reference Gatehouse's own id of it, if the platform has a field for it
     */
    public record Sent(String path, String chat, String text, String reference, Instant at) {

        private static Sent from(ServeEvent event) {
            JsonObject json = object(event.getRequest().getBodyAsString());
            return new Sent(
                    URI.create(event.getRequest().getUrl()).getPath(),
                    Stream.of("to", "recipient", "chat_id", "channel")
                            .map(name -> json.getString(name, ""))
                            .filter(text -> !text.isEmpty())
                            .findFirst()
                            .orElse(""),
                    text(json),
                    json.getString("biz_opaque_callback_data", ""),
                    event.getRequest().getLoggedDate().toInstant());
        }

        private static String text(JsonObject json) {
            if (json.get("template") instanceof JsonObject template) {
                return Stream.concat(
                                Stream.of(
                                        template.getString("name"),
                                        template.getJsonObject("language").getString("code")),
                                template
                                        .getJsonArray("components")
                                        .getJsonObject(0)
                                        .getJsonArray("parameters")
                                        .getValuesAs(JsonObject.class)
                                        .stream()
                                        .map(parameter -> parameter.getString("text")))
                        .collect(Collectors.joining(" "));
            }
            return json.get("text") instanceof JsonObject text
                    ? text.getString("body", "")
                    : json.getString("text", "");
        }
    }

    /** A send, accepted or not. */
    public record Attempt(int status, Instant at) {}

    /** The answer to a send in place of accepting it. */
    public record Fault(int status, String retryAfter, String body, Duration delay, boolean taken) {

        public static Fault of(int status, String body) {
            return new Fault(status, "", body, Duration.ZERO, false);
        }

        public static Fault tooMuch(int seconds) {
            return new Fault(429, String.valueOf(seconds), "{}", Duration.ZERO, false);
        }

        /** Accepts the send, but answers late. */
        public static Fault slow(Duration delay) {
            return new Fault(200, "", "", delay, true);
        }

        private ResponseDefinitionBuilder response() {
            ResponseDefinitionBuilder response = aResponse()
                    .withStatus(status)
                    .withHeader("Content-Type", "application/json")
                    .withBody(body);
            return retryAfter.isEmpty() ? response : response.withHeader("Retry-After", retryAfter);
        }
    }

    public ChatPlatform() {
        server.start();
        server.stubFor(any(anyUrl()).atPriority(3).willReturn(okJson(NUMBER)));
        READ_ANSWERS.forEach((path, answer) ->
                server.stubFor(any(urlPathMatching(path)).atPriority(2).willReturn(okJson(answer))));
        SEND_ANSWERS.forEach((path, answer) -> server.stubFor(
                post(urlPathMatching(path)).withName(ACCEPTED).atPriority(2).willReturn(taking(answer))));
        warmUp();
    }

    /** The first answer takes a second or more, which no test asked for. */
    private void warmUp() {
        try {
            HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create(url() + "/warm-up/messages"))
                                    .POST(HttpRequest.BodyPublishers.ofString("{}"))
                                    .build(),
                            HttpResponse.BodyHandlers.discarding());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        server.resetRequests();
    }

    private static ResponseDefinitionBuilder taking(String answer) {
        return okJson(answer).withTransformers("response-template");
    }

    public String url() {
        return server.baseUrl().replace("localhost", "127.0.0.1");
    }

    public void next(Fault fault) {
        int turn = turns.getAndIncrement();
        SEND_ANSWERS.forEach((path, answer) -> {
            MappingBuilder stub = post(urlPathMatching(path))
                    .atPriority(1)
                    .inScenario(TURNS)
                    .whenScenarioStateIs(turn(turn))
                    .willSetStateTo(turn(turn + 1));
            server.stubFor(
                    fault.taken()
                            ? stub.withName(ACCEPTED).willReturn(taking(answer).withFixedDelay((int)
                                    fault.delay().toMillis()))
                            : stub.willReturn(fault.response()));
        });
    }

    private static String turn(int number) {
        return number == 0 ? Scenario.STARTED : "turn " + number;
    }

    /** In order of arrival. */
    public List<Sent> sent() {
        return events().filter(event -> ACCEPTED.equals(event.getStubMapping().getName()))
                .map(Sent::from)
                .toList();
    }

    /** The same, including sends that were not accepted. */
    public List<Attempt> attempts() {
        return events().filter(event -> SEND_ANSWERS.keySet().stream()
                        .anyMatch(path -> event.getRequest().getUrl().matches(path)))
                .map(event -> new Attempt(
                        event.getResponse().getStatus(),
                        event.getRequest().getLoggedDate().toInstant()))
                .toList();
    }

    private Stream<ServeEvent> events() {
        List<ServeEvent> events = new ArrayList<>(server.getAllServeEvents());
        Collections.reverse(events);
        return events.stream();
    }

    /** The texts sent to a chat, in the order in which they were accepted. */
    public List<String> saidTo(String chat) {
        return sent().stream()
                .filter(message -> message.chat().equals(chat))
                .map(Sent::text)
                .toList();
    }

    private static JsonObject object(String body) {
        try (JsonReader reader = Json.createReader(new StringReader(body))) {
            return reader.readObject();
        }
    }

    @Override
    public void close() {
        server.stop();
    }
}

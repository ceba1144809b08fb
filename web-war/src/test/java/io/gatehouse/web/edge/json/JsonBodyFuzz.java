package io.gatehouse.web.edge.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.testkit.FuzzLimits;
import io.gatehouse.web.edge.problem.Problem;
import io.gatehouse.web.edge.problem.ProblemException;
import io.gatehouse.web.edge.problem.ProblemType;
import jakarta.json.Json;
import jakarta.json.JsonPointer;
import jakarta.json.JsonReader;
import jakarta.json.JsonStructure;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Reads every member of a body as each kind of field. The result must be an object, or a problem of type
 * {@code invalid-body} whose pointers exist in the body; and what the strict parser accepts must be the same object to
 * a lenient one.
 */
public final class JsonBodyFuzz {

    private static final int MAX_LENGTH = 255;
    private static final int MAX = 100;
    private static final int MAX_FAULTS = 20;

    private static final List<String> NAMES = List.of("a", "b", "text", "agents", "expiresAt", "settings", "");

    private JsonBodyFuzz() {}

    public static void fuzzerTestOneInput(byte[] json) {
        Optional<JsonBody> body = FuzzLimits.within(() -> parsed(json));
        if (body.isPresent()) {
            JsonStructure same = lenient(json);
            assertThat(same.asJsonObject())
                    .as("the same object, read leniently")
                    .isNotNull();
            FuzzLimits.within(() -> {
                NAMES.forEach(name -> readAll(body.get(), name));
                return body;
            });
            refused(body.get()::refuseFaults).ifPresent(problem -> checkPointers(problem, same));
        }
    }

    private static Optional<JsonBody> parsed(byte[] json) {
        JsonBody[] body = new JsonBody[1];
        Optional<Problem> problem = refused(() -> body[0] = JsonBody.parse(json));
        return problem.isPresent() ? Optional.empty() : Optional.of(body[0]);
    }

    private static void readAll(JsonBody body, String name) {
        assertThat(body.text(name, MAX_LENGTH).codePoints().count()).isLessThanOrEqualTo(MAX_LENGTH);
        assertThat(body.anyText(name, MAX_LENGTH)).isNotNull();
        body.flag(name);
        body.optionalFlag(name);
        assertThat(body.optionalCount(name, MAX, -1)).isBetween(-1L, (long) MAX);
        assertThat(body.optionalTexts(name, MAX, MAX_LENGTH)).hasSizeLessThanOrEqualTo(MAX);
        Map<String, String> texts = body.optionalTextsByName(name, MAX, MAX_LENGTH);
        assertThat(texts).hasSizeLessThanOrEqualTo(MAX);
        body.optionalTime(name);
        body.optionalId(name);
        Consumer<JsonBody> deeper = item -> NAMES.forEach(inner -> item.optionalText(inner, MAX_LENGTH));
        assertThat(body.optionalObjects(name, MAX, item -> {
                    deeper.accept(item);
                    return item;
                }))
                .hasSizeLessThanOrEqualTo(MAX);
        assertThat(body.holds(name) || body.optionalText(name, MAX_LENGTH) == null)
                .isTrue();
    }

    /** The problem that the reading was refused with, if any. */
    private static Optional<Problem> refused(Runnable reading) {
        try {
            reading.run();
            return Optional.empty();
        } catch (ProblemException e) {
            assertThat(e.problem().type()).isEqualTo(ProblemType.INVALID_BODY);
            assertThat(e.problem().errors()).isNotEmpty().hasSizeLessThanOrEqualTo(MAX_FAULTS);
            e.problem().errors().forEach(fault -> assertThat(fault.message()).isNotBlank());
            return Optional.of(e.problem());
        }
    }

    /** Each pointer names the member itself or, if that is missing, an existing object. */
    private static void checkPointers(Problem problem, JsonStructure body) {
        for (Problem.Fault fault : problem.errors()) {
            JsonPointer parent = Json.createPointer(
                    fault.pointer().substring(0, Math.max(0, fault.pointer().lastIndexOf('/'))));
            assertThat(parent.containsValue(body)).as(fault.pointer()).isTrue();
        }
    }

    private static JsonStructure lenient(byte[] json) {
        try (JsonReader reader = Json.createReader(new ByteArrayInputStream(json))) {
            return reader.read();
        }
    }
}

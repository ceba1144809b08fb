package io.gatehouse.blackbox.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.blackbox.client.Answer;
import io.gatehouse.blackbox.client.Caller;
import io.gatehouse.blackbox.client.ConcurrentCalls;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Installing a template without a chat, and what users see and remove afterwards. */
public interface InstallCases extends Cases {

    String TEMPLATE = "personal-finance";

    @Test
    @DisplayName("installing mirrors items of all four kinds into the user's own organization")
    default void installingMirrorsItemsOfAllFourKinds() {
        JsonObject installed =
                gatehouse().newcomer().install(TEMPLATE).expecting(200).json();

        assertThat(installed.getBoolean("created")).isTrue();
        assertThat(installed.getString("redirectTo")).startsWith("/");
        assertThat(installed.getString("organizationSlug")).isNotEqualTo(TEMPLATE);
        JsonObject mirrored = installed.getJsonObject("mirrored");
        assertThat(List.of("entity_types", "entity_relationship_types", "event_classifiers", "watchers"))
                .allSatisfy(kind -> assertThat(mirrored.getInt(kind)).as(kind).isPositive());
    }

    @Test
    @DisplayName("installing again gives the same agent and creates nothing")
    default void installingAgainCreatesNothing() {
        Caller user = gatehouse().newcomer();
        JsonObject first = user.install(TEMPLATE).expecting(200).json();
        JsonObject second = user.install(TEMPLATE).expecting(200).json();

        assertThat(second.getBoolean("created")).isFalse();
        assertThat(second.getString("agentId")).isEqualTo(first.getString("agentId"));
        assertThat(second.getJsonObject("mirrored")).isEqualTo(first.getJsonObject("mirrored"));
        assertThat(agents(user)).hasSize(1);
    }

    @Test
    @DisplayName("a double click installs once")
    default void aDoubleClickInstallsOnce() {
        Caller user = gatehouse().newcomer();
        List<Answer> answers = ConcurrentCalls.call(8, i -> user.install(TEMPLATE));

        assertThat(answers).allSatisfy(answer -> answer.expecting(200));
        assertThat(answers)
                .filteredOn(answer -> answer.json().getBoolean("created"))
                .hasSize(1);
        assertThat(agents(user)).hasSize(1);
    }

    @Test
    @DisplayName("ten concurrent first requests create one personal organization")
    default void tenFirstRequestsMakeOnePersonalOrganization() {
        Caller user = gatehouse().newcomer();
        List<Answer> answers = ConcurrentCalls.call(10, i -> user.get("/api/me"));

        assertThat(answers).allSatisfy(answer -> answer.expecting(200));
        assertThat(answers.stream().map(Answer::text).distinct()).hasSize(1);
        assertThat(namespaces(user)).containsExactlyInAnyOrder("auth_user_id", "email");
    }

    @Test
    @DisplayName("an unpublished template is an unknown slug")
    default void anUnpublishedTemplateIsUnknown() {
        gatehouse().newcomer().install("nobody-publishes-this").expectingProblem(404, "unknown_slug");
    }

    @Test
    @DisplayName("an installed agent cannot be installed itself")
    default void anInstalledAgentIsNotInstallable() {
        Caller user = gatehouse().newcomer();
        String agent = user.install(TEMPLATE).expecting(200).json().getString("agentId");

        user.post("/api/install", Json.createObjectBuilder().add("templateAgentId", agent))
                .expectingProblem(409, "not_installable");
    }

    @Test
    @DisplayName("an install without a template names the field that is missing")
    default void anInstallWithoutATemplateNamesTheField() {
        Answer answer = gatehouse().newcomer().post("/api/install", Json.createObjectBuilder());

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().getJsonArray("errors")).as(answer.toString()).isNotEmpty();
    }

    @Test
    @DisplayName("an invalid phone number does not undo the install")
    default void aBadPhoneDoesNotUndoTheInstall() {
        Caller user = gatehouse().newcomer();
        JsonObject installed = installWithPhone(user, "12").expecting(200).json();

        assertThat(installed.getString("whatsappError")).isEqualTo("invalid_phone");
        assertThat(agents(user)).hasSize(1);
    }

    @Test
    @DisplayName("an agent is removed with its mirror, and can be installed again")
    default void anAgentIsRemovedAndInstalledAgain() {
        Caller user = gatehouse().newcomer();
        String agent = user.install(TEMPLATE).expecting(200).json().getString("agentId");

        assertThat(user.delete("/api/me/agents/" + agent).status()).isIn(200, 204);
        user.get("/api/me/agents/" + agent).expecting(404);
        assertThat(user.install(TEMPLATE).expecting(200).json().getBoolean("created"))
                .isTrue();
    }

    @Test
    @DisplayName("an agent can be brought up to date with its template")
    default void anAgentIsResynced() {
        Caller user = gatehouse().newcomer();
        JsonObject installed = user.install(TEMPLATE).expecting(200).json();
        JsonObject resynced = user.post(
                        "/api/me/agents/" + installed.getString("agentId") + "/resync", Json.createObjectBuilder())
                .expecting(200)
                .json();

        assertThat(resynced.getBoolean("created")).isFalse();
        assertThat(resynced.getJsonObject("mirrored")).isEqualTo(installed.getJsonObject("mirrored"));
    }

    @Test
    @DisplayName("agents and identities of other users are not found")
    default void dataOfOtherUsersIsNotFound() {
        Caller owner = gatehouse().newcomer();
        String agent = owner.install(TEMPLATE).expecting(200).json().getString("agentId");
        String identity = identity(owner, "email").getString("id");
        Caller stranger = gatehouse().newcomer();

        stranger.get("/api/me/agents/" + agent).expecting(404);
        stranger.delete("/api/me/agents/" + agent).expecting(404);
        stranger.post("/api/me/agents/" + agent + "/resync", Json.createObjectBuilder())
                .expecting(404);
        stranger.get("/api/me/identities/" + identity).expecting(404);
        stranger.delete("/api/me/identities/" + identity).expecting(404);
        assertThat(agents(stranger)).isEmpty();
        owner.get("/api/me/agents/" + agent).expecting(200);
        owner.get("/api/me/identities/" + identity).expecting(200);
    }

    @Test
    @DisplayName("the manifest lists what is installed, and is cheap to request again")
    default void theManifestListsWhatIsInstalled() {
        Answer manifest =
                gatehouse().anyone().get("/api/install/manifest/" + TEMPLATE).expecting(200);

        assertThat(manifest.json().getString("name")).isNotEmpty();
        assertThat(manifest.header("ETag")).isNotEmpty();
        gatehouse()
                .anyone()
                .get("/api/install/manifest/" + TEMPLATE, Map.of("If-None-Match", manifest.header("ETag")))
                .expecting(304);
        gatehouse().anyone().get("/api/install/manifest/nobody").expectingProblem(404, "unknown_slug");
    }

    @Test
    @DisplayName("the same idempotency key replays the first answer; with another body it is refused")
    default void anIdempotencyKeyReplaysTheFirstAnswer() {
        Caller user = gatehouse().newcomer();
        Map<String, String> key = Map.of("Idempotency-Key", UUID.randomUUID().toString());
        String body = "{\"templateAgentId\":\"" + TEMPLATE + "\"}";
        Answer first =
                user.post("/api/install/token", "application/json", body, key).expecting(201);
        Answer again =
                user.post("/api/install/token", "application/json", body, key).expecting(201);

        assertThat(again.text()).isEqualTo(first.text());
        user.post("/api/install/token", "application/json", "{\"templateAgentId\":\"other\"}", key)
                .expecting(422);
        assertThat(user.mint(TEMPLATE).expecting(201).json().getString("token"))
                .isNotEqualTo(first.json().getString("token"));
    }

    private static Answer installWithPhone(Caller user, String phone) {
        return user.post(
                "/api/install", Json.createObjectBuilder().add("slug", TEMPLATE).add("whatsapp_phone", phone));
    }

    private static List<JsonObject> agents(Caller user) {
        return items(user, "/api/me/agents", "agents");
    }

    private static List<String> namespaces(Caller user) {
        return items(user, "/api/me/identities", "identities").stream()
                .map(identity -> identity.getString("namespace"))
                .toList();
    }

    private static JsonObject identity(Caller user, String namespace) {
        return items(user, "/api/me/identities", "identities").stream()
                .filter(identity -> identity.getString("namespace").equals(namespace))
                .findFirst()
                .orElseThrow();
    }

    private static List<JsonObject> items(Caller user, String path, String list) {
        return user.get(path).expecting(200).json().getJsonArray(list).getValuesAs(JsonObject.class);
    }
}

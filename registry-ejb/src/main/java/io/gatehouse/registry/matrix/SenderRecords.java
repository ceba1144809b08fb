package io.gatehouse.registry.matrix;

import io.gatehouse.contract.registry.AgentUserId;
import io.gatehouse.kernel.config.MatrixSettings;
import io.gatehouse.kernel.config.Settings;
import io.gatehouse.registry.matrix.MatrixReply.Ok;
import io.gatehouse.registry.matrix.homeserver.HomeserverAnswer;
import io.gatehouse.registry.matrix.homeserver.HomeserverAnswer.Done;
import io.gatehouse.registry.matrix.homeserver.HomeserverRecords;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads and writes the bot's account data, and reads the agents' rooms (client-server API, client config and rooms).
 */
@Dependent
class SenderRecords implements HomeserverRecords {

    private static final int MAX_ID_BYTES = 255;

    private final HomeserverClient client;
    private final Settings settings;

    @Inject
    SenderRecords(HomeserverClient client, Settings settings) {
        this.client = client;
        this.settings = settings;
    }

    @Override
    public String owner() {
        return settings.matrix().map(MatrixSettings::botUserId).orElseThrow();
    }

    @Override
    public HomeserverAnswer<Optional<String>> read(String type) {
        MatrixReply reply = client.ask(MatrixRequest.get("v3", "user", owner(), "account_data", type));
        if (reply instanceof Ok ok) {
            return new Done<>(Optional.of(ok.body().toString()));
        }
        return reply.isFailure("M_NOT_FOUND") ? new Done<>(Optional.empty()) : MatrixErrors.of(reply);
    }

    @Override
    public HomeserverAnswer<Void> write(String type, String content) {
        MatrixReply reply = client.ask(MatrixRequest.put(content, "v3", "user", owner(), "account_data", type));
        return reply instanceof Ok ? new Done<>(null) : MatrixErrors.of(reply);
    }

    @Override
    public HomeserverAnswer<Set<String>> joinedRooms(AgentUserId user) {
        MatrixReply reply = client.ask(MatrixRequest.get("v3", "joined_rooms").as(user.value()));
        if (reply instanceof Ok ok) {
            return new Done<>(rooms(ok.body()));
        }
        return reply.isFailure(MatrixErrors.FORBIDDEN) ? new Done<>(Set.of()) : MatrixErrors.of(reply);
    }

    private static Set<String> rooms(JsonObject body) {
        return body.get("joined_rooms") instanceof JsonArray rooms
                ? rooms.stream()
                        .filter(JsonString.class::isInstance)
                        .map(room -> ((JsonString) room).getString())
                        .filter(room -> room.getBytes(StandardCharsets.UTF_8).length <= MAX_ID_BYTES)
                        .collect(Collectors.toUnmodifiableSet())
                : Set.of();
    }
}

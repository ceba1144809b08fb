package io.gatehouse.registry.matrix;

import io.gatehouse.kernel.config.Settings;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;

/** The Matrix adapter, wired as in the container. Does not retry unless the settings say so. */
final class TestHomeserver {

    private TestHomeserver() {}

    static Settings settings(URI homeserver, Map<String, String> more) {
        Map<String, String> values = new HashMap<>(Map.of(
                "gatehouse.matrix.homeserver-url",
                homeserver.toString(),
                "gatehouse.matrix.server-name",
                MatrixTwin.SERVER_NAME,
                "gatehouse.matrix.as-token",
                MatrixTwin.AS_TOKEN,
                "gatehouse.matrix.hs-token",
                "hs-0123456789abcdef0123456789abcdef",
                "gatehouse.matrix.retries",
                "0"));
        values.putAll(more);
        return Settings.of(values);
    }

    static HomeserverHttp http(Settings settings) {
        return new HomeserverHttp(settings);
    }

    static ResilientClient resilientClient(Settings settings) {
        return new ResilientClient(http(settings), settings);
    }

    static HomeserverClient client(Settings settings) {
        return new HomeserverClient(resilientClient(settings));
    }

    static HomeserverUsers users(Settings settings) {
        HomeserverClient client = client(settings);
        return new HomeserverUsers(client, new AgentDevices(client), settings);
    }

    static MatrixHomeserver of(Settings settings) {
        HomeserverClient client = client(settings);
        AgentDevices devices = new AgentDevices(client);
        RoomJoin rooms = new RoomJoin(client);
        return new MatrixHomeserver(
                new HomeserverUsers(client, devices, settings),
                devices,
                rooms,
                client,
                new RoomFollowing(client, rooms, settings));
    }
}

package io.gatehouse.registry.matrix;

import io.gatehouse.kernel.config.Settings;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;

/** The adapter as the container would put it together; it makes no call twice unless the settings say so. */
@SuppressWarnings("UnnecessaryAssignment") // there is no container that would inject
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
        HomeserverHttp http = new HomeserverHttp();
        http.settings = settings;
        http.open();
        return http;
    }

    static HomeserverClient client(Settings settings) {
        HomeserverClient client = new HomeserverClient();
        client.line = new ResilientClient();
        client.line.http = http(settings);
        client.line.settings = settings;
        client.line.open();
        return client;
    }

    static MatrixHomeserver of(Settings settings) {
        HomeserverClient client = client(settings);
        MatrixHomeserver homeserver = new MatrixHomeserver();
        homeserver.client = client;
        homeserver.devices = new AgentDevices();
        homeserver.devices.client = client;
        homeserver.rooms = new RoomJoin();
        homeserver.rooms.client = client;
        homeserver.users = new HomeserverUsers();
        homeserver.users.client = client;
        homeserver.users.devices = homeserver.devices;
        homeserver.users.settings = settings;
        homeserver.following = new RoomFollowing();
        homeserver.following.client = client;
        homeserver.following.entry = homeserver.rooms;
        homeserver.following.settings = settings;
        return homeserver;
    }
}

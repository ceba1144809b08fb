package io.gatehouse.registry.matrix;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

/**
 * The one device that each user of ours has. Transaction ids are a device's (client-server API, transaction
 * identifiers): a homeserver keeps those of a device in its database, and may forget any other when it restarts.
 */
@Dependent
class AgentDevices {

    private static final String DEVICE = "GATEHOUSE";
    private static final String DESCRIPTION = "{\"display_name\":\"Gatehouse\"}";

    private final HomeserverClient client;

    @Inject
    AgentDevices(HomeserverClient client) {
        this.client = client;
    }

    /** Sees that the device is there (application service API, device management). */
    MatrixReply ensure(String userId) {
        return client.ask(
                MatrixRequest.put(DESCRIPTION, "v3", "devices", DEVICE).as(userId));
    }

    /** Asks as that user, on their device, which is made where the homeserver has lost it or never had it. */
    MatrixReply ask(String userId, MatrixRequest request) {
        MatrixRequest onDevice = request.as(userId).with("device_id", DEVICE);
        MatrixReply reply = client.ask(onDevice);
        if (!reply.isFailure("M_UNKNOWN_DEVICE")) {
            return reply;
        }
        MatrixReply made = ensure(userId);
        return made instanceof MatrixReply.Ok ? client.ask(onDevice) : made;
    }
}

package io.gatehouse.registry.matrix;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

/**
 * The one device of each user of the application service. Transaction ids belong to a device (client-server API,
 * "Transaction identifiers"): a homeserver stores those of a device in its database, and may forget any others when it
 * restarts.
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

    /** Ensures that the device exists (application service API, "Device management"). */
    MatrixReply ensure(String userId) {
        return client.ask(
                MatrixRequest.put(DESCRIPTION, "v3", "devices", DEVICE).as(userId));
    }

    /** Makes the call as that user, on the user's device, which is created if the homeserver does not have it. */
    MatrixReply ask(String userId, MatrixRequest request) {
        MatrixRequest onDevice = request.as(userId).with("device_id", DEVICE);
        MatrixReply reply = client.ask(onDevice);
        if (!reply.isFailure("M_UNKNOWN_DEVICE")) {
            return reply;
        }
        MatrixReply created = ensure(userId);
        return created instanceof MatrixReply.Ok ? client.ask(onDevice) : created;
    }
}

package io.gatehouse.blackbox.cases;

import io.gatehouse.blackbox.client.RegisteredAgent;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Who may fetch the homeserver's registration file; its content is tested where there is a homeserver. */
public interface RegistrationFileCases extends Cases {

    String REGISTRATION_FILE = "/api/admin/matrix/registration.yaml";

    @Test
    @DisplayName(
            "the registration file is for the deployment's administrators only, and there is none without a homeserver")
    default void theRegistrationFileIsForAdministratorsOnly() {
        gatehouse().anyone().get(REGISTRATION_FILE).expectingProblem(401, "credentials_required");
        gatehouse().newcomer().get(REGISTRATION_FILE).expectingProblem(403, "forbidden");
        gatehouse().gateway().get(REGISTRATION_FILE).expectingProblem(403, "forbidden");
        RegisteredAgent.at(gatehouse()).caller().get(REGISTRATION_FILE).expectingProblem(403, "forbidden");

        gatehouse().signedIn("admin").get(REGISTRATION_FILE).expectingProblem(404, "not_found");
    }
}

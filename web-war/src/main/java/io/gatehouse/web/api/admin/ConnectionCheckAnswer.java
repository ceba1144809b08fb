package io.gatehouse.web.api.admin;

import io.gatehouse.contract.connection.ConnectionCheck;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Whether a connection works, as far as its platform can tell. */
@Schema(name = "ConnectionCheck")
record ConnectionCheckAnswer(boolean works, List<Finding> findings) {

    static ConnectionCheckAnswer from(ConnectionCheck check) {
        return new ConnectionCheckAnswer(
                check.works(),
                check.findings().stream()
                        .map(finding -> new Finding(finding.name(), finding.good(), finding.detail()))
                        .toList());
    }

    /** The result of one check. */
    @Schema(name = "ConnectionFinding")
    record Finding(
            @Schema(description = "api, credentials, number, name, webhook, team or room")
            String name,

            boolean good,
            String detail) {}
}

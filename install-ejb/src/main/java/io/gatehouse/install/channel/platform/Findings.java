package io.gatehouse.install.channel.platform;

import io.gatehouse.contract.connection.ConnectionCheck;
import io.gatehouse.contract.connection.ConnectionCheck.Finding;
import io.gatehouse.install.channel.http.ApiAnswer;
import java.util.ArrayList;
import java.util.List;

/** Collects the findings of a connection check. */
final class Findings {

    private final List<Finding> findings = new ArrayList<>();

    void good(String name, String detail) {
        findings.add(new Finding(name, true, detail));
    }

    void bad(String name, String detail) {
        findings.add(new Finding(name, false, detail));
    }

    void judge(String name, boolean good, String detail) {
        findings.add(new Finding(name, good, detail));
    }

    /** Adds that the platform could not be reached. */
    void unreached(ApiAnswer answer) {
        String why = answer instanceof ApiAnswer.NotSent notSent
                ? notSent.why()
                : answer instanceof ApiAnswer.Unknown unknown ? unknown.why() : "";
        bad("api", "The platform's API cannot be reached: " + why + ".");
    }

    ConnectionCheck toCheck() {
        return new ConnectionCheck(findings);
    }
}

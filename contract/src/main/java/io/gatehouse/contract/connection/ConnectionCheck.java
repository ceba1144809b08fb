package io.gatehouse.contract.connection;

import java.util.List;

/** What asking the platform about a connection found. */
public record ConnectionCheck(List<Finding> findings) {

    public ConnectionCheck {
        findings = List.copyOf(findings);
    }

    /** Whether messages can be sent and arrive, as far as the platform says. */
    public boolean works() {
        return findings.stream().allMatch(Finding::good);
    }

    /**
     * @param name what was looked at, as in {@code credentials}
     * @param detail for a person; holds no secret
     */
    public record Finding(String name, boolean good, String detail) {}
}

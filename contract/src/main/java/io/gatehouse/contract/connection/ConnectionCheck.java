package io.gatehouse.contract.connection;

import java.util.List;

/** The findings of a check of a connection at its platform. */
public record ConnectionCheck(List<Finding> findings) {

    public ConnectionCheck {
        findings = List.copyOf(findings);
    }

    /** Whether messages can be sent and received, according to the platform. */
    public boolean works() {
        return findings.stream().allMatch(Finding::good);
    }

    /**
     * @param name the checked aspect, such as {@code credentials}
     * @param detail for people; contains no secret
     */
    public record Finding(String name, boolean good, String detail) {}
}

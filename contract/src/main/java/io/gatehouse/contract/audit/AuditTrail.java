package io.gatehouse.contract.audit;

import java.util.UUID;

/** The tamper-evident history of an organization's tokens, identities, members, agents and bindings. */
public interface AuditTrail {

    /**
     * Appends an event in the caller's transaction. Blocks while another transaction that appended to the same chain is
     * open, so append last.
     */
    void append(AuditEntry entry);

    /** Recomputes the chain of an organization from its first event. */
    AuditVerification verify(UUID organizationId);
}

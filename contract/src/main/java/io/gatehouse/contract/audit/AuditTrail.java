package io.gatehouse.contract.audit;

import java.util.UUID;

/** The tamper-evident history of what an organization's tokens, identities, members, agents and bindings went through. */
public interface AuditTrail {

    /**
     * Appends an event inside the caller's transaction, with which it commits or goes. Appends to one organization's
     * chain queue up behind each other until their transactions end, so append last.
     */
    void append(AuditEntry entry);

    /** Recomputes the chain of an organization from its first event. */
    AuditVerification verify(UUID organizationId);
}

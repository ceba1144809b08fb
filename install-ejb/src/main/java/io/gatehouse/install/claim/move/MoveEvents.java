package io.gatehouse.install.claim.move;

import io.gatehouse.contract.account.UserId;
import io.gatehouse.contract.audit.AuditEntry;
import io.gatehouse.contract.audit.AuditTrail;
import io.gatehouse.contract.platform.PlatformAccount;
import io.gatehouse.install.catalog.agent.PersonalOrganizationStore;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Appends the audit events of moved accounts. They contain the kinds of the accounts, not the accounts. Must be called
 * last in a transaction: it locks the organization's audit head.
 */
@Dependent
public class MoveEvents {

    private static final String PLATFORM = "platform";

    private final AuditTrail audit;
    private final PersonalOrganizationStore organizations;

    @Inject
    public MoveEvents(AuditTrail audit, PersonalOrganizationStore organizations) {
        this.audit = audit;
        this.organizations = organizations;
    }

    /** @param taken accounts that are linked to another user, and remain so */
    void moved(UserId user, List<PlatformAccount> from, List<PlatformAccount> to, List<PlatformAccount> taken) {
        UUID organization = organizations.idOf(user).orElse(null);
        String subject = "user:" + user;
        audit.append(new AuditEntry(
                organization, PLATFORM, "identity.moved", subject, Map.of("from", kinds(from), "to", kinds(to))));
        if (!taken.isEmpty()) {
            audit.append(new AuditEntry(
                    organization, PLATFORM, "identity.conflict", subject, Map.of("namespace", kinds(taken))));
        }
    }

    private static String kinds(List<PlatformAccount> accounts) {
        return accounts.stream()
                .map(account -> account.namespace().wireName())
                .distinct()
                .sorted()
                .collect(Collectors.joining(" "));
    }
}

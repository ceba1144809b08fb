package io.gatehouse.install.outbox;

import io.gatehouse.contract.admin.Administrator;
import io.gatehouse.contract.audit.AuditEntry;
import io.gatehouse.contract.audit.AuditTrail;
import io.gatehouse.contract.connection.DeadLetter;
import io.gatehouse.contract.page.Page;
import io.gatehouse.install.connection.AdministeredOrganizations;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Lists, revives and drops dead letters inside the caller's transaction, with the audit event of each change. */
@Dependent
public class DeadLetterService {

    private final DeadLetterStore letters;
    private final DeadLetterRevival revival;
    private final AdministeredOrganizations organizations;
    private final AuditTrail audit;

    @Inject
    public DeadLetterService(
            DeadLetterStore letters,
            DeadLetterRevival revival,
            AdministeredOrganizations organizations,
            AuditTrail audit) {
        this.letters = letters;
        this.revival = revival;
        this.organizations = organizations;
        this.audit = audit;
    }

    Page<DeadLetter> list(Administrator by, @Nullable UUID connectionId, @Nullable Long before, int limit) {
        List<UUID> reached = organizations.of(by);
        if (reached != null && reached.isEmpty()) {
            return new Page<>(List.of(), null);
        }
        List<DeadLetterStore.Found> found = letters.list(reached, connectionId, before, limit + 1);
        List<DeadLetterStore.Found> page = found.stream().limit(limit).toList();
        return new Page<>(
                page.stream().map(DeadLetterStore.Found::letter).toList(),
                found.size() > limit ? String.valueOf(page.get(page.size() - 1).position()) : null);
    }

    boolean sendAgain(Administrator by, UUID id) {
        Optional<DeadLetterStore.Found> found = reached(by, id);
        found.ifPresent(letter -> {
            revival.sendAgain(id);
            append(by, letter, "dead-letter.sent-again");
        });
        return found.isPresent();
    }

    boolean drop(Administrator by, UUID id) {
        Optional<DeadLetterStore.Found> found = reached(by, id);
        found.ifPresent(letter -> {
            letters.drop(id);
            append(by, letter, "dead-letter.dropped");
        });
        return found.isPresent();
    }

    private Optional<DeadLetterStore.Found> reached(Administrator by, UUID id) {
        List<UUID> reached = organizations.of(by);
        return letters.lock(id).filter(letter -> reached == null || reached.contains(letter.organizationId()));
    }

    private void append(Administrator by, DeadLetterStore.Found found, String action) {
        audit.append(new AuditEntry(
                found.organizationId(),
                by.actor(),
                action,
                "dead-letter:" + found.letter().id(),
                Map.of(
                        "connection",
                        found.letter().connectionId().toString(),
                        "why",
                        found.letter().why())));
    }
}

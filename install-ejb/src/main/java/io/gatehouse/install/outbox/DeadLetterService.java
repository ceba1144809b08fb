package io.gatehouse.install.outbox;

import io.gatehouse.contract.admin.Administrator;
import io.gatehouse.contract.audit.AuditEntry;
import io.gatehouse.contract.audit.AuditTrail;
import io.gatehouse.contract.connection.DeadLetter;
import io.gatehouse.contract.page.Cursor;
import io.gatehouse.contract.page.Page;
import io.gatehouse.install.connection.AdministeredOrganizations;
import io.gatehouse.kernel.transaction.RetriedTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Lists, resends and drops dead letters, with one audit event for each change. Joins the caller's transaction or begins
 * one.
 */
@ApplicationScoped
public class DeadLetterService {

    private DeadLetterStore letters;
    private DeadLetterRevival revival;
    private AdministeredOrganizations organizations;
    private AuditTrail audit;

    /** For the container's proxy. */
    @SuppressWarnings("NullAway.Init")
    protected DeadLetterService() {}

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

    @RetriedTransaction
    public Page<DeadLetter> list(Administrator by, @Nullable UUID connectionId, @Nullable Long before, int limit) {
        List<UUID> accessible = organizations.of(by);
        if (accessible != null && accessible.isEmpty()) {
            return new Page<>(List.of(), null);
        }
        List<DeadLetterStore.Found> oneMore = letters.list(accessible, connectionId, before, limit + 1);
        return Page.of(oneMore, limit, letter -> Cursor.of(letter.position())).map(DeadLetterStore.Found::letter);
    }

    @RetriedTransaction
    public boolean sendAgain(Administrator by, UUID id) {
        Optional<DeadLetterStore.Found> found = accessible(by, id);
        found.ifPresent(letter -> {
            revival.sendAgain(id);
            append(by, letter, "dead-letter.sent-again");
        });
        return found.isPresent();
    }

    @RetriedTransaction
    public boolean drop(Administrator by, UUID id) {
        Optional<DeadLetterStore.Found> found = accessible(by, id);
        found.ifPresent(letter -> {
            letters.drop(id);
            append(by, letter, "dead-letter.dropped");
        });
        return found.isPresent();
    }

    private Optional<DeadLetterStore.Found> accessible(Administrator by, UUID id) {
        List<UUID> accessible = organizations.of(by);
        return letters.lock(id).filter(letter -> accessible == null || accessible.contains(letter.organizationId()));
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

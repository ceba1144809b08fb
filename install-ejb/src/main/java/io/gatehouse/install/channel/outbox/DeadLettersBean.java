package io.gatehouse.install.channel.outbox;

import io.gatehouse.contract.admin.Administrator;
import io.gatehouse.contract.audit.AuditEntry;
import io.gatehouse.contract.audit.AuditTrail;
import io.gatehouse.contract.connection.DeadLetter;
import io.gatehouse.contract.connection.DeadLetters;
import io.gatehouse.contract.page.Cursor;
import io.gatehouse.contract.page.Page;
import io.gatehouse.contract.page.PageRequest;
import io.gatehouse.install.channel.connection.AdministeredOrganizations;
import io.gatehouse.kernel.transaction.RetriedTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Lists, resends and drops dead letters, with one audit event for each change. The cursor is the position of the last
 * one on the page.
 */
@ApplicationScoped
@RetriedTransaction
public class DeadLettersBean implements DeadLetters {

    private DeadLetterStore letters;
    private DeadLetterRevival revival;
    private AdministeredOrganizations organizations;
    private AuditTrail audit;
    private Event<MessagesQueued> queued;

    /** For the container. */
    @SuppressWarnings("NullAway.Init")
    public DeadLettersBean() {}

    @Inject
    public DeadLettersBean(
            DeadLetterStore letters,
            DeadLetterRevival revival,
            AdministeredOrganizations organizations,
            AuditTrail audit,
            Event<MessagesQueued> queued) {
        this.letters = letters;
        this.revival = revival;
        this.organizations = organizations;
        this.audit = audit;
        this.queued = queued;
    }

    @Override
    public Page<DeadLetter> list(Administrator administrator, @Nullable UUID connectionId, PageRequest page) {
        Long before = page.numberCursor();
        List<UUID> accessible = organizations.of(administrator);
        if (accessible != null && accessible.isEmpty()) {
            return new Page<>(List.of(), null);
        }
        List<DeadLetterStore.Found> oneMore = letters.list(accessible, connectionId, before, page.limit() + 1);
        return Page.of(oneMore, page.limit(), letter -> Cursor.of(letter.position()))
                .map(DeadLetterStore.Found::letter);
    }

    @Override
    public boolean sendAgain(Administrator administrator, UUID id) {
        Optional<DeadLetterStore.Found> found = accessible(administrator, id);
        found.ifPresent(letter -> {
            revival.sendAgain(id);
            append(administrator, letter, "dead-letter.sent-again");
            queued.fire(new MessagesQueued());
        });
        return found.isPresent();
    }

    @Override
    public boolean drop(Administrator administrator, UUID id) {
        Optional<DeadLetterStore.Found> found = accessible(administrator, id);
        found.ifPresent(letter -> {
            letters.drop(id);
            append(administrator, letter, "dead-letter.dropped");
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

package io.gatehouse.install.outbox;

import io.gatehouse.contract.admin.Administrator;
import io.gatehouse.contract.connection.DeadLetter;
import io.gatehouse.contract.connection.DeadLetters;
import io.gatehouse.contract.page.Page;
import io.gatehouse.contract.page.PageRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Administration of dead letters. */
@ApplicationScoped
public class DeadLettersBean implements DeadLetters {

    private DeadLetterService service;
    private OutboxDispatcher senders;

    /** For the container. */
    @SuppressWarnings("NullAway.Init")
    public DeadLettersBean() {}

    @Inject
    public DeadLettersBean(DeadLetterService service, OutboxDispatcher senders) {
        this.service = service;
        this.senders = senders;
    }

    @Override
    public Page<DeadLetter> list(Administrator administrator, @Nullable UUID connectionId, PageRequest page) {
        return service.list(administrator, connectionId, page.numberCursor(), page.limit());
    }

    @Override
    public boolean sendAgain(Administrator administrator, UUID id) {
        boolean resent = service.sendAgain(administrator, id);
        if (resent) {
            senders.call();
        }
        return resent;
    }

    @Override
    public boolean drop(Administrator administrator, UUID id) {
        return service.drop(administrator, id);
    }
}

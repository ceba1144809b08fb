package io.gatehouse.install.outbox;

import io.gatehouse.contract.admin.Administrator;
import io.gatehouse.contract.connection.DeadLetter;
import io.gatehouse.contract.connection.DeadLetters;
import io.gatehouse.contract.page.Page;
import io.gatehouse.contract.page.PageRequest;
import io.gatehouse.kernel.transaction.RetriedTransactions;
import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The administrators' way to dead letters. A cursor is the position of the last one on the page. */
@Stateless
@Local(DeadLetters.class)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class DeadLettersBean implements DeadLetters {

    private RetriedTransactions transactions;
    private DeadLetterService service;
    private OutboxDispatcher senders;

    /** For the container. */
    @SuppressWarnings("NullAway.Init")
    public DeadLettersBean() {}

    @Inject
    public DeadLettersBean(RetriedTransactions transactions, DeadLetterService service, OutboxDispatcher senders) {
        this.transactions = transactions;
        this.service = service;
        this.senders = senders;
    }

    @Override
    public Page<DeadLetter> list(Administrator administrator, @Nullable UUID connectionId, PageRequest page) {
        Long before = page.positionCursor();
        return transactions.call(() -> service.list(administrator, connectionId, before, page.limit()));
    }

    @Override
    public boolean sendAgain(Administrator administrator, UUID id) {
        boolean again = transactions.call(() -> service.sendAgain(administrator, id));
        if (again) {
            senders.call();
        }
        return again;
    }

    @Override
    public boolean drop(Administrator administrator, UUID id) {
        return transactions.call(() -> service.drop(administrator, id));
    }
}

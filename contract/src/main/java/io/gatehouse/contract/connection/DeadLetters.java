package io.gatehouse.contract.connection;

import io.gatehouse.contract.admin.Administrator;
import io.gatehouse.contract.page.Page;
import io.gatehouse.contract.page.PageRequest;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Messages to people that could not be sent, of the connections that an administrator reaches. */
public interface DeadLetters {

    /**
     * Lists dead letters, newest first.
     *
     * @param connectionId null for all connections
     */
    Page<DeadLetter> list(Administrator administrator, @Nullable UUID connectionId, PageRequest page);

    /**
     * Queues it for sending again; of two concurrent calls, one does. Returns false if there is no such dead letter.
     */
    boolean sendAgain(Administrator administrator, UUID id);

    /** Deletes it. Returns false if there is no such dead letter. */
    boolean drop(Administrator administrator, UUID id);
}

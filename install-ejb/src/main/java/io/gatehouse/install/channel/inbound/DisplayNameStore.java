package io.gatehouse.install.channel.inbound;

import io.gatehouse.contract.chat.ChatOutcome;
import io.gatehouse.contract.platform.Namespace;
import io.gatehouse.contract.platform.PlatformAccount;
import io.gatehouse.install.channel.chat.Received;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Display names of accounts whose id means nothing to people. The name is taken from the message that links the account
 * and never updated: otherwise the sender could later make a chat look like that of another person.
 */
@Dependent
public class DisplayNameStore {

    private static final Set<Namespace> UNREADABLE = EnumSet.of(Namespace.WA_BSUID, Namespace.WA_PARENT_BSUID);
    private static final Set<ChatOutcome> LINKING = EnumSet.of(ChatOutcome.INSTALLED, ChatOutcome.LINKED);

    private final EntityManager entityManager;

    @Inject
    public DisplayNameStore(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    /** Stores the name if this message linked the account and the account's id is unreadable. */
    void keep(Received received, @Nullable String name) {
        PlatformAccount account = received.account();
        if (name == null
                || account == null
                || !received.first()
                || !UNREADABLE.contains(account.namespace())
                || !LINKING.contains(received.answer().outcome())) {
            return;
        }
        entityManager
                .createNativeQuery("update identity set display_name = ?1 where active_key = ?2")
                .setParameter(1, name)
                .setParameter(2, account.activeKey())
                .executeUpdate();
    }
}

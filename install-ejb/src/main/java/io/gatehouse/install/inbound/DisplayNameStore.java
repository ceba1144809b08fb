package io.gatehouse.install.inbound;

import io.gatehouse.contract.chat.ChatOutcome;
import io.gatehouse.contract.platform.Namespace;
import io.gatehouse.contract.platform.PlatformAccount;
import io.gatehouse.install.chat.SenderResolver;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the owner of a linked account is called, where its id tells people nothing. The message that linked the account says it,
 * and no later one: whoever could say another name could make a chat look like somebody else's.
 */
@Dependent
public class DisplayNameStore {

    private static final Set<Namespace> HIDDEN = EnumSet.of(Namespace.WA_BSUID, Namespace.WA_PARENT_BSUID);
    private static final Set<ChatOutcome> LINKING = EnumSet.of(ChatOutcome.INSTALLED, ChatOutcome.LINKED);

    private final EntityManager entityManager;

    @Inject
    public DisplayNameStore(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    /** Keeps the name if that message linked the account and the account shows none of its own. */
    void keep(SenderResolver.Received received, @Nullable String name) {
        PlatformAccount account = received.account();
        if (name == null
                || account == null
                || !received.first()
                || !HIDDEN.contains(account.namespace())
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

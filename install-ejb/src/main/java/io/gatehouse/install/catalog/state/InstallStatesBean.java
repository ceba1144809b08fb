package io.gatehouse.install.catalog.state;

import io.gatehouse.contract.account.UserId;
import io.gatehouse.contract.install.InstallState;
import io.gatehouse.contract.install.InstallStates;
import io.gatehouse.kernel.transaction.RetriedTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.UUID;

/** Reads the install state of one user. */
@ApplicationScoped
@RetriedTransaction
public class InstallStatesBean implements InstallStates {

    private StateReader reader;

    /** For the container. */
    @SuppressWarnings("NullAway.Init")
    public InstallStatesBean() {}

    @Inject
    public InstallStatesBean(StateReader reader) {
        this.reader = reader;
    }

    @Override
    public InstallState of(UserId user, UUID templateAgentId) {
        StateKey key = new StateKey(user.value(), templateAgentId);
        return reader.read(Set.of(key)).getOrDefault(key, InstallState.NOTHING);
    }
}

package io.gatehouse.install.state;

import io.gatehouse.contract.account.UserId;
import io.gatehouse.contract.install.InstallState;
import io.gatehouse.contract.install.InstallStates;
import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.UUID;

/** Reads where one user stands. */
@Stateless
@Local(InstallStates.class)
@TransactionAttribute(TransactionAttributeType.REQUIRED)
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

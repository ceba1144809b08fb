package io.gatehouse.install.connection;

import io.gatehouse.contract.admin.Administrator;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Whose rows an administrator reaches, as the database has it now. */
@Dependent
public class AdministeredOrganizations {

    private final ConnectionStore connections;

    @Inject
    public AdministeredOrganizations(ConnectionStore connections) {
        this.connections = connections;
    }

    /** Null for all of them. */
    public @Nullable List<UUID> of(Administrator administrator) {
        return administrator.ofDeployment() ? null : connections.administeredBy(administrator.user());
    }
}

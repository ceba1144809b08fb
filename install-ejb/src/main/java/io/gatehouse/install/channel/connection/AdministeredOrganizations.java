package io.gatehouse.install.channel.connection;

import io.gatehouse.contract.admin.Administrator;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Determines the organizations that an administrator may access, read from the database at each call. */
@Dependent
public class AdministeredOrganizations {

    private final ConnectionStore connections;

    @Inject
    public AdministeredOrganizations(ConnectionStore connections) {
        this.connections = connections;
    }

    /** Returns the ids of the organizations; null for all organizations. */
    public @Nullable List<UUID> of(Administrator administrator) {
        return administrator.ofDeployment() ? null : connections.administeredBy(administrator.user());
    }
}

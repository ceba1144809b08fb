package io.gatehouse.contract.admin;

import io.gatehouse.contract.page.Page;
import io.gatehouse.contract.page.PageRequest;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Administration of an organization's hosts. */
public interface HostAdministration {

    /**
     * Lists hosts, newest first.
     *
     * @param organization id or slug; null for all that the administrator reaches
     * @param name null for any
     * @return empty if the organization does not exist
     */
    Optional<Page<HostView>> list(
            Administrator administrator, @Nullable String organization, @Nullable String name, PageRequest page);

    Optional<HostView> find(Administrator administrator, UUID hostId);

    /**
     * Creates a host. Its name is unique in the deployment: of two concurrent calls with the same name, one succeeds.
     *
     * @param name must satisfy {@link io.gatehouse.contract.registry.AgentName#isPart}
     * @param organization id or slug; null for the operator's, which only the deployment's administrators may use
     */
    HostCreation create(Administrator administrator, String name, @Nullable String organization);
}

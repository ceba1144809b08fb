package io.gatehouse.contract.admin;

import io.gatehouse.contract.page.Page;
import io.gatehouse.contract.page.PageRequest;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The hosts of organizations. */
public interface HostAdministration {

    /**
     * The newest first.
     *
     * @param organization id or slug; null for all that the administrator reaches
     * @param name null for any
     * @return empty where there is no such organization
     */
    Optional<Page<HostView>> list(
            Administrator administrator, @Nullable String organization, @Nullable String name, PageRequest page);

    Optional<HostView> find(Administrator administrator, UUID hostId);

    /**
     * Makes a host. The name is unique in the deployment: of two that are made at once, one has it.
     *
     * @param name of the form that {@link io.gatehouse.contract.registry.AgentName#isPart} tells
     * @param organization id or slug; null for the operator's, which only the deployment's administrators may leave out
     */
    HostCreation create(Administrator administrator, String name, @Nullable String organization);
}

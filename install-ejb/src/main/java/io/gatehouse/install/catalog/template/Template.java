package io.gatehouse.install.catalog.template;

import io.gatehouse.domain.agent.Agent;
import io.gatehouse.domain.organization.Organization;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A template that can be installed.
 *
 * @param publisherId the organization whose blueprint items it mirrors
 * @param slug of the publisher
 */
public record Template(
        UUID agentId,
        UUID publisherId,
        String slug,
        String name,
        @Nullable String description,
        String publisher) {

    static Template of(Agent agent, Organization publisher) {
        String name = agent.name();
        return new Template(
                agent.id(),
                publisher.id(),
                publisher.slug(),
                name == null ? publisher.name() : name,
                agent.description(),
                publisher.name());
    }
}

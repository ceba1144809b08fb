package io.gatehouse.web.api.me;

import io.gatehouse.contract.install.InstalledAgentView;
import io.gatehouse.contract.page.Page;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An agent that the user installed. */
record AgentAnswer(
        UUID id, String name, UUID organizationId, UUID templateAgentId, String templateSlug, Instant installedAt) {

    static AgentAnswer from(InstalledAgentView view) {
        return new AgentAnswer(
                view.id(),
                view.name(),
                view.organizationId(),
                view.templateAgentId(),
                view.templateSlug(),
                view.installedAt());
    }

    record Listing(List<AgentAnswer> agents, @Nullable String nextCursor) {

        static Listing from(Page<InstalledAgentView> page) {
            return new Listing(page.items().stream().map(AgentAnswer::from).toList(), page.nextCursor());
        }
    }
}

package io.gatehouse.web.api.admin;

import io.gatehouse.contract.admin.AgentView;
import io.gatehouse.contract.page.Page;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of agents. */
record AdminAgentsAnswer(
        List<AdminAgentAnswer> agents, @Nullable String nextCursor) {

    static AdminAgentsAnswer from(Page<AgentView> page) {
        return new AdminAgentsAnswer(
                page.items().stream().map(AdminAgentAnswer::from).toList(), page.nextCursor());
    }
}

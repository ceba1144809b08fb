package io.gatehouse.web.api.admin;

import io.gatehouse.contract.admin.HostView;
import io.gatehouse.contract.page.Page;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of hosts. */
record HostsAnswer(List<HostAnswer> hosts, @Nullable String nextCursor) {

    static HostsAnswer from(Page<HostView> page) {
        return new HostsAnswer(page.items().stream().map(HostAnswer::from).toList(), page.nextCursor());
    }
}

package io.gatehouse.web.api.admin;

import io.gatehouse.contract.admin.AuditEventView;
import io.gatehouse.contract.page.Page;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of events. */
record AuditEventsAnswer(
        List<AuditEventAnswer> events, @Nullable String nextCursor) {

    static AuditEventsAnswer from(Page<AuditEventView> page) {
        return new AuditEventsAnswer(
                page.items().stream().map(AuditEventAnswer::from).toList(), page.nextCursor());
    }
}

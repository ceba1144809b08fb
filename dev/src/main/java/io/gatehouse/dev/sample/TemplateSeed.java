package io.gatehouse.dev.sample;

import io.gatehouse.contract.audit.AuditEntry;
import io.gatehouse.contract.audit.AuditTrail;
import io.gatehouse.domain.agent.Agent;
import io.gatehouse.domain.agent.BlueprintItem;
import io.gatehouse.kernel.id.Ids;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;

/** Publishes a template once, inside the caller's transaction. What is there is left as it is. */
@Dependent
public class TemplateSeed {

    private final SeedStore store;
    private final AuditTrail audit;
    private final Ids ids;
    private final InstantSource clock;

    @Inject
    public TemplateSeed(SeedStore store, AuditTrail audit, Ids ids, InstantSource clock) {
        this.store = store;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    boolean publish(SeedDocument document) {
        Instant now = clock.instant();
        UUID publisher = ids.next();
        if (!store.addPublisher(publisher, document.slug(), document.publisher(), now)) {
            return false;
        }
        UUID agent = ids.next();
        store.add(Agent.template(agent, publisher, document.agent(), document.description(), document.settings(), now));
        for (SeedDocument.Item item : document.items()) {
            store.add(BlueprintItem.own(
                    ids.next(), publisher, item.kind(), item.slug(), item.name(), item.definition(), now));
        }
        audit.append(new AuditEntry(
                publisher,
                "system:development-data",
                "agent.published",
                "agent:" + agent,
                Map.of("items", String.valueOf(document.items().size()))));
        return true;
    }
}

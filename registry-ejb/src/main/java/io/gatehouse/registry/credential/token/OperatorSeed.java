package io.gatehouse.registry.credential.token;

import io.gatehouse.contract.audit.AuditEntry;
import io.gatehouse.contract.audit.AuditTrail;
import io.gatehouse.domain.host.Host;
import io.gatehouse.domain.organization.Organization;
import io.gatehouse.domain.organization.Visibility;
import io.gatehouse.domain.token.HostToken;
import io.gatehouse.domain.token.TokenHash;
import io.gatehouse.kernel.id.Ids;
import io.gatehouse.registry.tenant.organization.OrganizationStore;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The operator's organization and its host {@code *}, which stands for every host. Each is created once. */
@Dependent
class OperatorSeed {

    static final String ORGANIZATION = "operator";
    static final String EVERY_HOST = "*";
    static final Set<String> SCOPES = Set.of("bridge", "chat:claim");
    private static final String ACTOR = "system";

    private final OrganizationStore organizations;
    private final TokenStore tokens;
    private final AuditTrail audit;
    private final Ids ids;
    private final InstantSource clock;

    @Inject
    OperatorSeed(OrganizationStore organizations, TokenStore tokens, AuditTrail audit, Ids ids, InstantSource clock) {
        this.organizations = organizations;
        this.tokens = tokens;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Returns the host for every host, locked, so that nodes that start at once check for its first token one after the
     * other.
     */
    Host everyHost() {
        return tokens.findHost(EVERY_HOST)
                .or(this::createHost)
                .map(tokens::lock)
                .orElseThrow();
    }

    /** Returns the token's id. */
    UUID addToken(Host host, TokenHash hash, String lastFour) {
        HostToken token = new HostToken(ids.next(), host.id(), hash, lastFour, SCOPES, clock.instant(), null);
        tokens.add(token);
        audit.append(new AuditEntry(
                host.organizationId(),
                ACTOR,
                "host-token.created",
                "host-token:" + token.id(),
                Map.of("host", host.name(), "lastFour", lastFour, "scopes", String.join(" ", token.scopes()))));
        return token.id();
    }

    private Optional<Host> createHost() {
        UUID organization = organization();
        UUID id = ids.next();
        if (tokens.insertHost(id, organization, EVERY_HOST, clock.instant())) {
            audit.append(new AuditEntry(organization, ACTOR, "host.created", "host:" + id, Map.of("host", EVERY_HOST)));
        }
        return tokens.findHost(EVERY_HOST);
    }

    private UUID organization() {
        UUID id = ids.next();
        if (organizations.insert(id, ORGANIZATION, "Operator", Visibility.PRIVATE, null, clock.instant())) {
            audit.append(new AuditEntry(
                    id, ACTOR, "organization.created", "organization:" + id, Map.of("slug", ORGANIZATION)));
        }
        return organizations.findBySlug(ORGANIZATION).map(Organization::id).orElseThrow();
    }
}

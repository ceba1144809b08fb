package io.gatehouse.registry.tenant.signin;

import io.gatehouse.contract.account.SignedInUser;
import io.gatehouse.contract.audit.AuditEntry;
import io.gatehouse.contract.audit.AuditTrail;
import io.gatehouse.contract.identity.LinkProof;
import io.gatehouse.contract.identity.LinkSource;
import io.gatehouse.contract.platform.Namespace;
import io.gatehouse.contract.platform.PlatformAccount;
import io.gatehouse.domain.organization.Member;
import io.gatehouse.domain.organization.Role;
import io.gatehouse.domain.organization.Visibility;
import io.gatehouse.kernel.id.Ids;
import io.gatehouse.kernel.text.StorableText;
import io.gatehouse.registry.tenant.identity.Linking;
import io.gatehouse.registry.tenant.organization.OrganizationStore;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Creates what a user needs: a personal organization with its only member, and the identities of the sign-in. */
@Dependent
class FirstSignIn {

    private static final int MAX_NAME_LENGTH = 200;
    private static final int MAX_EMAIL_LENGTH = 320;
    private static final int ATTEMPTS = 10;

    private final OrganizationStore organizations;
    private final Linking linking;
    private final AuditTrail audit;
    private final Ids ids;
    private final InstantSource clock;

    @Inject
    FirstSignIn(OrganizationStore organizations, Linking linking, AuditTrail audit, Ids ids, InstantSource clock) {
        this.organizations = organizations;
        this.linking = linking;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Of concurrent calls for one user, the one that inserts the organization creates everything; the others return.
     */
    void create(SignedInUser stated) {
        SignedInUser user = storable(stated);
        Instant now = clock.instant();
        UUID organizationId = ids.next();
        String slug = PersonalSlug.of(user);
        String name = Objects.requireNonNullElse(
                PersonalSlug.firstOf(user.name(), PersonalSlug.localPart(user.email())), "Personal");
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            if (organizations.insert(organizationId, slug, name, Visibility.PRIVATE, user.id(), now)) {
                addMember(organizationId, slug, user, now);
                return;
            }
            if (organizations.findPersonal(user.id()).isPresent()) {
                return;
            }
            slug = PersonalSlug.withSuffix(user, ids.next());
        }
        throw new IllegalStateException("no free slug after " + ATTEMPTS + " attempts, the last being " + slug);
    }

    private void addMember(UUID organizationId, String slug, SignedInUser user, Instant now) {
        Member member = new Member(ids.next(), organizationId, user, Role.OWNER, now);
        organizations.add(member);
        String actor = "user:" + user.id();
        audit.append(new AuditEntry(
                organizationId, actor, "organization.created", "organization:" + organizationId, Map.of("slug", slug)));
        audit.append(new AuditEntry(
                organizationId, actor, "member.added", "member:" + member.id(), Map.of("role", Role.OWNER.name())));
        linking.link(
                member, account(Namespace.AUTH_USER_ID, user.id().toString()), LinkProof.of(LinkSource.SIGN_IN), true);
        linkEmail(member, user);
    }

    /** An unverified address is linked as pending, whoever else has it. */
    private void linkEmail(Member member, SignedInUser user) {
        if (user.email() != null) {
            PlatformAccount email = account(Namespace.EMAIL, user.email().toLowerCase(Locale.ROOT));
            linking.link(member, email, LinkProof.of(LinkSource.SIGN_IN), user.emailVerified());
        }
    }

    /**
     * Updates the address and whether it is verified, as stated by a later token: an address that is no longer verified
     * is no longer shown. A token without an address changes nothing.
     */
    void refresh(SignedInUser stated) {
        SignedInUser user = storable(stated);
        if (stated.email() == null || !organizations.changeEmail(user.id(), user.email(), user.emailVerified())) {
            return;
        }
        organizations.findPersonalMember(user.id()).ifPresent(member -> {
            audit.append(new AuditEntry(
                    member.organizationId(),
                    "user:" + user.id(),
                    "member.email-changed",
                    "member:" + member.id(),
                    Map.of("verified", Boolean.toString(user.email() != null && user.emailVerified()))));
            linkEmail(member, user);
        });
    }

    private static PlatformAccount account(Namespace namespace, String identifier) {
        return new PlatformAccount(namespace, identifier, identifier);
    }

    /** Cuts or drops what the columns cannot store: values from an identity provider have no length limit. */
    private static SignedInUser storable(SignedInUser user) {
        String email = user.email();
        boolean usable =
                email != null && !email.isBlank() && email.length() <= MAX_EMAIL_LENGTH && StorableText.is(email);
        return new SignedInUser(
                user.issuer(), user.subject(), usable ? email : null, user.emailVerified(), cut(user.name()));
    }

    private static @Nullable String cut(@Nullable String name) {
        return name == null ? null : StorableText.of(name.substring(0, Math.min(name.length(), MAX_NAME_LENGTH)));
    }
}

package io.gatehouse.install.catalog.template;

import io.gatehouse.install.catalog.template.TemplateLookup.Found;
import io.gatehouse.kernel.id.Uuids;
import io.gatehouse.kernel.transaction.NewTransaction;
import io.gatehouse.kernel.transaction.ReadThroughCache;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Templates by id or slug, cached for one second: minting and routing read the same few templates at every call. Misses
 * are not cached. A claim must not use this cache: what it reads must still hold when it commits.
 */
@ApplicationScoped
public class Templates {

    private static final int MAX_ENTRIES = 10_000;

    private TemplateStore store;
    private ReadThroughCache<String, TemplateLookup> templates;
    private ReadThroughCache<UUID, TemplateLookup> served;
    private ReadThroughCache<UUID, List<Channel>> channels;

    /** For the container's proxy. */
    @SuppressWarnings("NullAway.Init")
    protected Templates() {}

    @Inject
    public Templates(TemplateStore store, NewTransaction transaction) {
        this.store = store;
        this.templates = new ReadThroughCache<>(transaction, this::read, Found.class::isInstance, MAX_ENTRIES);
        this.served = new ReadThroughCache<>(transaction, id -> store.find(id), Found.class::isInstance, MAX_ENTRIES);
        this.channels = new ReadThroughCache<>(transaction, store::channels, any -> true, MAX_ENTRIES);
    }

    /** Finds a template. Must be called outside of transactions. */
    public TemplateLookup find(String idOrSlug) {
        return templates.get(idOrSlug);
    }

    /**
     * Returns the connections by which people reach a template, oldest first. Must be called outside of transactions.
     */
    List<Channel> channels(UUID templateAgentId) {
        return channels.get(templateAgentId);
    }

    /**
     * Returns the template that a chat channel serves, named by its id or slug, or by the connection. Runs in the
     * caller's transaction.
     */
    public Optional<Template> serving(@Nullable String idOrSlug, @Nullable UUID connectionId) {
        Optional<String> name = idOrSlug != null
                ? Optional.of(idOrSlug)
                : Optional.ofNullable(connectionId).flatMap(store::servedBy).map(UUID::toString);
        return name.map(templates::getInside).flatMap(Templates::found);
    }

    /** Returns the template that a connection serves. Runs in the caller's transaction. */
    public Optional<Template> serving(UUID templateAgentId) {
        return found(served.getInside(templateAgentId));
    }

    private static Optional<Template> found(TemplateLookup lookup) {
        return lookup instanceof Found found ? Optional.of(found.template()) : Optional.empty();
    }

    private TemplateLookup read(String idOrSlug) {
        if (idOrSlug.chars().anyMatch(Character::isISOControl)) {
            return new TemplateLookup.Unknown(); // PostgreSQL rejects NUL, even in a query parameter
        }
        // A slug never has the shape of an id.
        return Uuids.parse(idOrSlug).map(store::find).orElseGet(() -> store.find(idOrSlug.toLowerCase(Locale.ROOT)));
    }
}

package io.gatehouse.install.template;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import io.gatehouse.install.template.TemplateLookup.Found;
import io.gatehouse.install.transaction.NewTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Templates by id or slug, remembered for a second: minting and routing ask for the same few at every call. What was
 * not found is not remembered. Read in a transaction of its own, so that what is remembered was committed. A claim does
 * not ask here: what it finds must hold when it commits.
 */
@ApplicationScoped
public class Templates {

    private static final Duration REMEMBERED = Duration.ofSeconds(1);
    private static final int MOST = 10_000;

    private final Cache<String, TemplateLookup> templates = remembering(Found.class::isInstance);
    private final Cache<UUID, List<Channel>> channels = remembering(any -> true);
    private TemplateStore store;
    private NewTransaction transaction;

    /** For the container's proxy. */
    @SuppressWarnings("NullAway.Init")
    protected Templates() {}

    @Inject
    public Templates(TemplateStore store, NewTransaction transaction) {
        this.store = store;
        this.transaction = transaction;
    }

    public TemplateLookup find(String idOrSlug) {
        return templates.get(idOrSlug, this::read);
    }

    /** The ways to a template, oldest first. */
    List<Channel> channels(UUID templateAgentId) {
        return channels.get(templateAgentId, id -> transaction.call(() -> store.channels(id)));
    }

    /** The template that a chat channel serves: named by its id or slug, or by the connection. In the caller's transaction. */
    public Optional<Template> serving(@Nullable String idOrSlug, @Nullable UUID connectionId) {
        Optional<String> name = idOrSlug != null
                ? Optional.of(idOrSlug)
                : Optional.ofNullable(connectionId).flatMap(store::servedBy).map(UUID::toString);
        return name.map(this::find).filter(Found.class::isInstance).map(lookup -> ((Found) lookup).template());
    }

    /** One caller reads what is forgotten; the others wait for that rather than read it too. */
    private static <K, V> Cache<K, V> remembering(Predicate<V> worthIt) {
        return Caffeine.newBuilder()
                .expireAfter(Expiry.<K, V>writing((key, value) -> worthIt.test(value) ? REMEMBERED : Duration.ZERO))
                .maximumSize(MOST)
                .build();
    }

    private TemplateLookup read(String idOrSlug) {
        if (idOrSlug.chars().anyMatch(Character::isISOControl)) {
            return new TemplateLookup.Unknown(); // PostgreSQL takes no NUL, not even to look for it
        }
        return transaction.call(() ->
                isId(idOrSlug) ? store.find(UUID.fromString(idOrSlug)) : store.find(idOrSlug.toLowerCase(Locale.ROOT)));
    }

    /** A slug never has the shape of an id: 36 characters, with dashes where a UUID has them. */
    private static boolean isId(String text) {
        if (text.length() != 36) {
            return false;
        }
        for (int i = 0; i < 36; i++) {
            boolean dash = i == 8 || i == 13 || i == 18 || i == 23;
            if (dash ? text.charAt(i) != '-' : Character.digit(text.charAt(i), 16) < 0) {
                return false;
            }
        }
        return true;
    }
}

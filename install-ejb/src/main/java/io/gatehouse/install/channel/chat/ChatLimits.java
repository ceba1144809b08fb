package io.gatehouse.install.channel.chat;

import io.gatehouse.kernel.config.RateLimits;
import io.gatehouse.kernel.config.Settings;
import io.gatehouse.kernel.rate.Buckets;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.InstantSource;

/** Limits per account and minute, on this node: messages, and tokens that were refused. */
@ApplicationScoped
public class ChatLimits {

    private Buckets messages;
    private Buckets failures;

    /** For the container's proxy. */
    @SuppressWarnings("NullAway.Init")
    protected ChatLimits() {}

    @Inject
    public ChatLimits(Settings settings, InstantSource clock) {
        RateLimits limits = settings.rates();
        this.messages = new Buckets(limits.chat(), clock);
        this.failures = new Buckets(limits.failedClaims(), clock);
    }

    /** Counts a message; false if it exceeds the limit. */
    boolean admit(String accountKey) {
        return messages.take(accountKey) == null;
    }

    /** Whether the account may try another token. Only tokens that {@link #failed fail} are counted. */
    boolean mayTryToken(String accountKey) {
        return !failures.isEmpty(accountKey);
    }

    void failed(String accountKey) {
        failures.take(accountKey);
    }
}

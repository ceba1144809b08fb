package io.gatehouse.registry.credential.access;

import io.gatehouse.contract.access.TokenCheck;
import io.gatehouse.domain.token.TokenHash;
import io.gatehouse.kernel.token.TokenPrefix;
import io.gatehouse.registry.credential.revocation.Revocations;
import io.gatehouse.registry.credential.revocation.TestRevocations;
import io.gatehouse.registry.credential.revocation.TokensRevoked;
import io.gatehouse.registry.credential.token.AgentTokens;
import io.gatehouse.registry.credential.token.HostTokens;
import io.gatehouse.registry.credential.token.TestTokens;
import io.gatehouse.testkit.TestDatabase;
import jakarta.ejb.EJBException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/** A node on a test's database: validates tokens, revokes them, and reads the revocations of other nodes on request. */
public final class TestNode {

    private final TestDatabase database;
    private final AtomicLong nanos = new AtomicLong();
    private final ThreadLocal<List<TokensRevoked>> events = ThreadLocal.withInitial(ArrayList::new);
    private final TokenCache cache = new TokenCache(nanos::get);
    private final LastUses uses;
    private final AgentTokens agents;
    private final HostTokens hosts;
    private final LookUp lookUp;
    final RevocationTail tail;
    final TokenValidatorBean validator;

    public TestNode(TestDatabase database, InstantSource clock) {
        this(database, clock, Map.of());
    }

    /** Creates a node that has read all revocations so far. */
    public TestNode(TestDatabase database, InstantSource clock, Map<String, String> settings) {
        this.database = database;
        lookUp = new LookUp(database);
        Revocations revocations =
                TestRevocations.over(database, clock, revoked -> events.get().add(revoked));
        agents = TestTokens.ofAgents(database, clock, revocations);
        hosts = TestTokens.ofHosts(database, clock, revocations);
        tail = new RevocationTail(TestRevocations.log(database), cache);
        uses = new LastUses(new Writer(database));
        validator = new TokenValidatorBean(cache, lookUp, TestTokens.bootstrap(settings), uses, clock);
        readRevocations();
    }

    public AgentTokens agents() {
        return agents;
    }

    public HostTokens hosts() {
        return hosts;
    }

    public TokenCheck check(String token) {
        return validator.check(token);
    }

    public TokenCheck check(UUID tokenId) {
        return validator.check(tokenId);
    }

    /** Runs a transaction of this node. When the call returns, it is complete and its events have been delivered. */
    public <T> T tx(Supplier<T> work) {
        events.get().clear();
        try {
            return database.tx(work);
        } finally {
            events.get().forEach(cache::revoked);
        }
    }

    /** Reads what other nodes revoked. */
    public void readRevocations() {
        tail.read();
    }

    /** Advances this node's ticker; wall clocks stand still. */
    void advanceTicker(Duration duration) {
        nanos.addAndGet(duration.toNanos());
    }

    void writeLastUses() {
        uses.write();
    }

    /** Returns the token as stored in the database. */
    KnownToken read(UUID tokenId) {
        return lookUp.find(tokenId).orElseThrow();
    }

    /** The number of token lookups in the database. */
    int lookUps() {
        return lookUp.count;
    }

    /** Runs an action once, after the next lookup has read the database and before it returns. */
    void afterNextRead(Runnable event) {
        lookUp.afterRead = event;
    }

    /** Makes all further lookups fail. */
    void disconnect() {
        lookUp.disconnect = true;
    }

    private static final class LookUp extends KnownTokenStore {

        private final TestDatabase database;
        private int count;
        private boolean disconnect;
        private Runnable afterRead = () -> {};

        private LookUp(TestDatabase database) {
            super(database.entityManager());
            this.database = database;
        }

        @Override
        public Optional<KnownToken> find(TokenPrefix kind, TokenHash hash) {
            return read(() -> super.find(kind, hash));
        }

        @Override
        public Optional<KnownToken> find(UUID tokenId) {
            return read(() -> super.find(tokenId));
        }

        private Optional<KnownToken> read(Supplier<Optional<KnownToken>> query) {
            if (disconnect) {
                throw new EJBException("the database does not answer");
            }
            count++;
            Optional<KnownToken> read = database.tx(query);
            Runnable event = afterRead;
            afterRead = () -> {};
            event.run();
            return read;
        }
    }

    private static final class Writer extends LastUseStore {

        private final TestDatabase database;

        private Writer(TestDatabase database) {
            super(database.entityManager());
            this.database = database;
        }

        @Override
        public void write(TokenPrefix kind, Instant at, Collection<UUID> tokenIds) {
            database.run(() -> super.write(kind, at, tokenIds));
        }
    }
}

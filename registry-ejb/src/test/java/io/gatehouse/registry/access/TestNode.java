package io.gatehouse.registry.access;

import io.gatehouse.contract.access.TokenCheck;
import io.gatehouse.domain.token.TokenHash;
import io.gatehouse.domain.token.TokenPrefix;
import io.gatehouse.registry.revocation.Revocations;
import io.gatehouse.registry.revocation.Revoked;
import io.gatehouse.registry.revocation.TestRevocations;
import io.gatehouse.registry.token.AgentTokens;
import io.gatehouse.registry.token.HostTokens;
import io.gatehouse.registry.token.TestTokens;
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

/** One of the nodes on a test's database: it judges tokens, ends them, and reads of those that others end when told to. */
public final class TestNode {

    private final TestDatabase database;
    private final AtomicLong nanos = new AtomicLong();
    private final ThreadLocal<List<Revoked>> told = ThreadLocal.withInitial(ArrayList::new);
    private final TokenCache memory = new TokenCache(nanos::get);
    private final LastUses uses;
    private final AgentTokens agents;
    private final HostTokens hosts;
    private final LookUp lookUp;
    final RevocationTail tail;
    final TokenValidatorBean judge;

    public TestNode(TestDatabase database, InstantSource clock) {
        this(database, clock, Map.of());
    }

    /** It has read of all revocations so far. */
    public TestNode(TestDatabase database, InstantSource clock, Map<String, String> settings) {
        this.database = database;
        lookUp = new LookUp(database);
        Revocations revocations =
                TestRevocations.over(database, clock, revoked -> told.get().add(revoked));
        agents = TestTokens.ofAgents(database, clock, revocations);
        hosts = TestTokens.ofHosts(database, clock, revocations);
        tail = new RevocationTail(TestRevocations.log(database, clock), memory, nanos::get);
        uses = new LastUses(new Writer(database));
        judge = new TokenValidatorBean(
                new CachedTokens(memory, tail, lookUp), TestTokens.bootstrap(settings), uses, clock);
        readOn();
    }

    public AgentTokens agents() {
        return agents;
    }

    public HostTokens hosts() {
        return hosts;
    }

    public TokenCheck check(String token) {
        return judge.check(token);
    }

    public TokenCheck check(UUID tokenId) {
        return judge.check(tokenId);
    }

    /** A transaction of this node, which is over, and told of, when the call returns. */
    public <T> T tx(Supplier<T> work) {
        told.get().clear();
        try {
            return database.tx(work);
        } finally {
            told.get().forEach(memory::revoked);
        }
    }

    /** Learns what other nodes ended. */
    public void readOn() {
        tail.read();
    }

    /** Time on the node's own ticker; wall clocks stand. */
    void passes(Duration duration) {
        nanos.addAndGet(duration.toNanos());
    }

    void writeLastUses() {
        uses.write();
    }

    /** As the database has it. */
    KnownToken read(UUID tokenId) {
        return lookUp.byId(tokenId).orElseThrow();
    }

    /** How often the database was asked for a token. */
    int lookUps() {
        return lookUp.count;
    }

    /** What happens once between the next look-up's reading of the database and its return. */
    void afterNextReading(Runnable event) {
        lookUp.afterReading = event;
    }

    /** The database answers no more look-ups. */
    void cutOff() {
        lookUp.cutOff = true;
    }

    private static final class LookUp extends TokenLookUp {

        private final TestDatabase database;
        private int count;
        private boolean cutOff;
        private Runnable afterReading = () -> {};

        private LookUp(TestDatabase database) {
            super(new KnownTokenStore(database.entityManager()));
            this.database = database;
        }

        @Override
        public Optional<KnownToken> byHash(TokenPrefix kind, TokenHash hash) {
            return reading(() -> super.byHash(kind, hash));
        }

        @Override
        public Optional<KnownToken> byId(UUID tokenId) {
            return reading(() -> super.byId(tokenId));
        }

        private Optional<KnownToken> reading(Supplier<Optional<KnownToken>> query) {
            if (cutOff) {
                throw new EJBException("the database does not answer");
            }
            count++;
            Optional<KnownToken> read = database.tx(query);
            Runnable event = afterReading;
            afterReading = () -> {};
            event.run();
            return read;
        }
    }

    private static final class Writer extends LastUseWriter {

        private final TestDatabase database;

        private Writer(TestDatabase database) {
            super(new LastUseStore(database.entityManager()));
            this.database = database;
        }

        @Override
        public void write(TokenPrefix kind, Instant at, Collection<UUID> tokenIds) {
            database.run(() -> super.write(kind, at, tokenIds));
        }
    }
}

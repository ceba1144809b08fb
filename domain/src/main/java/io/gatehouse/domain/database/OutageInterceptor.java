package io.gatehouse.domain.database;

import io.gatehouse.contract.health.DatabaseAwayException;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.InvocationContext;

/**
 * Stands before every enterprise bean: while the database is away no call goes in, and a call that meets the outage ends
 * with {@link DatabaseAwayException}, which no container logs. The modules' {@code ejb-jar.xml} name it as their default
 * interceptor, so that no bean can be left out; annotations have no such thing.
 */
public class OutageInterceptor {

    private final DatabaseAvailability database;

    public OutageInterceptor() {
        this(DatabaseAvailability.current());
    }

    OutageInterceptor(DatabaseAvailability database) {
        this.database = database;
    }

    @AroundInvoke
    public Object guard(InvocationContext call) throws Exception {
        database.require();
        try {
            return call.proceed();
        } catch (DatabaseAwayException e) {
            throw e;
        } catch (RuntimeException e) {
            if (!Outages.isBehind(e)) {
                throw e;
            }
            database.doubt();
            throw new DatabaseAwayException(Outages.reason(e), e);
        }
    }
}

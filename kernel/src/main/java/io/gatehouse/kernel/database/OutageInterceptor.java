package io.gatehouse.kernel.database;

import io.gatehouse.kernel.fault.DatabaseAwayException;
import io.gatehouse.kernel.transaction.LostRaceException;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.InvocationContext;

/**
 * Stands before every enterprise bean: while the database is away no call goes in, and a call that meets the outage ends
 * with {@link DatabaseAwayException}, which no container logs; so does a lost race with {@link LostRaceException}. The
 * modules' {@code ejb-jar.xml} name it as their default interceptor, so that no bean can be left out; annotations have no
 * such thing.
 */
public class OutageInterceptor {

    @AroundInvoke
    public Object guard(InvocationContext call) throws Exception {
        DatabaseAvailability.current().require();
        try {
            return call.proceed();
        } catch (RuntimeException e) {
            throw DatabaseFaults.named(e);
        }
    }
}

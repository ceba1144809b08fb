package io.gatehouse.kernel.database;

import io.gatehouse.kernel.fault.DatabaseAwayException;
import io.gatehouse.kernel.transaction.LostRaceException;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.InvocationContext;

/**
 * Default interceptor of every enterprise bean. While the database is unavailable it refuses calls. It translates an
 * outage to {@link DatabaseAwayException} and a lost race to {@link LostRaceException}, which containers do not log.
 * Declared in each module's {@code ejb-jar.xml}, so that no bean can be left out; annotations cannot declare default
 * interceptors.
 */
public class OutageInterceptor {

    @AroundInvoke
    public Object guard(InvocationContext call) throws Exception {
        DatabaseAvailability.current().require();
        try {
            return call.proceed();
        } catch (RuntimeException e) {
            throw DatabaseFaults.translated(e);
        }
    }
}

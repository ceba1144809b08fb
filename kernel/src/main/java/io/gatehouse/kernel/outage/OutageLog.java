package io.gatehouse.kernel.outage;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Logs one line when a dependency becomes unavailable and one when it is back, however many callers notice it. */
public final class OutageLog {

    private final Logger log;
    private final String what;
    private final AtomicBoolean away = new AtomicBoolean();

    /** @param what the subject of the lines, such as "The OpenID provider" */
    public OutageLog(Logger log, String what) {
        this.log = log;
        this.what = what;
    }

    /** Records that it did not answer, or not correctly. */
    public void failed(String why) {
        boolean isNews = !away.getAndSet(true);
        log.log(isNews ? Level.WARNING : Level.FINE, "{0} is away: {1}", new Object[] {what, why});
    }

    /** Records that it answered. */
    public void answered() {
        if (away.get() && away.getAndSet(false)) {
            log.log(Level.INFO, "{0} is back", what);
        }
    }
}

package io.gatehouse.kernel.outage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.Test;

class OutageLogTest {

    private final List<String> lines = new ArrayList<>();
    private final Logger log = Logger.getAnonymousLogger();
    private final OutageLog outages = new OutageLog(log, "The provider");

    OutageLogTest() {
        log.setUseParentHandlers(false);
        log.addHandler(new Handler() {
            @Override
            public void publish(LogRecord message) {
                lines.add(message.getLevel() + " " + new SimpleFormatter().formatMessage(message));
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        });
    }

    @Test
    void eachOutageLogsTwoLines() {
        for (int outage = 0; outage < 2; outage++) {
            outages.failed("refused");
            outages.failed("timed out");
            outages.failed("refused");
            outages.answered();
            outages.answered();
        }

        assertThat(lines)
                .containsExactly(
                        "WARNING The provider is away: refused",
                        "INFO The provider is back",
                        "WARNING The provider is away: refused",
                        "INFO The provider is back");
    }

    @Test
    void nothingIsLoggedWithoutAnOutage() {
        outages.answered();

        assertThat(lines).isEmpty();
    }
}

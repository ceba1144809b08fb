package io.gatehouse.web.edge.payara;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What the server does with it is in the black-box tests. */
class UpgradeFiltersTest {

    @Test
    void onlyAGetStartsAWebSocket() {
        assertThat(UpgradeFilters.isWebSocket("GET", "WebSocket")).isTrue();
        assertThat(UpgradeFilters.isWebSocket("POST", "websocket")).isFalse();
        assertThat(UpgradeFilters.isWebSocket("GET", "websocket, h2c")).isFalse();
        assertThat(UpgradeFilters.isWebSocket("GET", null)).isFalse();
    }
}

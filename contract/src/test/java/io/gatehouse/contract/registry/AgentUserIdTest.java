package io.gatehouse.contract.registry;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AgentUserIdTest {

    @Test
    void theUserIdContainsAliasAndHost() {
        AgentUserId id =
                AgentUserId.of(new AgentName("echo", "web1"), "example.org").orElseThrow();

        assertThat(id.value()).isEqualTo("@agent-echo-web1:example.org");
        assertThat(id.localpart()).isEqualTo("agent-echo-web1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-a", ".a", "A", "a:b", "a@b", "a b", "a/b", "ä", "a\n", "*", "a\u0000"})
    void invalidNamesAreRefused(String part) {
        assertThat(AgentName.of(part, "web1")).isEmpty();
        assertThat(AgentName.of("echo", part)).isEmpty();
    }

    @Test
    void aUserIdHasAtMost255Bytes() {
        String alias = "a".repeat(200);
        int rest = 255 - ("@agent-" + alias + "-" + ":s").length();

        assertThat(AgentUserId.of(new AgentName(alias, "h".repeat(rest)), "s")).isPresent();
        assertThat(AgentUserId.of(new AgentName(alias, "h".repeat(rest + 1)), "s"))
                .isEmpty();
    }
}

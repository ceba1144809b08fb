package io.gatehouse.web.oauth.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClientCredentialsTest {

    private static String basic(String pair) {
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void idAndSecretAreFormDecoded() {
        assertThat(ClientCredentials.from(basic("web1:mhst_a"))).contains(new ClientCredentials("web1", "mhst_a"));
        assertThat(ClientCredentials.from(basic("%2A:a%3Ab+c"))).contains(new ClientCredentials("*", "a:b c"));
        assertThat(ClientCredentials.from(basic("*:a:b"))).contains(new ClientCredentials("*", "a:b"));
        assertThat(ClientCredentials.from(basic("w%C3%BC:"))).contains(new ClientCredentials("wü", ""));
        assertThat(new ClientCredentials("web1", "mhst_a").toString()).doesNotContain("mhst_a");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Basic ", "Basic !", "Basic YQ", "Basic eyV6ejp4", "basic JTp4", "Basic é"})
    void malformedCredentialsAreRefused(String header) {
        assertThat(ClientCredentials.from(header)).isEmpty();
    }

    @Test
    void tooLongHeadersAreRefused() {
        assertThat(ClientCredentials.from(basic("a:" + "b".repeat(10_000)))).isEmpty();
    }

    @Test
    void theSchemeIsRecognizedInAnyCase() {
        assertThat(ClientCredentials.areIn("basic YTpi")).isTrue();
        assertThat(ClientCredentials.areIn("Basically YTpi")).isFalse();
        assertThat(ClientCredentials.areIn("Bearer YTpi")).isFalse();
        assertThat(ClientCredentials.areIn(null)).isFalse();
    }
}

package io.gatehouse.install.channel.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.install.channel.http.ApiAddress.Reading.Accepted;
import io.gatehouse.install.channel.http.ApiAddress.Reading.Refused;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApiAddressTest {

    @ParameterizedTest
    @ValueSource(strings = {"https://graph.facebook.com/v23.0", "https://api.example:8443", "https://8.8.8.8/x"})
    void aPublicHttpsUrlIsAccepted(String url) {
        assertThat(ApiAddress.read(url, false)).isEqualTo(new Accepted(url));
        assertThat(ApiAddress.read(url + "//", false)).isEqualTo(new Accepted(url));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://graph.facebook.com",
                "ftp://graph.facebook.com",
                "file:///etc/passwd",
                "//graph.facebook.com",
                "graph.facebook.com",
                "https://",
                "https:///v1",
                "https://user:secret@example.com",
                "https://example.com?next=",
                "https://example.com#x",
                "https://127.0.0.1",
                "https://169.254.169.254/latest",
                "https://[::1]/",
                "https://[::ffff:10.0.0.1]/",
                "https://2130706433/",
                "https://0/",
                "https://127.1/",
                "https:// example.com",
                ""
            })
    void anythingElseIsRefused(String url) {
        assertThat(ApiAddress.read(url, false)).isInstanceOf(Refused.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.com:99999",
                "https://example.com:65536",
                "https://example.com:0",
                "https://example.com:2147483648",
                "https://example.com/../..",
                "https://example.com/..",
                "https://example.com/v1/../v2",
                "https://example.com/./v1",
                "https://example.com/.",
                "https://example.com/%2e%2e/v1",
                "https://example.com/a%00b",
                "https://example.com/a//b",
                "https://example.com//a",
                "https://example.com/ä",
                "https://exämple.com",
                "https://example.com\n",
                "https://example.com\\v1"
            })
    void aUrlThatCannotBeCalledOrIsAmbiguousIsRefused(String url) {
        assertThat(ApiAddress.read(url, false)).isInstanceOf(Refused.class);
        assertThat(ApiAddress.read(url, true)).isInstanceOf(Refused.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.com:65535/v23.0",
                "https://example.com:1",
                "https://example.com/bot-api/v1.2/~x/a..b/...",
            })
    void anUnusualButValidUrlIsAccepted(String url) {
        assertThat(ApiAddress.read(url, false)).isEqualTo(new Accepted(url));
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://127.0.0.1:8089", "https://[::1]:8443/api", "http://standin.internal"})
    void internalAddressesAreAcceptedIfAllowed(String url) {
        assertThat(ApiAddress.read(url, true)).isEqualTo(new Accepted(url));
    }
}

package io.gatehouse.web.page.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SameOriginTest {

    private final SameOrigin here = new SameOrigin("https://Gatehouse.example/");

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "same-origin, https://gatehouse.example, true",
                "same-origin, -, true",
                "same-origin, null, true",
                "-, https://gatehouse.example, true",
                "cross-site, https://gatehouse.example, false",
                "cross-site, -, false",
                "same-site, https://gatehouse.example, false",
                "none, https://gatehouse.example, false",
                "'', https://gatehouse.example, false",
                "Same-Origin, https://gatehouse.example, false",
                "-, -, false",
                "-, null, false",
                "-, https://evil.example, false",
                "-, http://gatehouse.example, false",
                "-, https://gatehouse.example:8443, false",
                "-, https://gatehouse.example.evil.example, false",
                "-, https://other.gatehouse.example, false",
                "-, https://gatehouse.example/, false",
            })
    void unsafeMethodsNeedProof(String site, String origin, boolean admitted) {
        for (String method : new String[] {"POST", "PUT", "PATCH", "DELETE", "post", "PROPFIND"}) {
            BrowserRequest request = BrowserRequest.of(method);
            if (site != null) {
                request.with("Sec-Fetch-Site", site);
            }
            if (origin != null) {
                request.with("Origin", origin);
            }
            assertThat(here.admits(request.servlet())).as(method).isEqualTo(admitted);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "HEAD", "OPTIONS"})
    void safeMethodsNeedNoProof(String method) {
        assertThat(here.admits(BrowserRequest.of(method)
                        .with("Sec-Fetch-Site", "cross-site")
                        .servlet()))
                .isTrue();
    }

    @Test
    void defaultPortsAreOmitted() {
        assertSame("https://gatehouse.example:443", "https://gatehouse.example");
        assertSame("http://gatehouse.example:80", "http://gatehouse.example");
        assertSame("http://gatehouse.example:443", "http://gatehouse.example:443");
        assertSame("http://127.0.0.1:8080", "http://127.0.0.1:8080");
        assertSame("http://[::1]:8080", "http://[::1]:8080");
    }

    private static void assertSame(String publicUrl, String origin) {
        assertThat(new SameOrigin(publicUrl)
                        .admits(BrowserRequest.of("POST").with("Origin", origin).servlet()))
                .as(publicUrl)
                .isTrue();
    }
}

package io.gatehouse.web.page.session;

import io.gatehouse.kernel.config.Settings;
import io.gatehouse.kernel.text.Base64Url;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/** A random text that identifies the browser that started a sign-in. All its tabs share it; it grants no access. */
@ApplicationScoped
class SignInCookie {

    private static final String NAME = "gatehouse-sign-in";
    private static final int BYTES = 32;
    private static final Pattern TEXT = Pattern.compile("[A-Za-z0-9_-]{43}");

    @Inject
    Settings settings;

    @Inject
    SecureRandom random;

    @SuppressWarnings("NullAway.Init")
    private Cookies cookies;

    @PostConstruct
    void prepare() {
        cookies = new Cookies(settings.publicUrl());
    }

    Optional<String> of(HttpServletRequest request) {
        return cookies.values(request, NAME).stream()
                .filter(text -> TEXT.matcher(text).matches())
                .findFirst();
    }

    String fresh() {
        return Base64Url.random(random, BYTES);
    }

    /** A {@code Set-Cookie} header value. */
    String setting(String text, Duration maxAge) {
        return cookies.set(NAME, text, maxAge);
    }
}

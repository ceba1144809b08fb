package io.gatehouse.web.session;

import io.gatehouse.contract.account.SignedInUser;
import io.gatehouse.kernel.config.Settings;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;

/** Carries sessions between browsers and requests. */
@ApplicationScoped
public class SessionCookie {

    private static final String NAME = "gatehouse-session";
    private static final String STREAM = "text/event-stream";

    @Inject
    Settings settings;

    @Inject
    BrowserSessions sessions;

    @SuppressWarnings("NullAway.Init")
    private Cookies cookies;

    @PostConstruct
    void prepare() {
        cookies = new Cookies(settings.publicUrl());
    }

    /** A good session, and the cookie that it came in. */
    public record Shown(BrowserSession session, String cookie) {

        @Override
        public String toString() {
            return "Shown[" + session.id() + "]";
        }
    }

    /** Empty if the request shows none that is good. */
    public Optional<Shown> shownBy(HttpServletRequest request) {
        for (String text : cookies.values(request, NAME)) {
            Optional<BrowserSession> session = sessions.open(text);
            if (session.isPresent()) {
                return Optional.of(new Shown(session.get(), text));
            }
        }
        return Optional.empty();
    }

    /**
     * Counts the call as one of the person's, on the answer; but not a stream, which browsers open by themselves: a page
     * that is merely left open keeps nobody signed in.
     */
    public void count(Shown shown, HttpServletRequest request, HttpServletResponse response) {
        if (!STREAM.equals(request.getHeader("Accept"))) {
            sessions.renewed(shown.session(), shown.cookie())
                    .ifPresent(renewed -> response.addHeader("Set-Cookie", setting(renewed)));
        }
    }

    /** A {@code Set-Cookie} header that starts a session. */
    String start(SignedInUser user, boolean administrator) {
        return setting(sessions.start(user, administrator));
    }

    /** Ends the session, here and in every copy of the cookie; gives the {@code Set-Cookie} header for the browser. */
    String end(BrowserSession session) {
        sessions.end(session);
        return clearing();
    }

    String clearing() {
        return cookies.clear(NAME);
    }

    private String setting(BrowserSession session) {
        return cookies.set(NAME, sessions.sealed(session), sessions.cookieAge(session));
    }
}

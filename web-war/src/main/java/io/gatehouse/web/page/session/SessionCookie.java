package io.gatehouse.web.page.session;

import io.gatehouse.contract.account.SignedInUser;
import io.gatehouse.kernel.config.Settings;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;

/** Reads and writes the session cookie. */
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

    /** A valid session and the cookie that carried it. */
    public record Presented(BrowserSession session, String cookie) {

        @Override
        public String toString() {
            return "Presented[" + session.id() + "]";
        }
    }

    /** Empty if the request has no valid session. */
    public Optional<Presented> presentedBy(HttpServletRequest request) {
        for (String text : cookies.values(request, NAME)) {
            Optional<BrowserSession> session = sessions.open(text);
            if (session.isPresent()) {
                return Optional.of(new Presented(session.get(), text));
            }
        }
        return Optional.empty();
    }

    /**
     * Counts the call as activity of the person and renews the cookie if due. Streams do not count: browsers reconnect
     * them by themselves, and a page left open must not keep anyone signed in.
     */
    public void count(Presented presented, HttpServletRequest request, HttpServletResponse response) {
        if (!STREAM.equals(request.getHeader("Accept"))) {
            sessions.renewed(presented.session(), presented.cookie())
                    .ifPresent(renewed -> response.addHeader("Set-Cookie", setting(renewed)));
        }
    }

    /** A {@code Set-Cookie} header value that starts a session. */
    String start(SignedInUser user, boolean administrator) {
        return setting(sessions.start(user, administrator));
    }

    /** Ends the session in every copy of the cookie; returns the {@code Set-Cookie} header value for this browser. */
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

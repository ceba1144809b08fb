package io.gatehouse.web.oauth.auth;

import io.gatehouse.kernel.config.Settings;
import io.gatehouse.web.edge.access.Caller;
import io.gatehouse.web.edge.access.Roles;
import io.gatehouse.web.page.session.BrowserSession;
import io.gatehouse.web.page.session.SameOrigin;
import io.gatehouse.web.page.session.SessionCookie;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.CallerPrincipal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.Set;

/** Authenticates callers by the cookie of a browser session. */
@ApplicationScoped
class SessionCallers {

    @Inject
    Settings settings;

    @Inject
    SessionCookie cookie;

    @SuppressWarnings("NullAway.Init")
    private SameOrigin sameOrigin;

    @PostConstruct
    void prepare() {
        sameOrigin = new SameOrigin(settings.publicUrl());
    }

    /**
     * Empty if the request has no valid session. Browsers send cookies by themselves, so a person who was signed out
     * continues as anonymous.
     */
    Optional<Verdict> verify(HttpServletRequest request, HttpServletResponse response) {
        return cookie.presentedBy(request).map(presented -> {
            if (!sameOrigin.admits(request)) {
                return new Verdict.CrossOrigin();
            }
            cookie.count(presented, request, response);
            presented.session().attachTo(request);
            return new Verdict.Admitted(caller(presented.session()));
        });
    }

    private static Caller caller(BrowserSession session) {
        return new Caller(
                "user:" + session.user().id(),
                new CallerPrincipal(session.user().subject()),
                session.administrator() ? Set.of(Roles.USER, Roles.ADMIN) : Set.of(Roles.USER),
                session.user(),
                null,
                null);
    }
}

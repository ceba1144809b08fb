package io.gatehouse.web.oauth.auth;

import io.gatehouse.web.edge.access.Caller;
import io.gatehouse.web.edge.access.Roles;
import io.gatehouse.web.edge.problem.MatrixPaths;
import io.gatehouse.web.edge.problem.ProblemType;
import io.gatehouse.web.edge.signature.SignedRequest;
import jakarta.annotation.security.DeclareRoles;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;

/**
 * Authenticates callers by bearer token (RFC 6750: JWTs and opaque tokens), by signature (RFC 9421), at two OAuth
 * endpoints also as a client (RFC 6749 section 2.3.1), and, without any of these, by browser session.
 *
 * <p>Bad tokens and signatures are refused everywhere, also where no credentials are needed. A request without
 * credentials continues as anonymous, and the resource's access rule decides. The homeserver's paths have their own
 * credential, which this mechanism ignores.
 */
@ApplicationScoped
@DeclareRoles({Roles.USER, Roles.ADMIN, Roles.GATEWAY, Roles.HOST, Roles.AGENT})
public class BearerMechanism implements HttpAuthenticationMechanism {

    private static final Verdict TWO_CREDENTIALS =
            new Verdict.Refused(ProblemType.INVALID_REQUEST, "There is a token and a signature");

    @Inject
    JwtCallers jwtCallers;

    @Inject
    OpaqueCallers opaqueCallers;

    @Inject
    SignedCallers signedCallers;

    @Inject
    SessionCallers sessionCallers;

    @Inject
    FailureLimit failures;

    @Override
    public AuthenticationStatus validateRequest(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        if (MatrixPaths.include(request.getRequestURI())) {
            return context.doNothing();
        }
        BearerHeader header = BearerHeader.of(request.getHeaders("Authorization"));
        if (header instanceof BearerHeader.Malformed malformed) {
            return refuse(request, response, ProblemType.INVALID_REQUEST, malformed.why());
        }
        Optional<Verdict> judged;
        try {
            judged = judge(header, request, response);
        } catch (RuntimeException fault) { // no exception mapper runs behind an authentication mechanism
            return Challenge.broken(request, response, fault);
        }
        return judged.isEmpty() ? context.doNothing() : answer(judged.get(), request, response, context);
    }

    private AuthenticationStatus answer(
            Verdict verdict, HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        if (verdict instanceof Verdict.Admitted admitted) {
            Caller caller = admitted.caller();
            caller.attachTo(request);
            return context.notifyContainerAboutLogin(caller.principal(), caller.roles());
        }
        if (verdict instanceof Verdict.Unavailable outage) {
            return Challenge.unavailable(request, response, outage.retryAfter());
        }
        if (verdict instanceof Verdict.CrossOrigin) {
            return Challenge.crossOrigin(request, response);
        }
        Verdict.Refused refused = (Verdict.Refused) verdict;
        return refuse(request, response, refused.type(), refused.why());
    }

    private AuthenticationStatus refuse(
            HttpServletRequest request, HttpServletResponse response, ProblemType type, String why) {
        Duration wait = failures.count(request.getRemoteAddr());
        return wait == null
                ? Challenge.refuse(request, response, type, why)
                : Challenge.slowDown(request, response, wait);
    }

    /** Empty if the request has no credentials. */
    private Optional<Verdict> judge(BearerHeader header, HttpServletRequest request, HttpServletResponse response) {
        boolean signed = SignedRequest.isSigned(request);
        if (header instanceof BearerHeader.Token token) {
            return Optional.of(signed ? TWO_CREDENTIALS : judge(token.value()));
        }
        Optional<Verdict> client = opaqueCallers.verifyClient(request);
        if (client.isPresent()) {
            return signed ? Optional.of(TWO_CREDENTIALS) : client;
        }
        return signed ? Optional.of(signedCallers.verify(request)) : sessionCallers.verify(request, response);
    }

    private Verdict judge(String token) {
        if (!BearerHeader.isTokenText(token)) {
            return new Verdict.Refused("The token is not a signed JWT");
        }
        if (OpaqueCallers.isOpaque(token)) {
            return opaqueCallers.verify(token);
        }
        TokenDigest digest = TokenDigest.of(token);
        Caller remembered = jwtCallers.cached(digest);
        return remembered == null ? jwtCallers.verify(token, digest) : new Verdict.Admitted(remembered);
    }
}

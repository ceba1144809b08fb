package io.gatehouse.web.oauth.auth;

import io.gatehouse.contract.access.RequestSignature;
import io.gatehouse.contract.access.RequestSignatures;
import io.gatehouse.contract.access.SignatureCheck;
import io.gatehouse.contract.access.SignatureCheck.Genuine;
import io.gatehouse.contract.access.SignatureCheck.Mismatch;
import io.gatehouse.contract.access.SignatureCheck.Replayed;
import io.gatehouse.contract.access.SignatureCheck.UnknownKey;
import io.gatehouse.kernel.config.Settings;
import io.gatehouse.web.edge.access.Caller;
import io.gatehouse.web.edge.access.Roles;
import io.gatehouse.web.edge.problem.ProblemType;
import io.gatehouse.web.edge.signature.InvalidSignatureException;
import io.gatehouse.web.edge.signature.SignedRequest;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.CallerPrincipal;
import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;

/** Authenticates hosts by signature. The body is checked where it is read, in {@link SignedBodyFilter}. */
@ApplicationScoped
class SignedCallers {

    @Inject
    RequestSignatures signatures;

    @Inject
    Settings settings;

    @Inject
    InstantSource clock;

    private String publicUrl = "";

    @PostConstruct
    void read() {
        publicUrl = settings.publicUrl();
    }

    Verdict verify(HttpServletRequest request) {
        SignedRequest signed;
        try {
            signed = SignedRequest.of(request, publicUrl, clock.instant());
        } catch (InvalidSignatureException e) {
            return refused(e.why());
        }
        SignatureCheck check = check(signed);
        if (check instanceof Genuine genuine) {
            signed.body().attachTo(request);
            String id = "signing-key:" + genuine.access().tokenId();
            return new Verdict.Admitted(new Caller(
                    id,
                    new CallerPrincipal(id),
                    Roles.ofHost(genuine.access().scopes()),
                    null,
                    null,
                    genuine.access()));
        }
        if (check instanceof UnknownKey) {
            return refused("The key is unknown, expired or revoked");
        }
        if (check instanceof Replayed) {
            return refused("A request with this nonce was accepted before");
        }
        return refused("The signature is none of this key over " + signed.target());
    }

    /**
     * Tries both forms of the target URI. That is safe: both forms request the same thing, and a mismatch does not use
     * up the nonce.
     */
    private SignatureCheck check(SignedRequest signed) {
        SignatureCheck check = signatures.check(signed.signature());
        RequestSignature otherwise = signed.otherwise();
        return check instanceof Mismatch && otherwise != null ? signatures.check(otherwise) : check;
    }

    private static Verdict refused(String why) {
        return new Verdict.Refused(ProblemType.INVALID_SIGNATURE, why);
    }
}

package io.gatehouse.web.oauth.oidc;

import io.gatehouse.kernel.config.OidcSettings;
import io.gatehouse.web.edge.access.Roles;
import io.gatehouse.web.oauth.jwt.JwtVerdict;
import io.gatehouse.web.oauth.jwt.VerifiedToken;
import io.gatehouse.web.oauth.oidc.CodeExchange.Refused;
import io.gatehouse.web.oauth.oidc.CodeExchange.SignedIn;
import jakarta.json.JsonString;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An OpenID Connect client of the provider at which people sign in (OpenID Connect Core 1.0 section 3.1, RFC 7636). */
public final class OpenIdProvider {

    private final OidcSettings settings;
    private final URI redirectUri;
    private final ProviderHttp http = new ProviderHttp();
    private final Discovery discovery;

    /** @param redirectUri where the provider sends browsers back to; it must be registered there for this client */
    public OpenIdProvider(OidcSettings settings, URI redirectUri, InstantSource clock) {
        this.settings = settings;
        this.redirectUri = redirectUri;
        this.discovery = new Discovery(settings, http, clock);
    }

    /** The address that a browser is redirected to for signing in. */
    public URI authorization(SignInAttempt attempt, String state) throws ProviderUnavailableException {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("response_type", "code");
        query.put("client_id", settings.clientId());
        query.put("redirect_uri", redirectUri.toString());
        query.put("scope", settings.scopes());
        query.put("state", state);
        query.put("nonce", attempt.nonce());
        query.put("code_challenge", attempt.challenge());
        query.put("code_challenge_method", "S256");
        return with(discovery.provider().metadata().authorizationEndpoint(), query);
    }

    /**
     * Whether an authorization response can be this provider's (RFC 9207).
     *
     * @param issuer the response's {@code iss}; null if missing
     */
    public boolean isFrom(@Nullable String issuer) throws ProviderUnavailableException {
        return issuer == null ? !discovery.provider().metadata().namesItself() : issuer.equals(settings.issuer());
    }

    /** Exchanges a code for the person who signed in. */
    public CodeExchange exchange(String code, SignInAttempt attempt) throws ProviderUnavailableException {
        Discovery.Provider provider = discovery.provider();
        Map<String, String> form = new LinkedHashMap<>();
        form.put("grant_type", "authorization_code");
        form.put("code", code);
        form.put("redirect_uri", redirectUri.toString());
        form.put("client_id", settings.clientId());
        form.put("code_verifier", attempt.verifier());
        ProviderHttp.Answer answer =
                http.post(provider.metadata().tokenEndpoint(), form, authenticate(provider.metadata(), form));
        if (answer.status() >= 500) {
            throw new ProviderUnavailableException("the token endpoint answered " + answer.status());
        }
        return answer.status() == 200 && answer.body().get("id_token") instanceof JsonString idToken
                ? judge(provider.idTokens().verify(idToken.getString()), attempt)
                : new Refused("the token endpoint answered " + answer.status() + ", or without an ID token");
    }

    /**
     * Where a browser signs out at the provider as well (OpenID Connect RP-Initiated Logout 1.0); empty if the provider
     * has no such endpoint. ID tokens are not kept, so there is no hint, and the provider may ask for confirmation.
     */
    public Optional<URI> endSession(URI comeBackTo) throws ProviderUnavailableException {
        URI endpoint = discovery.provider().metadata().endSessionEndpoint();
        if (endpoint == null) {
            return Optional.empty();
        }
        Map<String, String> query = new LinkedHashMap<>();
        query.put("client_id", settings.clientId());
        query.put("post_logout_redirect_uri", comeBackTo.toString());
        return Optional.of(with(endpoint, query));
    }

    /**
     * Authenticates the client: by the returned header, or by adding to the form. A public client only sends its id.
     */
    private @Nullable String authenticate(ProviderMetadata metadata, Map<String, String> form) {
        String secret = settings.clientSecret();
        if (secret == null) {
            return null;
        }
        if (!metadata.takesBasic()) {
            form.put("client_secret", secret);
            return null;
        }
        // RFC 6749 section 2.3.1: both are form-encoded before they are joined.
        String pair = ProviderHttp.encoded(settings.clientId()) + ":" + ProviderHttp.encoded(secret);
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    private CodeExchange judge(JwtVerdict verdict, SignInAttempt attempt) throws ProviderUnavailableException {
        if (verdict instanceof JwtVerdict.KeysUnavailable) {
            throw new ProviderUnavailableException("the keys of the provider are not available");
        }
        if (!(verdict instanceof JwtVerdict.Accepted accepted)) {
            return new Refused("the ID token is refused: " + ((JwtVerdict.Rejected) verdict).why());
        }
        VerifiedToken token = accepted.token();
        if (!attempt.nonce().equals(token.text("nonce"))) {
            return new Refused("the ID token is another attempt's");
        }
        return isForUs(token)
                ? new SignedIn(token.user(), Roles.areAdministrators(token.getGroups()))
                : new Refused("the ID token was issued to another client");
    }

    /**
     * OpenID Connect Core 1.0 section 3.1.3.7, steps 3 to 5. The verifier has already checked that we are in the
     * audience.
     */
    private boolean isForUs(VerifiedToken token) {
        String party = token.text("azp");
        return party == null ? token.getAudience().size() == 1 : party.equals(settings.clientId());
    }

    private static URI with(URI endpoint, Map<String, String> query) {
        String separator = endpoint.getRawQuery() == null ? "?" : "&";
        return URI.create(endpoint + separator + ProviderHttp.encoded(query));
    }
}

package io.gatehouse.web.oauth;

import io.gatehouse.contract.access.TokenValidator;
import io.gatehouse.contract.oauth.SigningKey;
import io.gatehouse.contract.oauth.TokenKeys;
import io.gatehouse.contract.oauth.VerificationKey;
import io.gatehouse.kernel.config.Settings;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPublicKey;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;

/** An issuer of agents' JWTs with one key, and its token exchange. */
@SuppressWarnings("UnnecessaryAssignment") // injects what the container otherwise would
public final class TestIssuer {

    private TestIssuer() {}

    public static AgentIssuer of(Settings settings, InstantSource clock) {
        AgentIssuer issuer = new AgentIssuer();
        issuer.settings = settings;
        issuer.clock = clock;
        issuer.keys = oneKey();
        issuer.read();
        return issuer;
    }

    static TokenExchange exchange(AgentIssuer issuer, TokenValidator tokens) {
        TokenExchange exchange = new TokenExchange();
        exchange.tokens = tokens;
        exchange.issuer = issuer;
        exchange.settings = issuer.settings;
        exchange.clock = issuer.clock;
        exchange.read();
        return exchange;
    }

    /** A JWT with these scopes for this deployment. */
    public static String jwt(AgentIssuer issuer, OneToken token, String... scopes) {
        TokenExchange.Result result =
                exchange(issuer, token).exchange(new ExchangeRequest(OneToken.TEXT, Set.of(scopes), Set.of(), "any"));
        return ((TokenExchange.Result.Issued) result).jwt();
    }

    private static TokenKeys oneKey() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            KeyPair pair = generator.generateKeyPair();
            return new TokenKeys() {

                @Override
                public SigningKey signing() {
                    return new SigningKey("one", pair.getPrivate());
                }

                @Override
                public List<VerificationKey> published() {
                    return List.of(new VerificationKey("one", (RSAPublicKey) pair.getPublic()));
                }
            };
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

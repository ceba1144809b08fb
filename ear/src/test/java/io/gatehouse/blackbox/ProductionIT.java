package io.gatehouse.blackbox;

import static io.gatehouse.blackbox.issuer.IdentityProvider.claims;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import io.gatehouse.blackbox.client.Answer;
import io.gatehouse.blackbox.client.Caller;
import io.gatehouse.blackbox.client.ChatAccount;
import io.gatehouse.blackbox.client.ConcurrentCalls;
import io.gatehouse.blackbox.issuer.IdentityProvider;
import io.gatehouse.blackbox.issuer.SigningKey;
import io.gatehouse.blackbox.server.MicroProcess;
import io.gatehouse.blackbox.server.Postgres;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@DisplayName("gatehouse.mode=production, on PostgreSQL")
class ProductionIT {

    private static final String TEMPLATE = "garden";
    private static final String HOST_TOKEN = "mhst_0123456789abcdef0123456789abcdef";
    private static final String DB_PASSWORD = "correct-horse-battery-staple";
    private static final String ENCRYPTION_KEY =
            Base64.getEncoder().encodeToString("thirty-two bytes for production!".getBytes(StandardCharsets.US_ASCII));
    private static final SigningKey KEY = SigningKey.rs256("production-1");

    @RegisterExtension
    static final IdentityProvider provider = new IdentityProvider().publish(KEY);

    @RegisterExtension
    static final Postgres postgres = new Postgres();

    @RegisterExtension
    static final MicroProcess server = new MicroProcess()
            .with("gatehouse.mode", "production")
            .with("gatehouse.public-url", "https://gatehouse.example.com")
            .with("gatehouse.db.url", postgres.url())
            .with("gatehouse.db.user", postgres.user())
            .with("gatehouse.db.password", DB_PASSWORD)
            .with("gatehouse.encryption.key", ENCRYPTION_KEY)
            .with("gatehouse.bootstrap-host-token", HOST_TOKEN)
            .with("mp.jwt.verify.issuer", IdentityProvider.ISSUER)
            .with("mp.jwt.verify.audiences", IdentityProvider.AUDIENCE)
            .with("mp.jwt.verify.publickey.location", provider.jwksUrl());

    /**
     * Inserts a public organization with a template agent and one item. The ids are arbitrary; the server generates
     * other ones.
     */
    @BeforeAll
    static void publishATemplate() {
        postgres.execute("""
                insert into organization (id, slug, name, visibility, created_at, version)
                  values ('00000000-0000-7000-8000-000000000001', 'garden', 'Garden', 'PUBLIC', now(), 1);
                insert into agent (id, organization_id, kind, name, settings, created_at, version)
                  values ('00000000-0000-7000-8000-000000000002', '00000000-0000-7000-8000-000000000001',
                    'TEMPLATE', 'Gardener', '{}', now(), 1);
                insert into blueprint_item
                    (id, organization_id, kind, slug, name, definition, created_at, updated_at, version)
                  values ('00000000-0000-7000-8000-000000000003', '00000000-0000-7000-8000-000000000001',
                    'ENTITY_TYPE', 'plant', 'Plant', '{}', now(), now(), 1);
                """);
    }

    @Test
    @DisplayName("there is no development issuer, and its tokens are refused")
    void thereIsNoDevelopmentIssuer() {
        Caller anyone = server.gatehouse().anyone();
        for (String path : List.of("/dev/.well-known/openid-configuration", "/dev/jwks", "/dev/authorize")) {
            anyone.get(path).expectingProblem(404, "not_found");
        }
        anyone.postForm("/dev/token", Map.of("username", "admin")).expectingProblem(404, "not_found");
        anyone.postForm("/dev/authorize", Map.of("username", "admin")).expectingProblem(404, "not_found");
        bearing(claims()).get("/dev/userinfo").expectingProblem(404, "not_found");
        bearing(claims().issuer("https://gatehouse.example.com/dev").audience("gatehouse"))
                .get("/api/me")
                .expectingProblem(401, "invalid_token");
        anyone.get("/bench/noop").expectingProblem(404, "not_found");
        anyone.get("/api/install/manifest/personal-finance").expecting(404);
    }

    @Test
    @DisplayName("without a homeserver its paths are unknown, with any token")
    void withoutAHomeserverItsPathsAreUnknown() {
        for (Caller caller :
                List.of(server.gatehouse().anyone(), server.gatehouse().bearing(""), bearing(claims()))) {
            for (String path : List.of("/_matrix/app/v1/users/@a:b", "/users/@a:b", "/_matrix/app/v1/rooms/%23a:b")) {
                Answer answer = caller.get(path).expecting(404);
                assertThat(answer.json().getString("errcode")).isEqualTo("M_UNRECOGNIZED");
            }
        }
    }

    @Test
    @DisplayName("a chat message with an install token installs, links and routes; NO undoes it")
    void aChatMessageInstallsLinksAndRoutes() {
        Caller user = bearing(claims());
        ChatAccount phone = ChatAccount.whatsapp();
        String messageId = ChatAccount.newMessageId();
        String token = token(user);

        JsonObject installed = outcome("installed", gateway().handIn(phone, TEMPLATE, messageId, token));
        assertThat(gateway()
                        .handIn(phone, TEMPLATE, messageId, token)
                        .expecting(200)
                        .json())
                .isEqualTo(installed);
        assertThat(gateway().route(phone, TEMPLATE).expecting(200).json().getString("agentId"))
                .isEqualTo(installed.getString("agentId"));
        assertThat(user.get("/api/me/agents").expecting(200).json().getJsonArray("agents"))
                .hasSize(1);
        outcome("routed", gateway().handIn(phone, TEMPLATE, "When do I sow beans?"));
        outcome("token_used", gateway().handIn(ChatAccount.whatsapp(), TEMPLATE, token));

        JsonObject again = user.install(TEMPLATE).expecting(200).json();
        assertThat(again.getString("agentId")).isEqualTo(installed.getString("agentId"));
        assertThat(again.getBoolean("created")).isFalse();

        outcome("unlinked", gateway().handIn(phone, TEMPLATE, "NO"));
        gateway().route(phone, TEMPLATE).expecting(404);
    }

    @Test
    @DisplayName("of forty concurrent claims of a token one installs, and twenty concurrent requests make one sign-in")
    void ofManyConcurrentClaimsOneWins() {
        Caller user = bearing(claims());
        assertThat(ConcurrentCalls.call(20, number -> user.get("/api/me"))).allSatisfy(answer -> answer.expecting(200));

        String token = token(user);
        Caller gateway = gateway();
        List<String> outcomes =
                ConcurrentCalls.call(40, number -> gateway.handIn(ChatAccount.whatsapp(), TEMPLATE, token)).stream()
                        .map(answer -> answer.expecting(200).json().getString("outcome"))
                        .toList();
        assertThat(outcomes).filteredOn("installed"::equals).hasSize(1);
        assertThat(outcomes).filteredOn("token_used"::equals).hasSize(39);
    }

    @Test
    @DisplayName(
            "the first host token is the operator's; no secret is in any file, and no development user on the console")
    void secretsStayOffTheConsole() throws IOException {
        Answer answer = server.gatehouse().bearing(HOST_TOKEN).get("/api/me");
        assertThat(answer.status()).as(answer.toString()).isEqualTo(403);

        Caller user = bearing(claims());
        String token = token(user);
        outcome("installed", gateway().handIn(ChatAccount.whatsapp(), TEMPLATE, token));
        assertThat(server.console()).doesNotContain("mhst_", "alice", "/dev/token", "\tat ");
        try (Stream<Path> files = Files.walk(server.dataDirectory().resolveSibling("."))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
                        .as(file.toString())
                        .doesNotContain(HOST_TOKEN, DB_PASSWORD, ENCRYPTION_KEY, token);
            }
        }
    }

    private static Caller gateway() {
        return bearing(claims().claim("scope", "chat:claim"));
    }

    private static Caller bearing(JWTClaimsSet.Builder claims) {
        return server.gatehouse().bearing(KEY.sign(claims));
    }

    private static String token(Caller user) {
        return user.mint(TEMPLATE).expecting(201).json().getString("token");
    }

    private static JsonObject outcome(String outcome, Answer answer) {
        JsonObject json = answer.expecting(200).json();
        assertThat(json.getString("outcome")).as(answer.toString()).isEqualTo(outcome);
        return json;
    }
}

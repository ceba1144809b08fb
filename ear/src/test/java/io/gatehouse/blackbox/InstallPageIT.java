package io.gatehouse.blackbox;

import io.gatehouse.blackbox.browser.Chromium;
import io.gatehouse.blackbox.client.Channel;
import io.gatehouse.blackbox.client.Gatehouse;
import io.gatehouse.blackbox.client.Webhook;
import io.gatehouse.blackbox.page.ClaimOnPageCases;
import io.gatehouse.blackbox.page.ReadingCases;
import io.gatehouse.blackbox.page.VisitorCases;
import io.gatehouse.blackbox.platform.ChatPlatform;
import io.gatehouse.blackbox.server.MicroProcess;
import io.gatehouse.blackbox.server.MicroProcesses;
import io.gatehouse.blackbox.server.Postgres;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.Base64;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * The landing page in a real browser, on two nodes of one deployment. Each state of the page is captured and checked
 * for accessibility.
 */
@DisplayName("the landing page, in Chromium")
class InstallPageIT implements ClaimOnPageCases, VisitorCases, ReadingCases {

    private static final String KEY = Base64.getEncoder().encodeToString(new byte[32]);

    @RegisterExtension
    static final Postgres postgres = new Postgres();

    private static final MicroProcess server = node();

    private static final MicroProcess carefulNode =
            node().with("gatehouse.install.token-ttl", "PT5S").with("gatehouse.claim.confirm", "required");

    @RegisterExtension
    static final MicroProcesses nodes = new MicroProcesses(server, carefulNode);

    @RegisterExtension
    static final Chromium browser = new Chromium();

    /** Receives the replies. */
    private static final ChatPlatform platform = new ChatPlatform();

    @SuppressWarnings("NullAway.Init")
    private static Webhook whatsapp;

    private static MicroProcess node() {
        return new MicroProcess()
                .with("gatehouse.deployment-id", "page")
                .with("gatehouse.encryption.key", KEY)
                .with("gatehouse.db.url", postgres.url())
                .with("gatehouse.db.user", postgres.user());
    }

    @BeforeAll
    static void connectChannels() {
        whatsapp = new Webhook(server.gatehouse(), connect(Channel.whatsapp(platform.url()), "Penny on WhatsApp"));
        connect(Channel.telegram(platform.url()), "Penny on Telegram");
        JsonObject slack = Channel.slack(platform.url());
        connect(
                Json.createObjectBuilder(slack)
                        .add(
                                "settings",
                                Json.createObjectBuilder(slack.getJsonObject("settings"))
                                        .add("appId", "A012345"))
                        .build(),
                "Penny for teams");
    }

    private static JsonObject connect(JsonObject channel, String name) {
        return server.gatehouse()
                .administrator()
                .post(
                        "/api/admin/connections",
                        Json.createObjectBuilder(channel).add("name", name).build())
                .expecting(201)
                .json();
    }

    @AfterAll
    static void stopThePlatform() {
        platform.close();
    }

    @BeforeAll
    static void publishMore() {
        postgres.execute("""
                insert into organization (id, slug, name, visibility, created_at, version)
                  values ('00000000-0000-7000-8000-000000000011', 'garden', 'The Garden Club', 'PUBLIC', now(), 1);
                insert into agent (id, organization_id, kind, name, settings, created_at, version)
                  values ('00000000-0000-7000-8000-000000000012', '00000000-0000-7000-8000-000000000011',
                    'TEMPLATE', 'Gardener', '{}', now(), 1);
                insert into organization (id, slug, name, visibility, created_at, version)
                  values ('00000000-0000-7000-8000-000000000021', 'nasty', '%1$s', 'PUBLIC', now(), 1);
                insert into agent (id, organization_id, kind, name, description, settings, created_at, version)
                  values ('00000000-0000-7000-8000-000000000022', '00000000-0000-7000-8000-000000000021',
                    'TEMPLATE', '%1$s', '%1$s', '{}', now(), 1);
                insert into blueprint_item
                    (id, organization_id, kind, slug, name, definition, created_at, updated_at, version)
                  values ('00000000-0000-7000-8000-000000000023', '00000000-0000-7000-8000-000000000021',
                    'WATCHER', 'w', '%1$s', '{}', now(), now(), 1);
                insert into connection (id, organization_id, platform, template_agent_id, name, address, enabled, created_at, version)
                  values ('00000000-0000-7000-8000-000000000024', '00000000-0000-7000-8000-000000000021',
                    'telegram', '00000000-0000-7000-8000-000000000022', '%1$s', '%1$s', true, now(), 1);
                insert into organization (id, slug, name, visibility, created_at, version)
                  values ('00000000-0000-7000-8000-000000000031', 'long', '%2$s', 'PUBLIC', now(), 1);
                insert into agent (id, organization_id, kind, name, description, settings, created_at, version)
                  values ('00000000-0000-7000-8000-000000000032', '00000000-0000-7000-8000-000000000031',
                    'TEMPLATE', '%2$s', '%2$s', '{}', now(), 1);
                insert into connection (id, organization_id, platform, template_agent_id, name, address, enabled, created_at, version)
                  values ('00000000-0000-7000-8000-000000000034', '00000000-0000-7000-8000-000000000031',
                    'telegram', '00000000-0000-7000-8000-000000000032', '%2$s', 'long_bot', true, now(), 1);
                """.formatted(ATTACK.replace("'", "''"), LONG_NAME));
    }

    @Override
    public Chromium browser() {
        return browser;
    }

    @Override
    public Gatehouse gatehouse() {
        return server.gatehouse();
    }

    @Override
    public Gatehouse carefulNode() {
        return carefulNode.gatehouse();
    }

    @Override
    public Webhook whatsapp() {
        return whatsapp;
    }
}

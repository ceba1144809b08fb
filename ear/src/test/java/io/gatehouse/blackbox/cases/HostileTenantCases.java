package io.gatehouse.blackbox.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.blackbox.client.Caller;
import io.gatehouse.blackbox.client.Channel;
import io.gatehouse.blackbox.client.ChatAccount;
import io.gatehouse.blackbox.client.Webhook;
import io.gatehouse.blackbox.client.WhatsAppBody;
import io.gatehouse.blackbox.platform.ChatPlatform;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * An organization signs, with its own connection's secret, messages of people whose accounts were verified elsewhere.
 */
public interface HostileTenantCases extends Cases {

    @Test
    @DisplayName("a forged move, a forged id and a forged NO do not change an account that a gateway has verified")
    default void aForgedMessageDoesNotChangeLinksOfOthers() {
        try (ChatPlatform platform = new ChatPlatform()) {
            JsonObject connection = gatehouse()
                    .signedIn("admin")
                    .post(ConnectionCases.CONNECTIONS, Channel.whatsapp(platform.url()))
                    .expecting(201)
                    .json();
            Webhook forger = new Webhook(gatehouse(), connection);
            Caller gateway = gatehouse().gateway();
            String victim = phone();
            String attacker = phone();
            gateway.handIn(
                            ChatAccount.whatsapp(victim),
                            Channel.TEMPLATE,
                            gatehouse()
                                    .newcomer()
                                    .mint(Channel.TEMPLATE)
                                    .expecting(201)
                                    .json()
                                    .getString("token"))
                    .expecting(200);
            JsonObject route = route(gateway, victim);

            forger.whatsapp(WhatsAppBody.system(
                            victim,
                            Json.createObjectBuilder()
                                    .add("type", "user_changed_number")
                                    .add("wa_id", attacker)))
                    .expecting(200);
            forger.whatsapp(WhatsAppBody.words(attacker, null, "Hello")).expecting(200);
            await("the answer to the attacker", platform, attacker, "does not know this chat yet");

            forger.whatsapp(WhatsAppBody.words(victim, "GB.1" + victim, "Hello"))
                    .expecting(200);
            forger.whatsapp(WhatsAppBody.words(victim, "GB.2" + victim, "Hello"))
                    .expecting(200);
            await("the answer to another id", platform, victim, "does not know this chat yet");

            forger.whatsapp(WhatsAppBody.words(victim, null, "NO")).expecting(200);
            forger.whatsapp(WhatsAppBody.message(
                            victim,
                            null,
                            Json.createObjectBuilder()
                                    .add("type", "sticker")
                                    .add("sticker", Json.createObjectBuilder())))
                    .expecting(200);
            await("the answer after the NO", platform, victim, "text only");

            assertThat(route(gateway, victim)).isEqualTo(route);
            for (String planted : new String[] {attacker, "GB.1" + victim, "GB.2" + victim}) {
                gateway.route(ChatAccount.whatsapp(planted), Channel.TEMPLATE).expectingProblem(404, "not_installed");
            }
            gatehouse()
                    .signedIn("admin")
                    .delete(ConnectionCases.CONNECTIONS + "/" + connection.getString("id"))
                    .expecting(204);
        }
    }

    private static JsonObject route(Caller gateway, String number) {
        return gateway.route(ChatAccount.whatsapp(number), Channel.TEMPLATE)
                .expecting(200)
                .json();
    }

    private static String phone() {
        return "447%09d".formatted(ThreadLocalRandom.current().nextInt(100_000_000, 400_000_000));
    }

    private static void await(String what, ChatPlatform platform, String chat, String words) {
        Awaitility.await(what)
                .atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> platform.saidTo(chat).stream().anyMatch(said -> said.contains(words)));
    }
}

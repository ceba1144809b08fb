package io.gatehouse.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.blackbox.client.Answer;
import io.gatehouse.blackbox.client.Caller;
import io.gatehouse.blackbox.client.ChatAccount;
import io.gatehouse.blackbox.server.MicroProcess;
import jakarta.json.JsonObject;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@DisplayName("with gatehouse.claim.confirm=required")
class ConfirmRequiredIT {

    private static final String TEMPLATE = "personal-finance";

    @RegisterExtension
    static final MicroProcess server = new MicroProcess().with("gatehouse.claim.confirm", "required");

    private final Caller gateway = server.gatehouse().gateway();
    private final ChatAccount phone = ChatAccount.whatsapp();

    @Test
    @DisplayName("nothing is linked or installed before YES")
    void nothingIsLinkedBeforeYes() {
        Caller user = server.gatehouse().newcomer();
        JsonObject asked = outcome("confirm_required", gateway.handIn(phone, TEMPLATE, token(user)));

        assertThat(asked.getString("reply")).contains("YES").contains("NO").contains("@");
        gateway.route(phone, TEMPLATE).expecting(404);
        assertThat(user.get("/api/me/agents").expecting(200).json().getJsonArray("agents"))
                .isEmpty();

        JsonObject installed = outcome("installed", gateway.handIn(phone, TEMPLATE, "Yes!"));
        assertThat(gateway.route(phone, TEMPLATE).expecting(200).json().getString("agentId"))
                .isEqualTo(installed.getString("agentId"));
    }

    @Test
    @DisplayName("NO drops the question, and a later YES is an ordinary message")
    void aNoDropsTheQuestion() {
        outcome(
                "confirm_required",
                gateway.handIn(phone, TEMPLATE, token(server.gatehouse().newcomer())));
        gateway.handIn(phone, TEMPLATE, "NO").expecting(200);

        outcome("not_installed", gateway.handIn(phone, TEMPLATE, "YES"));
        gateway.route(phone, TEMPLATE).expecting(404);
    }

    @Test
    @DisplayName("of two accounts that were asked about one token, the first YES wins")
    void theFirstYesWins() {
        String token = token(server.gatehouse().newcomer());
        ChatAccount other = ChatAccount.whatsapp();
        outcome("confirm_required", gateway.handIn(phone, TEMPLATE, token));
        outcome("confirm_required", gateway.handIn(other, TEMPLATE, token));

        outcome("installed", gateway.handIn(other, TEMPLATE, "YES"));
        outcome("token_used", gateway.handIn(phone, TEMPLATE, "YES"));
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

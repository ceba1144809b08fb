package io.gatehouse.install.catalog.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.contract.account.UserId;
import io.gatehouse.contract.chat.ChatOutcome;
import io.gatehouse.contract.identity.IdentityLinks.UnlinkReason;
import io.gatehouse.contract.identity.LinkSource;
import io.gatehouse.contract.install.InstallCommand;
import io.gatehouse.contract.install.InstallState;
import io.gatehouse.contract.install.InstallState.LinkedChat;
import io.gatehouse.contract.platform.Namespace;
import io.gatehouse.contract.platform.PlatformAccount;
import io.gatehouse.install.claim.account.AccountReader;
import io.gatehouse.install.operation.retention.RetentionRules;
import io.gatehouse.install.world.World;
import io.gatehouse.kernel.config.Settings;
import io.gatehouse.testkit.StoreTest;
import io.gatehouse.testkit.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Install states, as shown on the landing page. */
@StoreTest
class StatesTest {

    private final TestDatabase database;
    private final World world;
    private final UserId ada;
    private final String phone = World.newPhone();

    StatesTest(TestDatabase database) {
        this.database = database;
        world = new World(database);
        ada = world.newUser();
    }

    @Test
    void theInitialStateIsEmpty() {
        assertThat(state(ada)).isEqualTo(InstallState.NOTHING);
        assertThat(state(world.unknownUser())).isEqualTo(InstallState.NOTHING);
    }

    @Test
    void aClaimInstallsAndLinks() {
        world.says(phone, world.token(ada));

        InstallState state = state(ada);
        assertThat(state.agentId()).isNotNull();
        assertThat(state.chats())
                .containsExactly(new LinkedChat(
                        "whatsapp",
                        "+" + phone.replace("@s.whatsapp.net", ""),
                        true,
                        false,
                        world.clock.instant(),
                        null));
        assertThat(state.awaitsYes()).isFalse();
        assertThat(state.undone()).isNull();
        assertThat(state(world.newUser())).isEqualTo(InstallState.NOTHING);
    }

    @Test
    void aHiddenNumberIsShownByItsDisplayNameUnlessANumberIsLinkedToo() {
        String hidden = "GB." + UUID.randomUUID().toString().replace("-", "");
        world.says(hidden, world.token(ada));
        assertThat(state(ada).chats()).extracting(LinkedChat::account).containsExactly("");
        world.database.tx(entities -> entities.createNativeQuery(
                        "update identity set display_name = '@countess' where identifier = ?1")
                .setParameter(1, hidden)
                .executeUpdate());

        assertThat(state(ada).chats()).extracting(LinkedChat::account).containsExactly("@countess");

        world.says(phone, world.token(ada));
        assertThat(state(ada).chats())
                .extracting(LinkedChat::account)
                .containsExactly("+" + phone.replace("@s.whatsapp.net", ""));
    }

    @Test
    void anAgentOfAnotherTemplateIsNotShown() {
        world.says(phone, world.token(ada));
        UUID other = world.template(world.publisherId);

        assertThat(read(new StateKey(ada.value(), other)).agentId()).isNull();
        assertThat(read(new StateKey(ada.value(), other)).chats()).hasSize(1);
    }

    @Test
    void aNoUndoesTheLinkAndKeepsTheAgent() {
        world.says(phone, world.token(ada));
        advance(Duration.ofMinutes(5));
        world.says(phone, "NO");

        InstallState state = state(ada);
        assertThat(state.agentId()).isNotNull();
        assertThat(state.chats()).isEmpty();
        assertThat(state.undone()).isNotNull().satisfies(undone -> {
            assertThat(undone.platform()).isEqualTo("whatsapp");
            assertThat(undone.account()).isEqualTo("+" + phone.replace("@s.whatsapp.net", ""));
            assertThat(undone.undoneAt()).isEqualTo(world.clock.instant());
        });
    }

    @Test
    void aNewLinkHidesAnUndoneOne() {
        world.says(phone, world.token(ada));
        advance(Duration.ofMinutes(5));
        world.says(phone, "NO");
        advance(Duration.ofMinutes(5));
        world.says(World.newPhone(), world.token(ada));

        assertThat(state(ada).undone()).isNull();
        assertThat(state(ada).chats()).hasSize(1);
    }

    @Test
    void anUndoneLinkIsShownForADay() {
        world.says(phone, world.token(ada));
        world.says(phone, "NO");

        advance(StateReader.NO_SHOWN.minusSeconds(1));
        assertThat(state(ada).undone()).isNotNull();
        advance(Duration.ofSeconds(1));
        assertThat(state(ada).undone()).isNull();
    }

    @Test
    void aLinkEndedByTheUserIsNotShownAsUndone() {
        world.says(phone, world.token(ada));
        UUID identity = database.tx(() -> world.links()
                .find(new AccountReader(Settings.of(Map.of()))
                        .read("whatsapp", phone)
                        .orElseThrow())
                .orElseThrow()
                .identityId());
        database.run(() ->
                assertThat(world.links().unlink(identity, UnlinkReason.BY_USER)).isTrue());

        assertThat(state(ada).chats()).isEmpty();
        assertThat(state(ada).undone()).isNull();
    }

    @Test
    void aTypedNumberIsPendingUntilItsYes() {
        String number = "+" + phone.replace("@s.whatsapp.net", "");
        world.beans.installs.install(new InstallCommand(ada, world.templateSlug, null, number));
        Instant typed = world.clock.instant();
        String code = world.code(ada);
        assertThat(state(ada).chats()).containsExactly(new LinkedChat("whatsapp", number, false, false, typed, code));

        advance(Duration.ofMinutes(1));
        world.says(phone, "Hello");
        assertThat(state(ada).chats()).containsExactly(new LinkedChat("whatsapp", number, false, true, typed, code));

        world.says(phone, "YES");
        assertThat(state(ada).chats())
                .containsExactly(new LinkedChat("whatsapp", number, true, false, world.clock.instant(), null));
    }

    @Test
    void aTypedNumberThatRefusedIsShownAsNeverVerified() {
        String number = "+" + phone.replace("@s.whatsapp.net", "");
        world.beans.installs.install(new InstallCommand(ada, world.templateSlug, null, number));
        world.says(phone, "Hello");
        advance(Duration.ofMinutes(1));
        world.says(phone, "NO");

        assertThat(state(ada).chats()).isEmpty();
        assertThat(state(ada).undone())
                .isEqualTo(new InstallState.UndoneLink("whatsapp", number, false, world.clock.instant()));
    }

    @Test
    void anUnreadableAccountIsOmittedIfAReadableOneIsLinked() {
        String lid = World.newLid();
        world.saysWithAlias(lid, "wa_jid", phone, world.token(ada));
        assertThat(state(ada).chats()).extracting(LinkedChat::account).containsExactly("+" + phone.split("@", 2)[0]);

        UserId bob = world.newUser();
        world.says(World.newLid(), world.token(bob));
        assertThat(state(bob).chats()).extracting(LinkedChat::account).containsExactly("");

        world.says(lid, "NO");
        assertThat(state(ada).chats()).isEmpty();
        assertThat(state(ada).undone()).isNotNull();
    }

    @Test
    void accountsThatAreNotChatAccountsAreOmitted() {
        database.run(() -> world.links().link(ada, email("ada" + World.number() + "@example.com"), LinkSource.SIGN_IN));

        assertThat(state(ada).chats()).isEmpty();
    }

    @Test
    void aSentTokenWaitsForAYes() {
        World careful = new World(database, Map.of("gatehouse.claim.confirm", "required"));
        UserId bob = careful.newUser();
        assertThat(careful.says(phone, careful.token(bob)).outcome()).isEqualTo(ChatOutcome.CONFIRM_REQUIRED);

        StateKey key = new StateKey(bob.value(), careful.templateId);
        assertThat(read(key).awaitsYes()).isTrue();
        assertThat(read(key).agentId()).isNull();
        assertThat(read(new StateKey(bob.value(), world.templateId)).awaitsYes())
                .isFalse();

        careful.says(phone, "NO");
        assertThat(read(key)).isEqualTo(new InstallState(null, List.of(), false, careful.clock.instant(), null));
        assertThat(read(new StateKey(bob.value(), world.templateId))).isEqualTo(InstallState.NOTHING);
    }

    @Test
    void aDeclinedTokenIsShownForADay() {
        World careful = new World(database, Map.of("gatehouse.claim.confirm", "required"));
        UserId bob = careful.newUser();
        StateKey key = new StateKey(bob.value(), careful.templateId);
        careful.says(phone, careful.token(bob));
        careful.says(phone, "NO");
        database.run(em -> RetentionRules.QUESTIONS.delete(em, careful.clock.instant(), 1_000));

        advance(StateReader.NO_SHOWN.minusSeconds(1));
        assertThat(read(key).declinedAt()).isNotNull();
        advance(Duration.ofSeconds(1));
        assertThat(read(key)).isEqualTo(InstallState.NOTHING);
    }

    @Test
    void aNewQuestionOrANewLinkHidesADeclinedToken() {
        World careful = new World(database, Map.of("gatehouse.claim.confirm", "required"));
        UserId bob = careful.newUser();
        StateKey key = new StateKey(bob.value(), careful.templateId);
        careful.says(phone, careful.token(bob));
        careful.says(phone, "NO");
        advance(Duration.ofMinutes(1));

        careful.says(phone, careful.token(bob));
        assertThat(read(key)).isEqualTo(new InstallState(null, List.of(), true, null, null));
        careful.says(phone, "NO");
        String other = World.newPhone();
        careful.says(other, careful.token(bob));
        assertThat(read(key).awaitsYes()).isTrue();
        assertThat(read(key).declinedAt()).isEqualTo(careful.clock.instant());

        advance(Duration.ofMinutes(1));
        careful.says(other, "YES");
        assertThat(read(key).chats()).hasSize(1);
        assertThat(read(key).declinedAt()).isNull();
    }

    @Test
    void anExpiredTokenDoesNotWait() {
        World careful = new World(database, Map.of("gatehouse.claim.confirm", "required"));
        UserId bob = careful.newUser();
        careful.says(phone, careful.token(bob));
        advance(Duration.ofMinutes(15));

        assertThat(read(new StateKey(bob.value(), careful.templateId)).awaitsYes())
                .isFalse();
    }

    @Test
    void manyStatesAreReadInBatches() {
        world.says(phone, world.token(ada));
        Set<StateKey> keys = new HashSet<>(Set.of(key(ada)));
        while (keys.size() < 1_001) {
            keys.add(new StateKey(world.unknownUser().value(), world.templateId));
        }

        Map<StateKey, InstallState> states = database.tx(() -> reader().read(keys));

        assertThat(states).hasSize(1_001);
        assertThat(states.get(key(ada))).isEqualTo(state(ada));
        assertThat(states.values()).filteredOn(InstallState.NOTHING::equals).hasSize(1_000);
    }

    private static PlatformAccount email(String address) {
        return new PlatformAccount(Namespace.EMAIL, address, address);
    }

    private InstallState state(UserId user) {
        return read(key(user));
    }

    private InstallState read(StateKey key) {
        return database.tx(() -> reader().read(Set.of(key))).getOrDefault(key, InstallState.NOTHING);
    }

    private StateKey key(UserId user) {
        return new StateKey(user.value(), world.templateId);
    }

    private StateReader reader() {
        return new StateReader(new StateStore(database.entityManager()), world.beans.codes, world.clock);
    }

    private void advance(Duration time) {
        world.clock.advance(time);
    }
}

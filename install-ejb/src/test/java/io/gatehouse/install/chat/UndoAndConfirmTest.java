package io.gatehouse.install.chat;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.contract.account.UserId;
import io.gatehouse.contract.chat.ChatAnswer;
import io.gatehouse.contract.chat.ChatOutcome;
import io.gatehouse.contract.install.InstallCommand;
import io.gatehouse.contract.install.InstallResult.Installed;
import io.gatehouse.contract.install.InstallResult.PhoneLink;
import io.gatehouse.install.world.World;
import io.gatehouse.testkit.StoreTest;
import io.gatehouse.testkit.TestDatabase;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@StoreTest
class UndoAndConfirmTest {

    private final World world;
    private final World asking;

    UndoAndConfirmTest(TestDatabase database) {
        world = new World(database);
        asking = new World(database, Map.of("gatehouse.claim.confirm", "required"));
    }

    @Test
    void aForwardedTokenTellsWhomItLinksAndNoUndoesIt() {
        String victim = World.newPhone();
        ChatAnswer installed = world.says(victim, world.token(world.newUser()));

        ChatAnswer undone = world.says(victim, " No!! 👎");

        assertThat(installed.reply()).matches(".*a\\*\\*\\*\\d@e\\*\\*\\*\\.com.*reply NO within 1 hour.*");
        assertThat(undone.outcome()).isEqualTo(ChatOutcome.UNLINKED);
        assertThat(world.route(victim)).isEmpty();
        assertThat(world.says(victim, "Hello?").outcome()).isEqualTo(ChatOutcome.NOT_INSTALLED);
    }

    @Test
    void aTokenThatWasUndoneIsUsed() {
        String phone = World.newPhone();
        String token = world.token(world.newUser());
        world.says(phone, token);
        world.says(phone, "NO");

        assertThat(world.says(phone, token).outcome()).isEqualTo(ChatOutcome.TOKEN_USED);
    }

    @Test
    void anAccountThatWasUndoneIsFreeForItsOwner() {
        String phone = World.newPhone();
        world.says(phone, world.token(world.newUser()));
        world.says(phone, "NO");

        assertThat(world.says(phone, world.token(world.newUser())).outcome()).isEqualTo(ChatOutcome.INSTALLED);
    }

    @Test
    void afterTheWindowNoIsAWordLikeAnyOther() {
        String phone = World.newPhone();
        world.says(phone, world.token(world.newUser()));
        world.clock.advance(Duration.ofHours(1));
        assertThat(world.says(phone, "Know what? NO").outcome()).isEqualTo(ChatOutcome.ROUTED);
        world.clock.advance(Duration.ofSeconds(1));

        assertThat(world.says(phone, "NO").outcome()).isEqualTo(ChatOutcome.ROUTED);
    }

    @Test
    void aSecondClaimDoesNotMakeAnOldLinkUndoable() {
        UserId user = world.newUser();
        String phone = World.newPhone();
        world.says(phone, world.token(user));
        world.clock.advance(Duration.ofDays(1));
        ChatAnswer again = world.says(phone, world.token(user));

        assertThat(again.outcome()).isEqualTo(ChatOutcome.ALREADY_INSTALLED);
        assertThat(again.reply()).doesNotContain("NO");
        assertThat(world.says(phone, "no").outcome()).isEqualTo(ChatOutcome.ROUTED);
    }

    @Test
    void noFromSomebodyUnknownIsAnOrdinaryMessage() {
        assertThat(world.says(World.newPhone(), "NO").outcome()).isEqualTo(ChatOutcome.NOT_INSTALLED);
        assertThat(world.says(World.newPhone(), "YES").outcome()).isEqualTo(ChatOutcome.NOT_INSTALLED);
    }

    @Test
    void anAliasThatCameWithTheClaimGoesWithIt() {
        String phone = World.newPhone();
        String lid = World.newLid();
        world.saysVouched(phone, "wa_lid", lid, world.token(world.newUser()));
        assertThat(world.route(lid)).isPresent();

        assertThat(world.says(phone, "NO").outcome()).isEqualTo(ChatOutcome.UNLINKED);

        assertThat(world.route(lid)).isEmpty();
        assertThat(world.route(phone)).isEmpty();
    }

    @Test
    void theAliasMayUndoTheClaimToo() {
        String phone = World.newPhone();
        String lid = World.newLid();
        world.saysVouched(phone, "wa_lid", lid, world.token(world.newUser()));

        assertThat(world.says(lid, "NO").outcome()).isEqualTo(ChatOutcome.UNLINKED);

        assertThat(world.route(lid)).isEmpty();
        assertThat(world.route(phone)).isEmpty();
    }

    @Test
    void anAliasOfALinkedAccountIsLearnedFromAnyMessage() {
        String phone = World.newPhone();
        String lid = World.newLid();
        ChatAnswer installed = world.says(phone, world.token(world.newUser()));
        world.saysVouched(phone, "wa_lid", lid, "Hello");

        assertThat(world.route(lid).orElseThrow().agentId()).isEqualTo(installed.agentId());
    }

    @Test
    void aNewAccountIsKnownByAnAliasThatIsLinked() {
        String phone = World.newPhone();
        String lid = World.newLid();
        world.says(phone, world.token(world.newUser()));

        assertThat(world.saysVouched(lid, "wa_jid", phone, "Hello").outcome()).isEqualTo(ChatOutcome.ROUTED);
        assertThat(world.says(lid, "Hello again").outcome()).isEqualTo(ChatOutcome.ROUTED);
    }

    @Test
    void anAliasThatIsSomebodyElsesStaysTheirs() {
        String phone = World.newPhone();
        String lid = World.newLid();
        ChatAnswer theirs = world.says(lid, world.token(world.newUser()));

        ChatAnswer mine = world.saysVouched(phone, "wa_lid", lid, world.token(world.newUser()));

        assertThat(mine.outcome()).isEqualTo(ChatOutcome.INSTALLED);
        assertThat(world.route(lid).orElseThrow().agentId()).isEqualTo(theirs.agentId());
        assertThat(world.count("audit_event", "details like ?1", "%aliases_left%" + lid.substring(0, 12) + "%"))
                .isEqualTo(1);
    }

    @Test
    void aTypedNumberIsVerifiedByAMessage() {
        UserId user = world.newUser();
        String jid = typeIn(user);

        ChatAnswer answer = world.says(jid, "Hello!");

        assertThat(answer.outcome()).isEqualTo(ChatOutcome.ROUTED);
        assertThat(world.says(jid, "NO").outcome()).isEqualTo(ChatOutcome.ROUTED);
    }

    @Test
    void aTypedNumberIsLetGoByNoAtAnyTime() {
        String jid = typeIn(world.newUser());
        world.clock.advance(Duration.ofDays(400));

        assertThat(world.says(jid, "no.").outcome()).isEqualTo(ChatOutcome.UNLINKED);
        assertThat(world.route(jid)).isEmpty();
    }

    @Test
    void aTypedNumberThatClaimsCanStillSayNo() {
        UserId user = world.newUser();
        String jid = typeIn(user);

        ChatAnswer claimed = world.says(jid, world.token(user));

        assertThat(claimed.outcome()).isEqualTo(ChatOutcome.LINKED);
        assertThat(claimed.reply()).contains("NO");
        assertThat(world.says(jid, "NO").outcome()).isEqualTo(ChatOutcome.UNLINKED);
    }

    @Test
    void whereItMustBeConfirmedNothingHappensBeforeYes() {
        UserId user = asking.newUser();
        String phone = World.newPhone();

        ChatAnswer asked = asking.says(phone, asking.token(user));

        assertThat(asked.outcome()).isEqualTo(ChatOutcome.CONFIRM_REQUIRED);
        assertThat(asked.reply()).contains("@e***.com").contains("YES").contains("NO");
        assertThat(asking.route(phone)).isEmpty();
        assertThat(asking.count("agent", "organization_id = ?1", asking.organizationOf(user)))
                .isZero();
        assertThat(asking.says(phone, "Who are you?").outcome()).isEqualTo(ChatOutcome.NOT_INSTALLED);
        assertThat(asking.says(phone, "Yes 👍").outcome()).isEqualTo(ChatOutcome.INSTALLED);
        assertThat(asking.route(phone)).isPresent();
    }

    @Test
    void noTurnsTheClaimDownAndTheTokenStaysGood() {
        String token = asking.token(asking.newUser());
        String phone = World.newPhone();
        asking.says(phone, token);

        assertThat(asking.says(phone, "no").outcome()).isEqualTo(ChatOutcome.UNLINKED);
        assertThat(asking.says(phone, "yes").outcome()).isEqualTo(ChatOutcome.NOT_INSTALLED);

        String owner = World.newPhone();
        asking.says(owner, token);
        assertThat(asking.says(owner, "yes").outcome()).isEqualTo(ChatOutcome.INSTALLED);
    }

    @Test
    void aYesThatComesTooLateIsToldSo() {
        String phone = World.newPhone();
        asking.says(phone, asking.token(asking.newUser()));
        asking.clock.advance(Duration.ofMinutes(15));

        assertThat(asking.says(phone, "YES").outcome()).isEqualTo(ChatOutcome.TOKEN_EXPIRED);
        assertThat(asking.says(phone, "YES").outcome()).isEqualTo(ChatOutcome.NOT_INSTALLED);
    }

    @Test
    void ofTwoWhoConfirmOneTokenOneIsTooLate() {
        String token = asking.token(asking.newUser());
        String first = World.newPhone();
        String second = World.newPhone();
        asking.says(first, token);
        asking.says(second, token);

        assertThat(asking.says(second, "yes").outcome()).isEqualTo(ChatOutcome.INSTALLED);
        assertThat(asking.says(first, "yes").outcome()).isEqualTo(ChatOutcome.TOKEN_USED);
    }

    @Test
    void aNewerTokenTakesThePlaceOfTheOneThatWaits() {
        UserId second = asking.newUser();
        String phone = World.newPhone();
        asking.says(phone, asking.token(asking.newUser()));
        asking.says(phone, asking.token(second));

        assertThat(asking.says(phone, "yes").organizationId()).isEqualTo(asking.organizationOf(second));
    }

    private String typeIn(UserId user) {
        Installed installed = (Installed) world.beans.installs.install(
                new InstallCommand(user, world.templateSlug, null, "07911 " + World.number()));
        @Nullable PhoneLink phone = installed.phone();
        assertThat(phone).isInstanceOf(PhoneLink.Linked.class);
        return phone instanceof PhoneLink.Linked linked ? linked.waJid() : "";
    }
}

package io.gatehouse.install.channel.webhook;

import io.gatehouse.contract.chat.ChatMessage;
import io.gatehouse.contract.platform.Namespace;
import io.gatehouse.kernel.json.LenientObject;
import java.util.List;
import java.util.Optional;

/**
 * Determines the workspace and the sender of a Slack event (Slack, "Events API", and "Developing for Enterprise
 * organizations"). An Enterprise organization is a grid of workspaces in which a person has one user id, which begins
 * with W or U. There a person is identified by organization and user, regardless of the workspace.
 */
final class SlackWorkspaces {

    private static final String TEAM = "team_id";
    private static final String ENTERPRISE = "enterprise_id";

    private final LenientObject body;
    private final LenientObject installation;

    private SlackWorkspaces(LenientObject body, LenientObject installation) {
        this.body = body;
        this.installation = installation;
    }

    /**
     * In a shared channel the body names the workspace where the event happened, and the authorization the workspace
     * that has installed the app.
     */
    static SlackWorkspaces of(LenientObject body) {
        return new SlackWorkspaces(
                body,
                body.objects("authorizations").stream().findFirst().orElseGet(() -> body.object("authorizations")));
    }

    /** @param id of a workspace or of an Enterprise organization */
    boolean isInstalledIn(String id) {
        return id.equals(team().orElse(""))
                || id.equals(installation(ENTERPRISE).orElse(""));
    }

    private Optional<String> team() {
        return installation(TEAM);
    }

    private Optional<String> installation(String name) {
        return installation.text(name).or(() -> body.text(name));
    }

    /**
     * A person.
     *
     * @param account the account in all workspaces of their organization
     * @param aliases accounts in a single workspace, by which earlier versions identified the person
     */
    record Person(String user, String account, List<ChatMessage.Alias> aliases) {}

    /** Empty if the event does not contain the sender. */
    Optional<Person> sender(LenientObject event) {
        Optional<String> user = event.text("user");
        Optional<String> team =
                event.text("user_team").or(() -> event.text("team")).or(this::team);
        return user.isEmpty() || team.isEmpty() ? Optional.empty() : Optional.of(person(user.get(), team.get()));
    }

    private Person person(String user, String team) {
        String workspace = team + ":" + user;
        return enterpriseOf(team)
                .map(enterprise -> new Person(
                        user,
                        enterprise + ":" + user,
                        List.of(new ChatMessage.Alias(Namespace.SLACK_USER_ID.wireName(), workspace))))
                .orElseGet(() -> new Person(user, workspace, List.of()));
    }

    /**
     * Returns the organization, which is named next to its workspace: a person who writes from another company's
     * workspace does not belong to it.
     */
    private Optional<String> enterpriseOf(String team) {
        return enterpriseOf(team, body).or(() -> enterpriseOf(team, installation));
    }

    private static Optional<String> enterpriseOf(String team, LenientObject named) {
        return team.equals(named.text(TEAM).orElse("")) ? named.text(ENTERPRISE) : Optional.empty();
    }
}

package io.gatehouse.install.claim.typed;

import io.gatehouse.contract.identity.IdentityLinks;
import io.gatehouse.contract.identity.IdentityLinks.UnlinkReason;
import io.gatehouse.domain.identity.ConfirmationCodes;
import io.gatehouse.install.claim.LinkAuthority;
import io.gatehouse.kernel.transaction.LostRaceException;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Asks accounts whose number users entered about the user who entered it last, and applies their answers. Runs in the
 * caller's transaction.
 */
@Dependent
public class TypedLinks {

    /** How long a question stays open. After that it is asked again, and the messages held for it are gone. */
    public static final Duration QUESTION_LIFETIME = Duration.ofDays(7);

    /** How long an account is not asked again about a user after a NO. */
    public static final Duration REFUSAL_LIFETIME = Duration.ofDays(30);

    private final TypedQuestionStore questions;
    private final IdentityLinks links;
    private final ConfirmationCodes codes;
    private final InstantSource clock;

    @Inject
    public TypedLinks(TypedQuestionStore questions, IdentityLinks links, ConfirmationCodes codes, InstantSource clock) {
        this.questions = questions;
        this.links = links;
        this.codes = codes;
        this.clock = clock;
    }

    /** Returns the question that the owner of these accounts was asked last, if it is open. */
    public Optional<TypedQuestion> open(Collection<String> accountKeys, UUID templateAgentId) {
        return questions.open(accountKeys, templateAgentId, clock.instant());
    }

    /**
     * Returns the questions that can be asked. Empty if no user entered one of these accounts, or none of them can be
     * asked about.
     */
    public Optional<PendingQuestions> pending(Collection<String> accountKeys, UUID templateAgentId) {
        return questions.pending(accountKeys, templateAgentId, clock.instant());
    }

    public void ask(TypedQuestion question) {
        if (!questions.add(question, null, clock.instant())) {
            throw new LostRaceException("a concurrent message was answered with a question first");
        }
    }

    /**
     * Changes the open question to that user, who may be the same. Its row is locked, so that concurrent messages
     * cannot answer it before this transaction ends.
     */
    public void askAbout(TypedQuestion open, TypedQuestion next) {
        if (!questions.replace(open, next.identityId())) {
            throw new LostRaceException("the question was answered concurrently");
        }
    }

    /**
     * Returns the question of the user whose page shows these digits. Empty if there is none, or if there are two by
     * coincidence.
     */
    public Optional<TypedQuestion> confirmed(PendingQuestions pending, String digits) {
        List<TypedQuestion> confirmed = pending.questions().stream()
                .filter(question -> codes.matches(question.identityId(), digits))
                .toList();
        return confirmed.size() == 1 ? Optional.of(confirmed.get(0)) : Optional.empty();
    }

    /** Links the account to the user that the answer concerns. The caller must close the open question. */
    public void accept(TypedQuestion open, TypedQuestion chosen, LinkAuthority authority) {
        askAbout(open, chosen);
        if (!links.confirm(chosen.identityId(), authority.organizationId())) {
            throw new LostRaceException("the link is no longer pending");
        }
    }

    /**
     * Ends the link that the question is about, which a token of its user may have made active in the meantime. If
     * there are other users to ask about, opens the question about the first of them.
     */
    public Optional<PendingQuestions> refuse(TypedQuestion open) {
        askAbout(open, open);
        if (!links.unlinkPending(open.identityId(), UnlinkReason.REPLIED_NO)) {
            throw new LostRaceException("the link is no longer pending");
        }
        Optional<PendingQuestions> others = pending(List.of(open.accountKey()), open.templateAgentId());
        others.ifPresentOrElse(next -> askAbout(open, next.newest()), () -> close(open));
        return others;
    }

    public void close(TypedQuestion question) {
        questions.close(question);
    }
}

package io.gatehouse.install.typed;

import io.gatehouse.contract.identity.IdentityLinks;
import io.gatehouse.contract.identity.IdentityLinks.UnlinkReason;
import io.gatehouse.install.claim.Sender;
import io.gatehouse.kernel.transaction.LostRaceException;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Asks the accounts of typed numbers, one user after the other, and carries out what they answer; in the caller's
 * transaction. Whom an answer is for was decided when the question was asked: who types the number meanwhile is not it.
 */
@Dependent
public class TypedLinks {

    /** A question that nobody answered for so long is asked anew, and what waited for its answer is gone. */
    public static final Duration QUESTION_STANDS = Duration.ofDays(7);

    private final TypedQuestionStore questions;
    private final IdentityLinks links;
    private final InstantSource clock;

    @Inject
    public TypedLinks(TypedQuestionStore questions, IdentityLinks links, InstantSource clock) {
        this.questions = questions;
        this.links = links;
        this.clock = clock;
    }

    /** The question that this sender was asked. */
    public Optional<TypedQuestion> open(Sender sender, UUID templateAgentId) {
        return questions.open(sender.keys(), templateAgentId, over());
    }

    /** Opens the question about the user who typed the number last. Empty if nobody did who could be asked about. */
    public Optional<TypedQuestion> ask(Sender sender, UUID templateAgentId) {
        Optional<TypedQuestion> next = questions.next(sender.keys(), templateAgentId);
        next.ifPresent(question -> {
            if (!questions.add(question, null, clock.instant(), over())) {
                throw new LostRaceException("another message was asked first");
            }
        });
        return next;
    }

    /** Keeps the question open, and others from answering it before this transaction ends. */
    public void askAgain(TypedQuestion question) {
        if (!questions.renew(question, clock.instant())) {
            throw new LostRaceException("the question was answered meanwhile");
        }
    }

    /** Links the account to the user whom the question named, and to nobody else. The question is to be closed. */
    public void accept(TypedQuestion question) {
        askAgain(question);
        if (!links.confirm(question.identityId())) {
            throw new LostRaceException("the link is not pending any more");
        }
    }

    /** Ends the link that the question named. The next one, if there is another user to be asked about, is open. */
    public Optional<TypedQuestion> refuse(TypedQuestion question) {
        askAgain(question);
        links.unlink(question.identityId(), UnlinkReason.REPLIED_NO);
        Optional<TypedQuestion> next = questions.next(List.of(question.accountKey()), question.templateAgentId());
        if (next.isPresent()) {
            questions.replace(question, next.get().identityId(), clock.instant());
        } else {
            close(question);
        }
        return next;
    }

    public void close(TypedQuestion question) {
        questions.close(question);
    }

    private Instant over() {
        return clock.instant().minus(QUESTION_STANDS);
    }
}

package io.gatehouse.install.typed;

import io.gatehouse.contract.identity.IdentityLinks;
import io.gatehouse.contract.identity.IdentityLinks.UnlinkReason;
import io.gatehouse.domain.identity.ConfirmationCodes;
import io.gatehouse.install.claim.Voucher;
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
 * Asks the accounts of typed numbers about the user who typed last, and carries out what they answer; in the caller's
 * transaction.
 */
@Dependent
public class TypedLinks {

    /** A question that nobody answered for so long is asked anew, and what waited for its answer is gone. */
    public static final Duration QUESTION_STANDS = Duration.ofDays(7);

    /** For how long an account is not asked again about a user whom it said NO to. */
    public static final Duration REFUSAL_STANDS = Duration.ofDays(30);

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

    /** The question that the owner of these accounts was asked last. */
    public Optional<TypedQuestion> open(Collection<String> accountKeys, UUID templateAgentId) {
        return questions.open(accountKeys, templateAgentId, clock.instant());
    }

    /** Empty if nobody typed one of these accounts who could be asked about. */
    public Optional<Askable> askable(Collection<String> accountKeys, UUID templateAgentId) {
        return questions.askable(accountKeys, templateAgentId, clock.instant());
    }

    public void ask(TypedQuestion question) {
        if (!questions.add(question, null, clock.instant())) {
            throw new LostRaceException("another message was asked first");
        }
    }

    /** Asks about that user from now on, who may be the same; others cannot answer before this transaction ends. */
    public void askAbout(TypedQuestion open, TypedQuestion next) {
        if (!questions.replace(open, next.identityId())) {
            throw new LostRaceException("the question was answered meanwhile");
        }
    }

    /** The one whose page shows these digits. Empty if none does, or two by chance. */
    public Optional<TypedQuestion> meant(Askable askable, String digits) {
        List<TypedQuestion> meant = askable.questions().stream()
                .filter(question -> codes.matches(question.identityId(), digits))
                .toList();
        return meant.size() == 1 ? Optional.of(meant.get(0)) : Optional.empty();
    }

    /** Links the account to the user whom the answer is for, and to nobody else. The open question is to be closed. */
    public void accept(TypedQuestion open, TypedQuestion chosen, Voucher voucher) {
        askAbout(open, chosen);
        if (!links.confirm(chosen.identityId(), voucher.organizationId())) {
            throw new LostRaceException("the link is not pending any more");
        }
    }

    /**
     * Ends the link that the question named, which a code of its user may have made an active one meanwhile. If others can be
     * asked about, the question about the first of them is open.
     */
    public Optional<Askable> refuse(TypedQuestion open) {
        askAbout(open, open);
        if (!links.unlinkPending(open.identityId(), UnlinkReason.REPLIED_NO)) {
            throw new LostRaceException("the link is not pending any more");
        }
        Optional<Askable> others = askable(List.of(open.accountKey()), open.templateAgentId());
        others.ifPresentOrElse(next -> askAbout(open, next.newest()), () -> close(open));
        return others;
    }

    public void close(TypedQuestion question) {
        questions.close(question);
    }
}

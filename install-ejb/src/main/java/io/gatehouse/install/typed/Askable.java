package io.gatehouse.install.typed;

import io.gatehouse.install.reply.MaskedEmail;
import java.util.List;

/**
 * Whom an account can be asked about.
 *
 * @param questions one for each pending link, the one that was typed last first; at least one
 */
public record Askable(List<TypedQuestion> questions) {

    public Askable {
        questions = List.copyOf(questions);
    }

    public TypedQuestion newest() {
        return questions.get(0);
    }

    /**
     * Whether the question does not tell for certain whose it is: several users typed the number, or nobody vouches for an
     * address by which it could name the one who did. A YES must bring the digits of a page then.
     */
    public boolean isInDoubt() {
        return questions.stream().map(TypedQuestion::user).distinct().count() > 1
                || MaskedEmail.of(newest().email()).isEmpty();
    }
}

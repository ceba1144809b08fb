package io.gatehouse.install.claim.typed;

import io.gatehouse.install.channel.reply.MaskedEmail;
import java.util.List;

/**
 * The questions that can be put to an account.
 *
 * @param questions one for each pending link, the number entered last first; at least one
 */
public record PendingQuestions(List<TypedQuestion> questions) {

    public PendingQuestions {
        questions = List.copyOf(questions);
    }

    public TypedQuestion newest() {
        return questions.get(0);
    }

    /**
     * Whether the question does not identify its user with certainty: several users entered the number, or the user has
     * no verified address to show. Then a YES must contain the digits that the user's page shows.
     */
    public boolean isAmbiguous() {
        return questions.stream().map(TypedQuestion::user).distinct().count() > 1
                || MaskedEmail.of(newest().email()).isEmpty();
    }
}

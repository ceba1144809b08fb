package io.gatehouse.web.api.chat;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.contract.chat.ChatOutcome;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.junit.jupiter.api.Test;

class ChatAnswersTest {

    @Test
    void theOpenApiDocumentListsEveryOutcome() {
        Schema outcome = Objects.requireNonNull(
                Arrays.stream(ChatAnswers.Message.class.getRecordComponents())
                        .filter(component -> component.getName().equals("outcome"))
                        .findFirst()
                        .orElseThrow()
                        .getAccessor()
                        .getAnnotation(Schema.class),
                "a schema of the outcome");

        assertThat(outcome.enumeration())
                .containsExactlyInAnyOrder(Arrays.stream(ChatOutcome.values())
                        .map(it -> it.name().toLowerCase(Locale.ROOT))
                        .toArray(String[]::new));
    }
}

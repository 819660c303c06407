package io.github.pscsdk.example.desktop.model;

import io.github.pscsdk.api.dialog.CardChoice;
import io.github.pscsdk.api.dialog.NationalIdAnswer;
import io.github.pscsdk.api.dialog.OneTimeCodeQuestion;
import io.github.pscsdk.api.dialog.TextQuestion;
import io.github.pscsdk.api.professional.NationalId;
import io.github.pscsdk.diagnostic.ShortText;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/** A question of a login, which waits for the reply, or for its end. */
public sealed interface Question {
    /** One of two cards or more. */
    record WhichCard(List<CardChoice> cards, Reply<CardChoice> reply) implements Question {
        public WhichCard {
            cards = List.copyOf(cards);
        }
    }

    /** The identifier of the person, perhaps that of the card that was read last. */
    record Who(Optional<NationalId> suggested, Reply<NationalId> reply) implements Question {}

    /** The holder of a card that does not say whose it is. */
    record Whose(Reply<NationalIdAnswer> reply) implements Question {}

    /** A one-time code that a device shows, or that was sent; no digits at all have another one sent. */
    record OneTimeCode(OneTimeCodeQuestion about, Reply<char[]> reply) implements Question {}

    /** One line of text. */
    record FreeText(TextQuestion about, Reply<String> reply) implements Question {}

    /** One of several answers. */
    record WhichOne(ShortText about, List<ShortText> choices, Reply<ShortText> reply) implements Question {}

    /** Yes or no. */
    record YesOrNo(ShortText about, Reply<Boolean> reply) implements Question {}

    /** The six digits that the page shows at the end of the login in the browser. */
    record PageCode(int triesLeft, boolean again, Reply<String> reply) implements Question {}

    /** The answer of a person, for the thread that waits for it. The first one counts. */
    final class Reply<T> {
        private final CompletableFuture<Optional<T>> answer = new CompletableFuture<>();

        Reply() {}

        public void give(T value) {
            answer.complete(Optional.of(value));
        }

        Optional<T> await() throws InterruptedException {
            try {
                return answer.get();
            } catch (ExecutionException e) {
                throw new IllegalStateException("nobody makes it fail", e);
            }
        }

        /** Never what was answered. */
        @Override
        public String toString() {
            return "Reply[" + (answer.isDone() ? "given" : "awaited") + "]";
        }
    }
}

package io.github.pscsdk.example.desktop.login;

import io.github.pscsdk.api.dialog.CardChoice;
import io.github.pscsdk.api.dialog.NationalIdAnswer;
import io.github.pscsdk.api.dialog.OneTimeCodeQuestion;
import io.github.pscsdk.api.dialog.TextQuestion;
import io.github.pscsdk.api.professional.NationalId;
import io.github.pscsdk.diagnostic.ShortText;
import java.util.List;
import java.util.Optional;

/** What a login has to ask. Each waits for its reply, or for the login's end. */
public sealed interface Question {
    /**
     * With which card?
     *
     * @param cards two or more
     * @param reply one of them
     */
    record WhichCard(List<CardChoice> cards, Reply<CardChoice> reply) implements Question {
        public WhichCard {
            cards = List.copyOf(cards);
        }
    }

    /** Who is it, perhaps the holder of the card that was read last? */
    record Who(Optional<NationalId> suggested, Reply<NationalId> reply) implements Question {}

    /** Whose card is it that does not say? */
    record Whose(Reply<NationalIdAnswer> reply) implements Question {}

    /**
     * Which one-time code does a device show, or was sent?
     *
     * @param about the device
     * @param reply so many digits as it says; none to have another one sent
     */
    record OneTimeCode(OneTimeCodeQuestion about, Reply<char[]> reply) implements Question {}

    /**
     * What does a person type?
     *
     * @param about what is asked
     * @param reply one line
     */
    record FreeText(TextQuestion about, Reply<String> reply) implements Question {}

    /**
     * Which one of several?
     *
     * @param about what is asked
     * @param reply one of the choices
     */
    record WhichOne(ShortText about, List<ShortText> choices, Reply<ShortText> reply) implements Question {}

    /**
     * Yes or no?
     *
     * @param about what is asked
     * @param reply whether it is yes
     */
    record YesOrNo(ShortText about, Reply<Boolean> reply) implements Question {}

    /**
     * Which six digits does the page show at the end of the login in the browser?
     *
     * @param again whether the answer before was wrong
     * @param reply what was typed
     */
    record PageCode(int triesLeft, boolean again, Reply<String> reply) implements Question {}
}

package io.github.pscsdk.example.desktop.model;

import io.github.pscsdk.api.dialog.BrowserCodeQuestion;
import io.github.pscsdk.api.dialog.CardChoice;
import io.github.pscsdk.api.dialog.ChoiceQuestion;
import io.github.pscsdk.api.dialog.NationalIdAnswer;
import io.github.pscsdk.api.dialog.NationalIdQuestion;
import io.github.pscsdk.api.dialog.OneTimeCodeQuestion;
import io.github.pscsdk.api.dialog.TextQuestion;
import io.github.pscsdk.api.dialog.YesNoQuestion;
import io.github.pscsdk.diagnostic.ShortText;
import java.util.List;

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

    /**
     * Who is it?
     *
     * @param about why it is asked
     * @param reply the identifier
     */
    record Whose(NationalIdQuestion about, Reply<NationalIdAnswer> reply) implements Question {}

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
     * @param reply one of its choices
     */
    record WhichOne(ChoiceQuestion about, Reply<ShortText> reply) implements Question {}

    /**
     * Yes or no?
     *
     * @param about what is asked
     * @param reply whether it is yes
     */
    record YesOrNo(YesNoQuestion about, Reply<Boolean> reply) implements Question {}

    /**
     * Which six digits does the page show at the end of the login in the browser?
     *
     * @param about how many tries are left
     * @param reply what was typed
     */
    record PageCode(BrowserCodeQuestion about, Reply<String> reply) implements Question {}
}

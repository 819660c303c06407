package io.github.pscsdk.spi;

import io.github.pscsdk.api.dialog.CardChoice;
import io.github.pscsdk.api.dialog.ChoiceQuestion;
import io.github.pscsdk.api.dialog.NationalIdAnswer;
import io.github.pscsdk.api.dialog.OneTimeCodeQuestion;
import io.github.pscsdk.api.dialog.ShownPicture;
import io.github.pscsdk.api.dialog.TextQuestion;
import io.github.pscsdk.api.dialog.YesNoQuestion;
import io.github.pscsdk.diagnostic.ShortText;
import java.util.List;
import java.util.Optional;

/**
 * The questions that an authenticator may put to the person, through the host. Implemented by the engine; a test implements
 * what it needs. Use it on the thread of {@link Authenticator#authenticate} and not after it returned.
 *
 * <p>There may be no answer: a host may have no dialog, or not this question; the person may decline; an exception of the
 * host counts as no answer. Each question waits until the person has answered, and is interrupted at the deadline.
 *
 * <p>The codes of Pro Santé Connect are never asked for here: the code porteur is typed into CPS-Gestion or on the page, and
 * the code that ends a login in the browser is the engine's to ask for.
 */
public interface PersonDialog {

    /**
     * Asks with which of several cards or devices to log in.
     *
     * @param cards 2 to 32, else it throws {@link IllegalArgumentException}
     * @return one of {@code cards}
     */
    default Optional<CardChoice> card(List<CardChoice> cards) throws InterruptedException {
        return Optional.empty();
    }

    /**
     * Asks whose a device is that does not say it.
     *
     * @param device an opaque, stable name, under which a host may keep the answer; no identifier of a person
     */
    default Optional<NationalIdAnswer> holderOf(String device) throws InterruptedException {
        return Optional.empty();
    }

    /**
     * Asks for a one-time code of the authenticator's own.
     *
     * @return so many digits as the question says, overwritten when the attempt has ended; or, where the question
     *     offers it, the wish to {@linkplain OneTimeCodeQuestion#asksToSendAgain get another code}
     */
    default Optional<char[]> oneTimeCode(OneTimeCodeQuestion question) throws InterruptedException {
        return Optional.empty();
    }

    /**
     * Asks the person to type something.
     *
     * @return one line, at most as long as the question says
     */
    default Optional<String> text(TextQuestion question) throws InterruptedException {
        return Optional.empty();
    }

    /**
     * Asks the person to choose.
     *
     * @return one of the question's choices
     */
    default Optional<ShortText> choice(ChoiceQuestion question) throws InterruptedException {
        return Optional.empty();
    }

    /** Asks for yes or no. */
    default Optional<Boolean> yesOrNo(YesNoQuestion question) throws InterruptedException {
        return Optional.empty();
    }

    /**
     * Shows a picture or a QR code, in place of the one before, until {@link #hidePicture} or the end of the attempt.
     * Does not wait.
     *
     * @return whether the person can see it
     */
    default boolean showPicture(ShownPicture picture) throws InterruptedException {
        return false;
    }

    /** Takes away what is shown, if anything is. */
    default void hidePicture() {}
}

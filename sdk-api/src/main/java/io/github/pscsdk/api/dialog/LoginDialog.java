package io.github.pscsdk.api.dialog;

import io.github.pscsdk.diagnostic.ShortText;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * The questions that a login may ask the person through the host. Implement those that the host can ask. The others
 * stay unanswered, and the login fails with a problem that says what was missing.
 *
 * <p>Called on a thread of the login, one question at a time, which may block until the person has answered. Switch to the thread of the user
 * interface yourself, and let the wait be interrupted. An exception counts as no answer.
 */
public interface LoginDialog {
    /** Answers only with a {@linkplain NationalIdQuestion#suggested suggested} identifier. */
    LoginDialog SILENT = new LoginDialog() {};

    /**
     * Asks for the national identifier, where neither the request nor a device names the professional.
     *
     * @return empty where the person gives none; the suggestion, if there is one, unless overridden
     */
    default Optional<NationalIdAnswer> nationalId(NationalIdQuestion question) throws InterruptedException {
        return question.suggested().map(NationalIdAnswer::of);
    }

    /**
     * Asks with which of two or more cards to log in.
     *
     * @return one of {@code cards}; empty where the person chooses none
     */
    default Optional<CardChoice> card(List<CardChoice> cards) throws InterruptedException {
        return Optional.empty();
    }

    /**
     * Asks for the code that the page shows at the end of a browser login. Never read it from the page or a clipboard:
     * the protection is that a person copies it.
     *
     * @return six digits, spaces allowed; empty where the person gives none, which ends the login
     */
    default Optional<String> browserCode(BrowserCodeQuestion question) throws InterruptedException {
        return Optional.empty();
    }

    /**
     * Shows the address of the login page, as text or QR code, because no browser could be opened. Return as soon as it
     * is shown. The address belongs to this login: never log it, and remove it when the login ends.
     *
     * @return whether the login goes on waiting; false, the default, ends it with {@code BROWSER_NOT_OPENED}
     */
    default boolean browserPage(URI page) throws InterruptedException {
        return false;
    }

    /**
     * Asks for a one-time code of a plug-in's own. Name the {@linkplain OneTimeCodeQuestion#device device} in the question, or what the code
     * {@linkplain OneTimeCodeQuestion#isSent was sent} by, and hide nothing: the code is worth nothing once it was used.
     *
     * @return so many digits as the question says; the engine copies them and overwrites the array. An empty array asks for another code,
     *     where the question {@linkplain OneTimeCodeQuestion#maySendAgain offers} it. Anything else counts as no answer
     * @throws InterruptedException if the login is cancelled meanwhile
     */
    default Optional<char[]> oneTimeCode(OneTimeCodeQuestion question) throws InterruptedException {
        return Optional.empty();
    }

    /**
     * Asks the person to type something. Show the question as plain text.
     *
     * @return one line of at most so many characters as the question says; anything else counts as no answer
     */
    default Optional<String> text(TextQuestion question) throws InterruptedException {
        return Optional.empty();
    }

    /**
     * Asks the person to choose. Show question and choices as plain text.
     *
     * @return one of the question's choices; empty where the person chooses none
     */
    default Optional<ShortText> choice(ChoiceQuestion question) throws InterruptedException {
        return Optional.empty();
    }

    /** Asks for yes or no. Show the question as plain text. Empty where the person answers neither. */
    default Optional<Boolean> yesOrNo(YesNoQuestion question) throws InterruptedException {
        return Optional.empty();
    }

    /**
     * Shows a picture or a QR code with its caption, in place of the one before, until {@link #hidePicture}. Return as
     * soon as it is shown. It is of this login: never log or keep it.
     *
     * @return true if the person can see it; false unless overridden
     */
    default boolean showPicture(ShownPicture picture) throws InterruptedException {
        return false;
    }

    /** Takes away the picture that is shown: the plug-in no longer needs it, or its attempt has ended. */
    default void hidePicture() {}
}

package io.github.pscsdk.api.dialog;

import io.github.pscsdk.api.professional.NationalId;
import io.github.pscsdk.diagnostic.BilingualLine;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * The questions that a login may ask the person through the host. Implement those that the host can ask. The others
 * stay unanswered, and the login fails with a problem that says what was missing.
 *
 * <p>Called on a thread of the login, one question at a time, which may block until the person has answered. Switch to
 * the thread of the user interface yourself, and let the wait be interrupted. An exception counts as no answer.
 *
 * <p>An authenticator gets one of the engine's ({@code AuthenticationContext.dialog()}), to use on the thread of its
 * attempt until that ends. There may be no answer: a host may have no dialog, or not this question, and the person may
 * decline. A question is interrupted at the deadline. {@link #whoLogsIn}, {@link #browserCode} and {@link #browserPage}
 * are the engine's own and get no answer there. The codes of Pro Santé Connect are never asked for: the code porteur is
 * typed into CPS-Gestion or on the page.
 */
public interface LoginDialog {
    /** Answers only with a suggested identifier. */
    LoginDialog SILENT = new LoginDialog() {};

    /**
     * Asks for the national identifier, where neither the request nor a device names the professional.
     *
     * @param suggested the holder of the card that this client read last. Show it masked, and let the person confirm or
     *     change it
     * @return empty where the person gives none; the suggestion, if there is one, unless overridden
     */
    default Optional<NationalId> whoLogsIn(Optional<NationalId> suggested) throws InterruptedException {
        return suggested;
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
     * Asks with which of several cards or devices to log in.
     *
     * @param cards 2 to 32, else the engine throws {@link IllegalArgumentException}
     * @return one of {@code cards}; empty where the person chooses none
     */
    default Optional<CardChoice> card(List<CardChoice> cards) throws InterruptedException {
        return Optional.empty();
    }

    /**
     * Asks for the six digits that the page shows at the end of a browser login. Only the person at that browser sees
     * them, so an attacker who began the login gets no session. Never read them from the page or a clipboard: a person
     * must copy them.
     *
     * @param triesLeft how many wrong codes end the login, at least 1
     * @param again whether the answer before was a wrong code or no code
     * @return six digits, spaces allowed; empty where the person gives none, which ends the login
     */
    default Optional<String> browserCode(int triesLeft, boolean again) throws InterruptedException {
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
     * Asks for a one-time code of a plug-in's own. Name the {@linkplain OneTimeCodeQuestion#device device} in the
     * question, or what the code {@linkplain OneTimeCodeQuestion#isSent was sent} by, and hide nothing: the code is
     * worth nothing once it was used.
     *
     * @return so many digits as the question says; the engine copies them and overwrites the array, and its copy when
     *     the attempt has ended. An empty array asks for another code, where the question {@linkplain
     *     OneTimeCodeQuestion#maySendAgain offers} it. Anything else counts as no answer
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
     * @param choices in the order in which they are shown: 2 to 12, each once, else the engine throws {@link
     *     IllegalArgumentException}
     * @return one of the choices; empty where the person chooses none
     */
    default Optional<BilingualLine> choice(BilingualLine question, List<BilingualLine> choices)
            throws InterruptedException {
        return Optional.empty();
    }

    /** Asks for yes or no. Show the question as plain text. Empty where the person answers neither. */
    default Optional<Boolean> yesOrNo(BilingualLine question) throws InterruptedException {
        return Optional.empty();
    }

    /**
     * Shows a picture or a QR code with its caption, in place of the one before, until {@link #hidePicture} or the end
     * of the attempt. Return as soon as it is shown. It is of this login: never log or keep it.
     *
     * @return true if the person can see it; false unless overridden
     */
    default boolean showPicture(ShownPicture picture) throws InterruptedException {
        return false;
    }

    /** Takes away the picture that is shown, if any is: the plug-in no longer needs it, or its attempt has ended. */
    default void hidePicture() {}
}

package io.github.pscsdk.api;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * What a login may have to ask the person, through the host. Implement the questions that the host can put; the others
 * stay unanswered, and the login fails with a problem that says what was missing.
 *
 * <p>Called on the login's thread, which may block until the person has answered: hop to the user-interface thread
 * yourself, and be interruptible. Where it throws, that counts as no answer.
 */
public interface LoginDialog {
    /** Leaves every question unanswered, but for an identifier that {@linkplain NationalIdQuestion#suggested suggests itself}. */
    LoginDialog SILENT = new LoginDialog() {};

    /**
     * Asks for the national identifier, where neither the request nor a device names the professional.
     *
     * @return empty where the person gives none; the suggestion, if there is one, unless overridden
     * @throws InterruptedException if the login is cancelled meanwhile
     */
    default Optional<NationalIdAnswer> nationalId(NationalIdQuestion question) throws InterruptedException {
        return question.suggested().map(holder -> new NationalIdAnswer(holder, false));
    }

    /**
     * Asks with which of several cards to log in.
     *
     * @param cards two or more
     * @return one of {@code cards}; empty where the person chooses none
     * @throws InterruptedException if the login is cancelled meanwhile
     */
    default Optional<CardChoice> card(List<CardChoice> cards) throws InterruptedException {
        return Optional.empty();
    }

    /**
     * Asks for the code that the page shows at the end of a browser login. A host that offers the way in by browser needs this;
     * never fill it in by itself, from the page or a clipboard: that a person copies it is what it is for.
     *
     * @return six digits, spaces allowed; empty where the person gives none, which ends the login
     * @throws InterruptedException if the login is cancelled meanwhile
     */
    default Optional<String> browserCode(BrowserCodeQuestion question) throws InterruptedException {
        return Optional.empty();
    }

    /**
     * Has the host show the address of the login page, as text or as a QR code, where no browser could be opened. Return as soon as
     * it is shown: the login waits for the person by itself. The address belongs to this one login: never log it, and take it away
     * when the login ends.
     *
     * @return whether the person can get there, so that the login goes on waiting; false, unless overridden, ends it with {@code
     *     BROWSER_NOT_OPENED}
     * @throws InterruptedException if the login is cancelled meanwhile
     */
    default boolean browserPage(URI page) throws InterruptedException {
        return false;
    }
}

package io.github.pscsdk.api;

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
    /** Leaves every question unanswered. */
    LoginDialog SILENT = new LoginDialog() {};

    /**
     * Asks for the national identifier, where neither the request nor a device names the professional.
     *
     * @return empty where the person gives none
     * @throws InterruptedException if the login is cancelled meanwhile
     */
    default Optional<NationalIdAnswer> nationalId(NationalIdQuestion question) throws InterruptedException {
        return Optional.empty();
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
}

package io.github.pscsdk.api;

/**
 * Asks for the code of six digits that the page of the server half shows at the end of a browser login. Whoever has the
 * code sits before the browser in which the professional logged in: so a login that somebody else began, and had the
 * professional finish, gives nobody a session.
 *
 * @param triesLeft how many wrong codes end the login, at least 1
 * @param again whether the code that was given before was wrong, or was none
 */
public record BrowserCodeQuestion(int triesLeft, boolean again) {
    /** Checks. */
    public BrowserCodeQuestion {
        if (triesLeft < 1) {
            throw new IllegalArgumentException("nobody is asked without a try left");
        }
    }
}

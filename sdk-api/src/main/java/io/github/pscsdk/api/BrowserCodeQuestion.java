package io.github.pscsdk.api;

/**
 * Asks for the code of six digits that the page of the server half shows at the end of a browser login. Only the
 * person at the browser in which the professional logged in sees the code. So an attacker who began the login, and
 * made the professional finish it, gets no session.
 *
 * @param triesLeft how many wrong codes end the login, at least 1
 * @param again true if the previous answer was a wrong code or no code
 */
public record BrowserCodeQuestion(int triesLeft, boolean again) {
    public BrowserCodeQuestion {
        if (triesLeft < 1) {
            throw new IllegalArgumentException("nobody is asked without a try left");
        }
    }
}

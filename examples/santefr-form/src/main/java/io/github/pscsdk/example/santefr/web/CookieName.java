package io.github.pscsdk.example.santefr.web;

/** The cookies of the pages. */
enum CookieName {
    /** The handle of the session. */
    SESSION("santefr-session"),
    /** The states of the logins that this browser has begun. */
    LOGINS("santefr-logins"),
    /** The state of the logout that this browser has begun. */
    SIGN_OUT("santefr-sign-out"),
    /** The ticket of a form that was sent when its session was over. */
    INTERRUPTED("santefr-interrupted"),
    /** The language that was chosen. */
    LANGUAGE("santefr-language");

    private final String text;

    CookieName(String text) {
        this.text = text;
    }

    /** As it is called where there is no https. */
    String text() {
        return text;
    }
}

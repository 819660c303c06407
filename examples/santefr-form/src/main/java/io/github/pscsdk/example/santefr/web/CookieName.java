package io.github.pscsdk.example.santefr.web;

/** The cookies of the pages. */
enum CookieName {
    /** The handle of the session. */
    SESSION("santefr-session"),
    /** The states of the logins that this browser has begun. */
    LOGINS("santefr-logins"),
    /** The state of the logout that this browser has begun. */
    SIGN_OUT("santefr-sign-out"),
    /** The language that was chosen. */
    LANGUAGE("santefr-language");

    private final String text;

    CookieName(String text) {
        this.text = text;
    }

    /** Behind https with the prefix by which a browser takes it from this host alone (RFC 6265bis §4.1.3.2). */
    String under(boolean https) {
        return https ? "__Host-" + text : text;
    }
}

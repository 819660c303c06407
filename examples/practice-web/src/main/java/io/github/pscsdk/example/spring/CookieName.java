package io.github.pscsdk.example.spring;

/** The cookies of the login. */
enum CookieName {
    /** The handle of the session. */
    SESSION("psc-session"),
    /** The states of the logins that this browser has begun. */
    LOGINS("psc-logins"),
    /** The state of the logout that this browser has begun. */
    SIGN_OUT("psc-sign-out");

    private final String text;

    CookieName(String text) {
        this.text = text;
    }

    /** Behind https with the prefix by which a browser takes it from this host alone (RFC 6265bis §4.1.3.2). */
    String under(boolean https) {
        return https ? "__Host-" + text : text;
    }
}

package io.github.pscsdk.spring;

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

    /** As it is called where there is no https. */
    String text() {
        return text;
    }
}

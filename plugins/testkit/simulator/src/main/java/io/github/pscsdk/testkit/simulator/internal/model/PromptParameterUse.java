package io.github.pscsdk.testkit.simulator.internal.model;

/** The login page's use of {@code prompt} and {@code max_age} in a session; unknown (pro-sante-connect, 2 and 15.5). */
public enum PromptParameterUse {
    /** As Keycloak: they are obeyed, and only the person of the session may log in again; others must log out first. */
    KEYCLOAK,
    /** They are obeyed, and anybody may log in; another person's login ends the session and begins a new one. */
    ANYBODY,
    /** They are not looked at: no request asks anew, and {@code prompt=none} shows a page. */
    IGNORED
}

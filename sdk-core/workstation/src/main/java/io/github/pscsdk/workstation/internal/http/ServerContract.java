package io.github.pscsdk.workstation.internal.http;

/** Which contract a server half speaks, as far as the host says. */
public enum ServerContract {
    /** Found out: the full one, unless the server half shows that it speaks the plain one alone. */
    FOUND_OUT,
    /** ANS's own: {@code /connect}, {@code /disconnect} and {@code /send}. */
    PLAIN,
    /** With the additions under {@code /v1}. */
    FULL
}

package io.github.pscsdk.relyingparty.web;

import java.util.Optional;

/** The cookies of one request, and of its answer. */
public interface BrowserCookies {
    /** The value of the cookie with that name; empty where the browser sent none. */
    Optional<String> read(String name);

    /** Adds a header {@code Set-Cookie} with that value to the answer, whatever becomes of it. */
    void add(String setCookie);
}

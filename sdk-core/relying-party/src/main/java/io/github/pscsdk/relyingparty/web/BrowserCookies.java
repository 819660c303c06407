package io.github.pscsdk.relyingparty.web;

/** The cookies of one request, and of its answer. */
public interface BrowserCookies extends SentCookies {
    /** Adds a header {@code Set-Cookie} with that value to the answer, whatever becomes of it. */
    void add(String setCookie);
}

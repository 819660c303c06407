package io.github.pscsdk.relyingparty.web;

import java.util.Optional;

/** The cookies of one request. */
@FunctionalInterface
public interface SentCookies {
    /** The value of the cookie with that name; empty where the browser sent none. */
    Optional<String> read(String name);
}

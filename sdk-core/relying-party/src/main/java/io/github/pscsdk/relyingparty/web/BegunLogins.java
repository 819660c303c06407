package io.github.pscsdk.relyingparty.web;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The logins that one browser has begun, by their states, the newest first: each tab may have one. Kept in a cookie, they
 * bind the return from Pro Santé Connect to the browser that set out, so that nobody can finish a login that somebody else
 * began (RFC 9700, section 4.7). Immutable.
 */
final class BegunLogins {
    private static final String SEPARATOR = ".";
    private static final Pattern STATE = Pattern.compile("[A-Za-z0-9_-]{20,128}");
    // So many tabs at most that the cookie stays small.
    private static final int MOST = 4;

    private final List<String> states;

    private BegunLogins(Stream<String> states) {
        this.states = states.limit(MOST).toList();
    }

    /** Reads the cookie's value, which anybody may have written: what is no state is left out. An empty text has none. */
    static BegunLogins ofCookie(String value) {
        return new BegunLogins(Stream.of(value.split(Pattern.quote(SEPARATOR)))
                .filter(state -> STATE.matcher(state).matches()));
    }

    /** Whether this browser began that login. */
    boolean has(String state) {
        return states.contains(state);
    }

    /** These and a newer one. The oldest of five is forgotten. */
    BegunLogins with(String state) {
        return new BegunLogins(Stream.concat(Stream.of(state), states.stream()));
    }

    /** These without one that has come back. */
    BegunLogins without(String state) {
        return new BegunLogins(states.stream().filter(other -> !other.equals(state)));
    }

    /** The value of the cookie; empty when there is nothing to keep. */
    String toCookie() {
        return String.join(SEPARATOR, states);
    }

    /** How many. */
    @Override
    public String toString() {
        return "BegunLogins[" + states.size() + "]";
    }
}

package io.github.pscsdk.example.spring;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The logins that one browser has begun, by their states, the newest first: each tab may have one. As a cookie they bind
 * the return from Pro Santé Connect to the browser that set out (RFC 9700 §4.7).
 *
 * @param states so many at most that the cookie stays small
 */
record BegunLogins(List<String> states) {
    private static final String SEPARATOR = ".";
    private static final Pattern STATE = Pattern.compile("[A-Za-z0-9_-]{20,128}");
    private static final int MOST = 4;

    BegunLogins {
        states = List.copyOf(states);
    }

    static BegunLogins ofCookie(String value) {
        return of(Stream.of(value.split(Pattern.quote(SEPARATOR)))
                .filter(state -> STATE.matcher(state).matches()));
    }

    boolean has(String state) {
        return states.contains(state);
    }

    BegunLogins with(String state) {
        return of(Stream.concat(Stream.of(state), states.stream()));
    }

    BegunLogins without(String state) {
        return of(states.stream().filter(other -> !other.equals(state)));
    }

    String toCookie() {
        return String.join(SEPARATOR, states);
    }

    private static BegunLogins of(Stream<String> states) {
        return new BegunLogins(states.limit(MOST).toList());
    }

    /** How many. */
    @Override
    public String toString() {
        return "BegunLogins[" + states.size() + "]";
    }
}

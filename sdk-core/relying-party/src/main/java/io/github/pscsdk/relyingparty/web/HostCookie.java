package io.github.pscsdk.relyingparty.web;

import java.net.URI;
import java.time.Duration;
import java.util.regex.Pattern;

/**
 * A cookie that goes to this host alone: never to a script; by https alone where browsers come so, with the prefix
 * {@code __Host-} (RFC 6265bis, section 4.1.3.2); and {@code SameSite=Lax}, since a strict one would not come back with
 * the link from PSC.
 *
 * <p>Add each text that is made here as a header {@code Set-Cookie}; read the cookie by its {@link #name}. Made by
 * {@link #named}.
 *
 * @param name in the browser, with the prefix
 * @param https whether browsers come so
 */
public record HostCookie(String name, boolean https) {
    private static final String PREFIX = "__Host-";
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]+");
    // RFC 6265, section 4.1.1: cookie-octet.
    private static final Pattern VALUE = Pattern.compile("[!#-+\\--:<-\\[\\]-~]*");

    /** Refuses what is no name of a cookie, and one without the prefix where browsers come by https. */
    public HostCookie {
        var isPrefixed = name.startsWith(PREFIX);
        if (isPrefixed != https
                || !NAME.matcher(isPrefixed ? name.substring(PREFIX.length()) : name)
                        .matches()) {
            throw new IllegalArgumentException("not the name of a cookie");
        }
    }

    /**
     * A cookie of that application.
     *
     * @param name letters, digits, {@code _} and {@code -}
     * @param publicBaseUri how browsers reach the application
     */
    public static HostCookie named(String name, URI publicBaseUri) {
        var https = "https".equalsIgnoreCase(publicBaseUri.getScheme());
        return new HostCookie(https ? PREFIX + name : name, https);
    }

    /** Keeps the value until the browser closes. */
    public String set(String value) {
        return header(value, "");
    }

    /** Keeps the value for so long, in whole seconds. */
    public String set(String value, Duration life) {
        return header(value, "; Max-Age=" + life.toSeconds());
    }

    /** Takes the cookie from the browser. */
    public String erase() {
        return set("", Duration.ZERO);
    }

    private String header(String value, String life) {
        if (!VALUE.matcher(value).matches()) {
            // The value may be a handle: do not echo it.
            throw new IllegalArgumentException("not the value of a cookie");
        }
        return name + "=" + value + "; Path=/" + life + (https ? "; Secure" : "") + "; HttpOnly; SameSite=Lax";
    }

    @Override
    public String toString() {
        return "HostCookie[" + name + "]";
    }
}

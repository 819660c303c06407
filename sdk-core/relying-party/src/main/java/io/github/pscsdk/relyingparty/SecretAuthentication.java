package io.github.pscsdk.relyingparty;

import io.github.pscsdk.relyingparty.internal.http.ClientCredentials;
import java.security.cert.X509Certificate;
import java.util.Optional;

/** A shared secret, in the header or in the form. */
final class SecretAuthentication extends ClientAuthentication {
    // What pasting from a web page or a file adds: line ends, zero-width characters, a byte-order mark.
    private static final String PASTED = "\r\n\u200B\u200C\u200D\u2060\uFEFF";

    private final ClientCredentials credentials;

    SecretAuthentication(ClientCredentials credentials) {
        this.credentials = credentials;
    }

    static String clean(String pasted) {
        var from = 0;
        var to = pasted.length();
        while (from < to && PASTED.indexOf(pasted.charAt(from)) >= 0) {
            from++;
        }
        while (to > from && PASTED.indexOf(pasted.charAt(to - 1)) >= 0) {
            to--;
        }
        var secret = pasted.substring(from, to);
        if (secret.isBlank()) {
            throw new IllegalArgumentException("the client secret is empty");
        }
        if (secret.chars().anyMatch(c -> Character.isISOControl(c) || PASTED.indexOf(c) >= 0)) {
            throw new IllegalArgumentException("the client secret holds control or invisible characters");
        }
        return secret;
    }

    @Override
    ClientCredentials credentials() {
        return credentials;
    }

    @Override
    Optional<X509Certificate> certificate() {
        return Optional.empty();
    }
}

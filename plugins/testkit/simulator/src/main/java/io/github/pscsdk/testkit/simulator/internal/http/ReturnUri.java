package io.github.pscsdk.testkit.simulator.internal.http;

import java.net.URI;
import java.util.Optional;

/** Builds the URI to which a browser returns: a declared URI with added query parameters (RFC 6749 §3.1.2). */
public final class ReturnUri {
    private final StringBuilder text;

    public ReturnUri(String declared) {
        this.text = new StringBuilder(declared);
    }

    public ReturnUri with(String name, String value) {
        text.append(text.indexOf("?") < 0 ? '?' : '&').append(name).append('=').append(FormParameters.encode(value));
        return this;
    }

    public ReturnUri with(String name, Optional<String> value) {
        value.ifPresent(present -> with(name, present));
        return this;
    }

    public URI toUri() {
        return URI.create(text.toString());
    }
}

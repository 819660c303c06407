package io.github.pscsdk.workstation.internal.http;

import java.util.regex.Pattern;

/** Bearer token by which an installation of the software identifies itself to its server half. Cannot be printed by accident. */
public final class ApplicationToken {
    // RFC 6750, section 2.1: b64token.
    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9._~+/-]+=*");

    private final String value;

    /** Refuses what cannot stand in a header; the message never repeats the value. */
    public ApplicationToken(String value) {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "an application token has letters, digits and -._~+/ only (RFC 6750), and no white space around it");
        }
        this.value = value;
    }

    /** Returns the token itself, for an {@code Authorization} header. Search for callers in review. */
    String reveal() {
        return value;
    }

    @Override
    public String toString() {
        return "ApplicationToken[****]";
    }
}

package io.github.pscsdk.example.declaration.json;

import java.io.IOException;

/** What was sent is not the JSON that was asked for. The message names the place, never a value. */
public final class MalformedJsonException extends IOException {
    private static final long serialVersionUID = 1L;

    /** Says where, never what. */
    public MalformedJsonException(String message) {
        super(message);
    }
}

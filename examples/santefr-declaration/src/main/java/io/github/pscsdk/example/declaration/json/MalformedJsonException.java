package io.github.pscsdk.example.declaration.json;

import java.io.IOException;

/** A request or a file is not the JSON that is expected. The message names the place, never a value. */
public final class MalformedJsonException extends IOException {
    private static final long serialVersionUID = 1L;

    /** Says where, never what. */
    public MalformedJsonException(String message) {
        super(message);
    }
}

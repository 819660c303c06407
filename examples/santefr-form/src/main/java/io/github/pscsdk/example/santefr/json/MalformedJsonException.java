package io.github.pscsdk.example.santefr.json;

import java.io.IOException;

/** What was sent is not the JSON that was asked for. The message names the place, never a value. */
public final class MalformedJsonException extends IOException {
    private static final long serialVersionUID = 1L;

    MalformedJsonException(String message) {
        super(message);
    }
}

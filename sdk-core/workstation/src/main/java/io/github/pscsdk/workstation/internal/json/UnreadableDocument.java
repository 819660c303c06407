package io.github.pscsdk.workstation.internal.json;

/** A document is not what the contract says. The message names members, never values. */
public final class UnreadableDocument extends Exception {
    private static final long serialVersionUID = 1L;

    UnreadableDocument(String message) {
        super(message);
    }
}

package io.github.pscsdk.pluginhost;

/** A call into a plug-in was given up: it did not end in time, also when it was interrupted. */
final class NotRespondingException extends Exception {
    private static final long serialVersionUID = 1L;

    NotRespondingException() {
        super("it did not end in time", null, false, false);
    }
}

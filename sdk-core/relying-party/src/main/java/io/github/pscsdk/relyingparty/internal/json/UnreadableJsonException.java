package io.github.pscsdk.relyingparty.internal.json;

/** Not the JSON that was expected. Carries no cause on purpose: Jackson's messages quote what they stumbled on. */
public final class UnreadableJsonException extends Exception {
    private static final long serialVersionUID = 1L;

    UnreadableJsonException(Class<?> expected, Exception reason) {
        super("not a readable " + expected.getSimpleName() + " ("
                + reason.getClass().getSimpleName() + ")");
    }
}

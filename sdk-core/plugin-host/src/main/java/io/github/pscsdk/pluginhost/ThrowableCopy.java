package io.github.pscsdk.pluginhost;

/**
 * Stands for an exception of a plug-in's own class, which the host could not see and which would keep the plug-in's
 * loader alive. Has the original's class name, stack trace and causes.
 */
final class ThrowableCopy extends Exception {
    private static final long serialVersionUID = 1L;
    // Causes may go in a circle.
    private static final int MAX_DEPTH = 8;

    private ThrowableCopy(String message, Throwable cause) {
        super(message, cause);
    }

    /** Without messages: while a login runs, a plug-in's may hold an identifier. */
    static ThrowableCopy copy(Throwable original) {
        return copy(original, false, 0);
    }

    /** With messages. */
    static ThrowableCopy copyWithMessages(Throwable original) {
        return copy(original, true, 0);
    }

    /** Class and message. */
    static String describe(Throwable original) {
        try {
            return original.toString();
        } catch (RuntimeException | LinkageError e) {
            return original.getClass().getName();
        }
    }

    private static ThrowableCopy copy(Throwable original, boolean withMessage, int depth) {
        var cause = original.getCause();
        var copy = new ThrowableCopy(
                withMessage ? describe(original) : original.getClass().getName(),
                cause == null || depth == MAX_DEPTH ? null : copy(cause, withMessage, depth + 1));
        copy.setStackTrace(original.getStackTrace());
        return copy;
    }
}

package io.github.pscsdk.pluginhost.internal.problem;

import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * A copy of an exception of a plug-in's own class, which would keep the plug-in's loader alive: class name, stack trace
 * and causes, within bounds. Whatever a method of the original throws or returns, nothing here throws.
 */
public final class ThrowableCopy extends Exception {
    private static final long serialVersionUID = 1L;
    // Causes may go in a circle, or never end.
    private static final int MOST_CAUSES = 8;
    // As deep as a stack is when code of a plug-in runs on it, and ten times the frames that anybody reads.
    private static final int MOST_FRAMES = 200;
    private static final int MOST_CHARACTERS = 1_000;
    // Of a class, a method or a file, of which the longest that compilers write are a third of this.
    private static final int MOST_NAME_CHARACTERS = 300;

    private ThrowableCopy(String message, Throwable cause) {
        super(message, cause);
    }

    /** Without messages: while a login runs, a plug-in's may hold an identifier. */
    public static ThrowableCopy copy(Throwable original) {
        return copy(original, false, MOST_CAUSES);
    }

    /** With messages. */
    public static ThrowableCopy copyWithMessages(Throwable original) {
        return copy(original, true, MOST_CAUSES);
    }

    /** Class and message; the class alone where the message cannot be had. */
    public static String describe(Throwable original) {
        return safely(original::toString)
                .map(text -> BoundedText.line(text, MOST_CHARACTERS))
                .orElseGet(() -> className(original));
    }

    /** The name of its class, which may have 65,535 characters, line breaks among them (JVMS 4.2.1). */
    public static String className(Throwable original) {
        return BoundedText.line(original.getClass().getName(), MOST_NAME_CHARACTERS);
    }

    /** The message; empty if it cannot be had. */
    public static Optional<String> message(Throwable original) {
        return safely(original::getMessage).map(text -> BoundedText.line(text, MOST_CHARACTERS));
    }

    /** The cause; empty if it cannot be had. */
    public static Optional<Throwable> cause(Throwable original) {
        return safely(original::getCause);
    }

    /** The exception itself and what caused it, {@value #MOST_CAUSES} at most. */
    public static Stream<Throwable> withCauses(Throwable original) {
        return Stream.iterate(
                        Optional.of(original), Optional::isPresent, thrown -> thrown.flatMap(ThrowableCopy::cause))
                .limit(MOST_CAUSES)
                .flatMap(Optional::stream);
    }

    /** Whether it says that the thread was interrupted. That often comes wrapped, and is no failure of the plug-in. */
    public static boolean isInterrupt(Throwable original) {
        return withCauses(original).anyMatch(InterruptedException.class::isInstance);
    }

    /** Where it was thrown, from the innermost call outwards. */
    static StackTraceElement[] frames(Throwable original) {
        return safely(original::getStackTrace)
                .map(frames -> Arrays.stream(frames)
                        .limit(MOST_FRAMES)
                        .filter(Objects::nonNull)
                        .map(ThrowableCopy::bounded)
                        .toArray(StackTraceElement[]::new))
                .orElseGet(() -> new StackTraceElement[0]);
    }

    private static ThrowableCopy copy(Throwable original, boolean withMessage, int causes) {
        var cause = causes == 0 ? Optional.<Throwable>empty() : cause(original);
        var copy = new ThrowableCopy(
                withMessage ? describe(original) : className(original),
                cause.map(it -> copy(it, withMessage, causes - 1)).orElse(null));
        copy.setStackTrace(frames(original));
        return copy;
    }

    private static StackTraceElement bounded(StackTraceElement frame) {
        var names = new String[] {
            frame.getClassLoaderName(),
            frame.getModuleName(),
            frame.getModuleVersion(),
            frame.getClassName(),
            frame.getMethodName(),
            frame.getFileName()
        };
        var bounded = Arrays.stream(names)
                .map(name -> name == null ? null : BoundedText.line(name, MOST_NAME_CHARACTERS))
                .toArray(String[]::new);
        // A frame that the JVM made prints shorter than the same one made here.
        return Arrays.equals(names, bounded)
                ? frame
                : new StackTraceElement(
                        bounded[0], bounded[1], bounded[2], bounded[3], bounded[4], bounded[5], frame.getLineNumber());
    }

    /** The answer of code of a plug-in: nothing if it throws, whatever it throws, or if it returns null. */
    private static <T> Optional<T> safely(Supplier<T> code) {
        try {
            return Optional.ofNullable(code.get());
        } catch (Throwable thrown) {
            if (thrown instanceof InterruptedException) {
                Thread.currentThread().interrupt();
            }
            return Optional.empty();
        }
    }
}

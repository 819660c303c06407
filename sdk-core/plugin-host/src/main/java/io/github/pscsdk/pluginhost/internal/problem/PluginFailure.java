package io.github.pscsdk.pluginhost.internal.problem;

import io.github.pscsdk.api.internal.ContractVersion;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.pf4j.PluginRuntimeException;

/**
 * A copy of what code of a plug-in threw, whose own class would keep the plug-in's loader alive: class name, stack
 * trace and causes, within bounds. Whatever a method of the original throws or returns, nothing here throws.
 */
public final class PluginFailure extends Exception {
    private static final long serialVersionUID = 1L;

    // Causes may go in a circle, or never end.
    private static final int MOST_CAUSES = 8;
    // As deep as a stack is when code of a plug-in runs on it, and ten times the frames that anybody reads.
    private static final int MOST_FRAMES = 200;
    private static final int MOST_CHARACTERS = 1_000;
    // Of a class, a method or a file, of which the longest that compilers write are a third of this.
    private static final int MOST_NAME_CHARACTERS = 300;

    /** JVMS 4.1: Java 1.0 is 44 or 45, and each release since Java 2 is one more. */
    private static final int CLASS_FILE_OF_JAVA_0 = 44;

    private static final Pattern CLASS_FILE = Pattern.compile("class file version (\\d{1,5})");
    // The message may be another, such as that its static initializer failed before.
    private static final Pattern CLASS_NAME =
            Pattern.compile("[\\p{L}_$][\\p{L}\\p{N}_$]*+(?:[./][\\p{L}_$][\\p{L}\\p{N}_$]*+)*+");

    private final transient Map<String, String> facts;

    private PluginFailure(Throwable original, boolean withMessage, int causes) {
        super(
                withMessage ? describe(original) : className(original),
                (causes == 0 ? Optional.<Throwable>empty() : cause(original))
                        .map(cause -> new PluginFailure(cause, withMessage, causes - 1))
                        .orElse(null));
        this.facts = withMessage ? facts(original) : Map.of();
        setStackTrace(frames(original));
    }

    /** Without messages: while a login runs, a plug-in's may hold an identifier. */
    public static PluginFailure copy(Throwable original) {
        return new PluginFailure(original, false, MOST_CAUSES);
    }

    /** Code of a plug-in, which may throw anything at all. */
    public interface Work<T> {
        T run() throws Throwable;
    }

    /** Runs code that loads, starts or stops a plug-in; the copy is with messages, since no login is under way. */
    public static <T> T of(Work<T> work) throws PluginFailure {
        try {
            return work.run();
        } catch (Throwable thrown) {
            if (isInterrupt(thrown)) {
                Thread.currentThread().interrupt();
            }
            throw new PluginFailure(
                    thrown instanceof PluginRuntimeException ? cause(thrown).orElse(thrown) : thrown,
                    true,
                    MOST_CAUSES);
        }
    }

    /** The same with a context class loader, which the thread, one of the plug-in's own, keeps. */
    public static <T> T inLoader(ClassLoader loader, Work<T> work) throws PluginFailure {
        Thread.currentThread().setContextClassLoader(loader);
        return of(work);
    }

    /** For a finding: {@code cause}, which is the class of what was thrown, and what the plug-in lacks. */
    public Map<String, String> facts() {
        return facts;
    }

    private static Map<String, String> facts(Throwable thrown) {
        var facts = new HashMap<>(lacking(thrown));
        facts.put("cause", className(thrown));
        return Map.copyOf(facts);
    }

    /** Class and message; the class alone where the message cannot be had. */
    private static String describe(Throwable original) {
        return safely(original::toString)
                .map(text -> BoundedText.line(text, MOST_CHARACTERS))
                .orElseGet(() -> className(original));
    }

    /** The name of its class, which may have 65,535 characters, line breaks among them (JVMS 4.2.1). */
    public static String className(Throwable original) {
        return BoundedText.line(original.getClass().getName(), MOST_NAME_CHARACTERS);
    }

    /** The message; empty if it cannot be had. */
    private static Optional<String> message(Throwable original) {
        return safely(original::getMessage).map(text -> BoundedText.line(text, MOST_CHARACTERS));
    }

    /** The cause; empty if it cannot be had. */
    private static Optional<Throwable> cause(Throwable original) {
        return safely(original::getCause);
    }

    /** The exception itself and what caused it, {@value #MOST_CAUSES} at most. */
    private static Stream<Throwable> withCauses(Throwable original) {
        return Stream.iterate(
                        Optional.of(original), Optional::isPresent, thrown -> thrown.flatMap(PluginFailure::cause))
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
                        .map(PluginFailure::bounded)
                        .toArray(StackTraceElement[]::new))
                .orElseGet(() -> new StackTraceElement[0]);
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

    // ---- what the plug-in lacks -------------------------------------------------------------------------------------

    /**
     * The class or member that the plug-in lacks, by the messages of the JDK's own errors (HotSpot, 17 to 25): a class,
     * a newer Java, or a member of another contract. Not for what a login threw: its message may hold an identifier.
     */
    private static Map<String, String> lacking(Throwable thrown) {
        return withCauses(thrown)
                .map(PluginFailure::lackingByOne)
                .filter(facts -> !facts.isEmpty())
                .findFirst()
                .orElse(Map.of());
    }

    private static Map<String, String> lackingByOne(Throwable thrown) {
        if (thrown instanceof UnsupportedClassVersionError) {
            return javaOf(thrown);
        }
        if (thrown instanceof NoClassDefFoundError || thrown instanceof ClassNotFoundException) {
            return missingClass(thrown);
        }
        // NoSuchMethodError, NoSuchFieldError, AbstractMethodError and others: compiled against other classes than
        // there are.
        return thrown instanceof IncompatibleClassChangeError ? incompatible(thrown) : Map.of();
    }

    private static Map<String, String> javaOf(Throwable thrown) {
        var facts =
                new HashMap<>(Map.of("java", Integer.toString(Runtime.version().feature())));
        message(thrown)
                .map(CLASS_FILE::matcher)
                .filter(Matcher::find)
                .map(found -> Integer.parseInt(found.group(1)) - CLASS_FILE_OF_JAVA_0)
                .ifPresent(needed -> facts.put("javaNeeded", Integer.toString(needed)));
        return facts;
    }

    private static Map<String, String> missingClass(Throwable thrown) {
        return message(thrown)
                .filter(name -> CLASS_NAME.matcher(name).matches())
                .map(name -> Map.of("missingClass", name.replace('/', '.')))
                .orElse(Map.of());
    }

    private static Map<String, String> incompatible(Throwable thrown) {
        var facts = new HashMap<>(Map.of("contract", ContractVersion.current()));
        message(thrown).ifPresent(member -> facts.put("incompatible", member));
        return facts;
    }
}

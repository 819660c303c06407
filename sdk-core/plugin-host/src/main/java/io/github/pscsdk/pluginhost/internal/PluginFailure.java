package io.github.pscsdk.pluginhost.internal;

import io.github.pscsdk.api.internal.ContractVersion;
import io.github.pscsdk.pluginhost.internal.problem.ThrowableCopy;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.pf4j.PluginRuntimeException;

/** A copy of what a plug-in threw while it was loaded, started or stopped; with messages: no login was under way. */
final class PluginFailure extends Exception {
    private static final long serialVersionUID = 1L;
    /** JVMS 4.1: Java 1.0 is 44 or 45, and each release since Java 2 is one more. */
    private static final int CLASS_FILE_OF_JAVA_0 = 44;

    private static final Pattern CLASS_FILE = Pattern.compile("class file version (\\d{1,5})");
    // The message may be another, such as that its static initializer failed before.
    private static final Pattern CLASS_NAME =
            Pattern.compile("[\\p{L}_$][\\p{L}\\p{N}_$]*+(?:[./][\\p{L}_$][\\p{L}\\p{N}_$]*+)*+");

    private final String kind;
    private final transient Map<String, String> lacking;

    private PluginFailure(Throwable thrown) {
        super(ThrowableCopy.describe(thrown), ThrowableCopy.copyWithMessages(thrown));
        this.kind = ThrowableCopy.className(thrown);
        this.lacking = lacking(thrown);
    }

    /** Code of a plug-in, which may throw anything at all. */
    interface Work<T> {
        T run() throws Throwable;
    }

    static <T> T of(Work<T> work) throws PluginFailure {
        try {
            return work.run();
        } catch (Throwable thrown) {
            if (ThrowableCopy.isInterrupt(thrown)) {
                Thread.currentThread().interrupt();
            }
            throw new PluginFailure(root(thrown));
        }
    }

    /** The same with a context class loader, which the thread, one of the plug-in's own, keeps. */
    static <T> T inLoader(ClassLoader loader, Work<T> work) throws PluginFailure {
        Thread.currentThread().setContextClassLoader(loader);
        return of(work);
    }

    String kind() {
        return kind;
    }

    /** For a finding: {@code cause}, which is the class of what was thrown, and what the plug-in lacks. */
    Map<String, String> facts() {
        var facts = new HashMap<>(lacking);
        facts.put("cause", kind);
        return Map.copyOf(facts);
    }

    private static Throwable root(Throwable thrown) {
        return thrown instanceof PluginRuntimeException
                ? ThrowableCopy.cause(thrown).orElse(thrown)
                : thrown;
    }

    /**
     * The class or member that the plug-in lacks, by the messages of the JDK's own errors (HotSpot, 17 to 25): a class,
     * a newer Java, or a member of another contract. Not for what a login threw: its message may hold an identifier.
     */
    private static Map<String, String> lacking(Throwable thrown) {
        return ThrowableCopy.withCauses(thrown)
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
        ThrowableCopy.message(thrown)
                .map(CLASS_FILE::matcher)
                .filter(Matcher::find)
                .map(found -> Integer.parseInt(found.group(1)) - CLASS_FILE_OF_JAVA_0)
                .ifPresent(needed -> facts.put("javaNeeded", Integer.toString(needed)));
        return facts;
    }

    private static Map<String, String> missingClass(Throwable thrown) {
        return ThrowableCopy.message(thrown)
                .filter(name -> CLASS_NAME.matcher(name).matches())
                .map(name -> Map.of("missingClass", name.replace('/', '.')))
                .orElse(Map.of());
    }

    private static Map<String, String> incompatible(Throwable thrown) {
        var facts = new HashMap<>(Map.of("contract", ContractVersion.current()));
        ThrowableCopy.message(thrown).ifPresent(member -> facts.put("incompatible", member));
        return facts;
    }
}

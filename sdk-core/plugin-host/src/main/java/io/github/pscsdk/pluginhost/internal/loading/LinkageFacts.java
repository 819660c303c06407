package io.github.pscsdk.pluginhost.internal.loading;

import io.github.pscsdk.pluginhost.problem.ThrowableCopy;
import io.github.pscsdk.spi.ContractVersion;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a plug-in lacks, where the JVM says it: a class, a newer Java, or a member of another version of the contract. Read from the
 * messages of the JDK's own errors (HotSpot, 17 to 25). Not for what a login threw: a message of the plug-in's own may hold an identifier.
 */
final class LinkageFacts {
    private static final int MOST_CAUSES = 8;
    /** JVMS 4.1: Java 1.0 is 44 or 45, and each release since Java 2 is one more. */
    private static final int CLASS_FILE_OF_JAVA_0 = 44;

    private static final Pattern CLASS_FILE = Pattern.compile("class file version (\\d{1,5})");
    // The message may be another, such as that its static initializer failed before.
    private static final Pattern CLASS_NAME =
            Pattern.compile("[\\p{L}_$][\\p{L}\\p{N}_$]*+(?:[./][\\p{L}_$][\\p{L}\\p{N}_$]*+)*+");

    private LinkageFacts() {}

    /** Facts of the first error among the causes that says such a thing; none if there is no such error. */
    public static Map<String, String> of(Throwable thrown) {
        var cause = Optional.of(thrown);
        for (var depth = 0; depth < MOST_CAUSES && cause.isPresent(); depth++) {
            var facts = ofOne(cause.get());
            if (!facts.isEmpty()) {
                return facts;
            }
            cause = ThrowableCopy.cause(cause.get());
        }
        return Map.of();
    }

    private static Map<String, String> ofOne(Throwable thrown) {
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

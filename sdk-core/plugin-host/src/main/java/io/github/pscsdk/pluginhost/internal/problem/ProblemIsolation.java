package io.github.pscsdk.pluginhost.internal.problem;

import io.github.pscsdk.diagnostic.Diagnostic;
import io.github.pscsdk.diagnostic.Language;
import io.github.pscsdk.diagnostic.Party;
import io.github.pscsdk.diagnostic.PluginProblem;
import io.github.pscsdk.diagnostic.Problem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.diagnostic.Remedy;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * How an authenticator's problems and exceptions leave this package: as they are, or as copies in classes of the host.
 */
public enum ProblemIsolation {
    /** For the application's own authenticator: it gets its own enum constants and causes back. */
    SHARED,

    /** For an authenticator from an archive: classes of the host alone, within bounds; else {@code PLUGIN_FAILED}. */
    ISOLATED;

    // A host shows them all, and the examinations of the SDK itself find a dozen.
    private static final int MOST_FINDINGS = 64;

    public Problem problem(Problem original) {
        return this == SHARED ? original : Isolated.of(original).problem;
    }

    public PscException failure(PscException original) {
        if (this == SHARED) {
            return original;
        }
        var isolated = Isolated.of(original.problem());
        var failure = new PscException(
                isolated.problem,
                isolated.detail(original),
                isolated.facts(original.facts()),
                original.getCause() == null ? null : PluginFailure.copy(original.getCause()));
        failure.setStackTrace(PluginFailure.frames(original));
        return failure;
    }

    public Throwable cause(Throwable original) {
        return this == SHARED ? original : PluginFailure.copy(original);
    }

    public Diagnostic finding(Diagnostic original) {
        if (this == SHARED) {
            return original;
        }
        var isolated = Isolated.ofFinding(original.problem());
        var facts = isolated.facts(original.facts());
        // By these the engine tells what a finding is about: no plug-in accuses another one.
        facts.keySet().removeAll(Set.of("file", "plugin", "authenticator"));
        return Diagnostic.of(isolated.problem, original.severity()).with(facts);
    }

    /** The first findings of a list, which may be of a plug-in's own class: it may throw anything. */
    public List<Diagnostic> findings(List<Diagnostic> original) {
        return original.stream().limit(MOST_FINDINGS).map(this::finding).toList();
    }

    /**
     * A plug-in's problem as the host sees it: a constant of the contract, a copy, or {@code PLUGIN_FAILED} with why it
     * is unusable.
     */
    private record Isolated(Problem problem, Optional<String> unusable) {
        static Isolated of(Problem original) {
            if (isOfContract(original)) {
                return new Isolated(original, Optional.empty());
            }
            try {
                return new Isolated(ProblemCopy.copy(original), Optional.empty());
            } catch (ProblemCopy.Unusable e) {
                return failed(Objects.requireNonNull(e.getMessage(), "reason"));
            }
        }

        /**
         * Of a health check, which speaks of the plug-in alone: what is wrong elsewhere, the engine finds out by
         * itself.
         */
        static Isolated ofFinding(Problem original) {
            return isOfContract(original)
                    ? failed("a finding has a code of the SDK, " + original.code())
                    : of(original);
        }

        private static Isolated failed(String reason) {
            return new Isolated(PluginProblem.PLUGIN_FAILED, Optional.of(reason));
        }

        /**
         * Only an enum: a plug-in can make a proxy whose class is of the contract's loader. And of its package: in the
         * tests of an author all classes have one loader.
         */
        private static boolean isOfContract(Problem original) {
            return original instanceof Enum<?> constant
                    && constant.getDeclaringClass().getPackage() == Problem.class.getPackage();
        }

        /** The plug-in's facts within bounds, and {@code reason} if the problem is not its own any more. */
        Map<String, String> facts(Map<String, String> original) {
            // A deserialized exception has none.
            var facts = new HashMap<>(original == null ? Map.of() : BoundedText.facts(original));
            unusable.ifPresent(reason -> facts.put("reason", reason));
            return facts;
        }

        /** The message without the code and the name that {@link PscException} puts before it. */
        String detail(PscException original) {
            if (unusable.isPresent()) {
                return "its problem cannot be used: " + unusable.get();
            }
            var prefix = problem.code() + " " + problem.name() + ": ";
            var message = Objects.requireNonNull(original.getMessage(), "message");
            return BoundedText.line(
                    message.startsWith(prefix) ? message.substring(prefix.length()) : message,
                    BoundedText.MOST_VALUE_CHARACTERS);
        }
    }

    /** A copy of a problem from a plug-in's own enum, texts included: it can be shown after the plug-in is gone. */
    record ProblemCopy(
            String code,
            String name,
            Party party,
            boolean allowsNextWay,
            Optional<String> guideNode,
            Remedy french,
            Remedy english)
            implements Problem {
        /** The prefixes of the contract, and of the SDK's commands. */
        private static final Set<String> CODES_OF_THE_SDK = Set.of("PSC", "SRV", "WKS", "IDN", "PLG", "CLI", "VFY");

        private static final Pattern CODE = Pattern.compile("[A-Za-z0-9]{1,16}-[A-Za-z0-9._-]{1,24}");
        private static final Pattern NAME = Pattern.compile("[\\p{L}_$][\\p{L}\\p{N}_$]{0,99}");
        private static final Pattern GUIDE_NODE = Pattern.compile("[A-Za-z0-9_.-]{1,64}");

        // The longest sentence of the SDK's own remedies has 240 characters.
        private static final int MOST_CHARACTERS = 600;
        private static final int MOST_STEPS = 12;

        /**
         * A problem that nobody can be told of; the message says why, in English and without any words of the problem.
         */
        static final class Unusable extends Exception {
            private static final long serialVersionUID = 1L;

            private Unusable(String reason) {
                super(reason);
            }
        }

        /**
         * Reads everything once. A text too long for a person is cut; a value that is not of the shape that others rely
         * on is refused.
         */
        static ProblemCopy copy(Problem original) throws Unusable {
            try {
                return new ProblemCopy(
                        ownCode(original.code()),
                        shaped(original.name(), NAME, "name"),
                        present(original.party(), "party"),
                        original.allowsNextWay(),
                        guideNode(original.guideNode()),
                        remedy(original.remedy(Locale.FRENCH)),
                        remedy(original.remedy(Locale.ENGLISH)));
            } catch (Unusable e) {
                throw e;
            } catch (Throwable thrown) {
                if (PluginFailure.isInterrupt(thrown)) {
                    Thread.currentThread().interrupt();
                }
                throw new Unusable("a method of the problem threw " + PluginFailure.className(thrown));
            }
        }

        @Override
        public Remedy remedy(Locale locale) {
            return Language.of(locale) == Language.FRENCH ? french : english;
        }

        private static String ownCode(String code) throws Unusable {
            var shaped = shaped(code, CODE, "code");
            var prefix = shaped.substring(0, shaped.indexOf('-')).toUpperCase(Locale.ROOT);
            if (CODES_OF_THE_SDK.contains(prefix)) {
                throw new Unusable("codes that begin with " + prefix + " are the SDK's");
            }
            return shaped;
        }

        private static Optional<String> guideNode(Optional<String> node) throws Unusable {
            var present = present(node, "guide node");
            return present.isEmpty() ? present : Optional.of(shaped(present.get(), GUIDE_NODE, "guide node"));
        }

        private static Remedy remedy(Remedy original) throws Unusable {
            var remedy = present(original, "remedy");
            var steps = remedy.steps().stream().limit(MOST_STEPS).map(ProblemCopy::sentence);
            return new Remedy(sentence(remedy.title()), steps.toList());
        }

        private static String sentence(String text) {
            return BoundedText.line(text, MOST_CHARACTERS);
        }

        private static String shaped(String value, Pattern shape, String what) throws Unusable {
            if (!shape.matcher(present(value, what)).matches()) {
                throw new Unusable("the problem has no usable " + what);
            }
            return value;
        }

        private static <T> T present(T value, String what) throws Unusable {
            if (value == null) {
                throw new Unusable("the problem has no " + what);
            }
            return value;
        }
    }
}

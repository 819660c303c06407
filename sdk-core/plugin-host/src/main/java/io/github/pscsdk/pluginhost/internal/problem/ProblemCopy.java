package io.github.pscsdk.pluginhost.internal.problem;

import io.github.pscsdk.diagnostic.Language;
import io.github.pscsdk.diagnostic.Party;
import io.github.pscsdk.diagnostic.Problem;
import io.github.pscsdk.diagnostic.Remedy;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

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

    /** A problem that nobody can be told of; the message says why, in English and without any words of the problem. */
    static final class Unusable extends Exception {
        private static final long serialVersionUID = 1L;

        private Unusable(String reason) {
            super(reason);
        }
    }

    /**
     * Reads everything once. A text too long for a person is cut; a value that is not of the shape that others rely on
     * is refused.
     */
    public static ProblemCopy copy(Problem original) throws Unusable {
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

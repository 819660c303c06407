package io.github.pscsdk.guide;

import io.github.pscsdk.diagnostic.Language;
import io.github.pscsdk.diagnostic.LoginGuide;
import java.util.Locale;

/**
 * The guide to logging in that Santé.fr published in November 2023, with steps of the SDK's own around it. Not
 * affiliated with Santé.fr: what is said here is as it was read, and each part says where and when.
 *
 * <p>The tree is read from the artifact the first time, in some tens of milliseconds, and kept.
 */
public final class SantefrGuide {
    private static final LoginGuide FRENCH = written(Locale.FRENCH, GuideAddresses.none());
    private static final LoginGuide ENGLISH = written(Locale.ENGLISH, GuideAddresses.none());

    private SantefrGuide() {}

    /** The guide in French where {@code locale} asks for French, in English otherwise. */
    public static LoginGuide in(Locale locale) {
        return Language.of(locale) == Language.FRENCH ? FRENCH : ENGLISH;
    }

    /**
     * The same with addresses that the published guide does not give; each says that it is not the guide's, and when it
     * was read.
     */
    public static LoginGuide in(Locale locale, GuideAddresses addresses) {
        return written(Language.of(locale).locale(), addresses);
    }

    private static LoginGuide written(Locale language, GuideAddresses addresses) {
        return new LocalizedGuide(GuideFile.instance(), language, addresses);
    }
}

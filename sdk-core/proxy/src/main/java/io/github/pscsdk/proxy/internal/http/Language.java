package io.github.pscsdk.proxy.internal.http;

import io.javalin.http.Context;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The caller's language: French where {@code Accept-Language} prefers it, English otherwise. */
final class Language {
    private static final List<Locale> SPOKEN = List.of(Locale.ENGLISH, Locale.FRENCH);

    private Language() {}

    static Locale of(Context ctx) {
        try {
            var ranges = Locale.LanguageRange.parse(
                    Optional.ofNullable(ctx.header("Accept-Language")).orElse("en"));
            return Optional.ofNullable(Locale.lookup(ranges, SPOKEN)).orElse(Locale.ENGLISH);
        } catch (IllegalArgumentException e) {
            // No language tag: nothing to refuse a call for.
            return Locale.ENGLISH;
        }
    }
}

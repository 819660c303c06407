package io.github.pscsdk.proxytools.internal.conformity;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Words by which something is called good as a whole. That it is about conformity may be said, that there is any may not. */
final class Claims {
    private static final Pattern CLAIM = Pattern.compile(
            "(?iu)(?<![\\p{L}])(non-?)?(compliant|compliance|conform|conforms|conforme|conformes|conformément"
                    + "|certified|certifie|certifié\\p{L}*|certification|approved|habilité\\p{L}*|habilitated|homologué\\p{L}*)(?!\\p{L})");

    private Claims() {}

    static List<String> in(String text) {
        return CLAIM.matcher(text).results().map(MatchResult::group).toList();
    }
}

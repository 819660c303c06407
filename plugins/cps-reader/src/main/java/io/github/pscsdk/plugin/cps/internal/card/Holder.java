package io.github.pscsdk.plugin.cps.internal.card;

import io.github.pscsdk.api.NationalId;
import io.github.pscsdk.plugin.cps.internal.card.DistinguishedName.Attribute;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whose card it is.
 *
 * @param nationalId the common name; staff identifiers hold a slash
 * @param displayName given names first; the pseudonym of staff without a name; empty where there is neither
 */
public record Holder(Optional<NationalId> nationalId, Optional<String> displayName) {
    private static final Pattern BARE_RPPS = Pattern.compile("\\d{11}");

    static Holder of(DistinguishedName subject) {
        return new Holder(subject.first(Attribute.COMMON_NAME).flatMap(Holder::nationalId), name(subject));
    }

    private static Optional<NationalId> nationalId(String commonName) {
        try {
            return Optional.of(identifier(commonName.strip()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Names of the former IGC-CPS are said to lack the prefix of the register: an RPPS number alone is completed. */
    private static NationalId identifier(String commonName) {
        return BARE_RPPS.matcher(commonName).matches() ? NationalId.ofRpps(commonName) : new NationalId(commonName);
    }

    private static Optional<String> name(DistinguishedName subject) {
        var name = Stream.of(Attribute.GIVEN_NAME, Attribute.SURNAME)
                .flatMap(attribute -> subject.all(attribute).stream())
                .collect(Collectors.joining(" "));
        return name.isBlank() ? subject.first(Attribute.PSEUDONYM) : Optional.of(name);
    }

    /** Nobody. */
    @Override
    public String toString() {
        return "Holder[…]";
    }
}

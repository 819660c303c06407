package io.github.pscsdk.example.santefr.web.view;

import io.github.pscsdk.api.professional.NationalId;
import io.github.pscsdk.api.professional.OtherId;
import io.github.pscsdk.api.professional.Professional;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A national identifier as its holder knows it: by the number on the card, where there is one.
 *
 * @param kind the key of its name
 * @param number what the holder calls it by
 * @param whole the national identifier
 */
public record Identifier(String kind, String number, String whole) {
    private static final Pattern RPPS = Pattern.compile("8(\\d{11})");
    private static final Pattern ADELI = Pattern.compile("0([0-9A-Za-z]{9})");

    static Identifier of(Professional professional) {
        var whole = professional.nationalId().value();
        var adeli = ADELI.matcher(whole);
        return professional.otherIds().stream()
                .filter(other -> other.origin().equals("RPPS"))
                .map(OtherId::value)
                .findFirst()
                .or(() -> rppsOf(professional.nationalId()))
                .map(rpps -> new Identifier("id.rpps", RPPS.matcher(rpps).replaceFirst("$1"), whole))
                .orElseGet(() -> adeli.matches()
                        ? new Identifier("id.adeli", adeli.group(1), whole)
                        : new Identifier("id.national", whole, whole));
    }

    private static Optional<String> rppsOf(NationalId id) {
        return Optional.of(id.value()).filter(RPPS.asMatchPredicate());
    }

    /** Hides the identifier. */
    @Override
    public String toString() {
        return "Identifier[" + kind + "]";
    }
}

package io.github.pscsdk.example.santefr.web.view;

import io.github.pscsdk.api.professional.OtherId;
import io.github.pscsdk.api.professional.Professional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A national identifier as its holder knows it: by the number on the card, where there is one.
 *
 * @param kind the key of its name
 */
public record Identifier(String kind, String number) {
    private static final Pattern RPPS = Pattern.compile("8?(\\d{11})");
    private static final Pattern ADELI = Pattern.compile("0([0-9A-Za-z]{9})");

    public static Identifier of(Professional professional) {
        var whole = professional.nationalId().value();
        var others = professional.otherIds().stream()
                .filter(other -> other.origin().equals("RPPS"))
                .map(OtherId::value);
        var adeli = ADELI.matcher(whole);
        return Stream.concat(others, Stream.of(whole))
                .map(RPPS::matcher)
                .filter(rpps -> rpps.matches())
                .findFirst()
                .map(rpps -> new Identifier("id.rpps", rpps.group(1)))
                .orElseGet(() -> adeli.matches()
                        ? new Identifier("id.adeli", adeli.group(1))
                        : new Identifier("id.national", whole));
    }

    /** Hides the number. */
    @Override
    public String toString() {
        return "Identifier[" + kind + "]";
    }
}

package io.github.pscsdk.workstation.internal.health;

import io.github.pscsdk.workstation.internal.http.ProbeResult.ServerCertificate;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/** Recognises products that intercept TLS, by the issuer of the certificates that they make; the list is {@code inspectors.txt}. */
final class TlsInspectors {
    // RFC 2253: attributes are parted by commas or plus signs, which stand escaped within a value.
    private static final Pattern ORGANISATION = Pattern.compile("(?:^|[,+])O=((?:\\\\.|[^,+\\\\])*)");

    private final List<String> names;

    TlsInspectors() {
        var file = Objects.requireNonNull(TlsInspectors.class.getResourceAsStream("inspectors.txt"), "inspectors.txt");
        try (var lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            names = lines.lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The product in the list that issued a certificate of the chain. */
    Optional<String> in(List<ServerCertificate> chain) {
        return names.stream()
                .filter(name -> chain.stream()
                        .anyMatch(shown ->
                                shown.issuer().toLowerCase(Locale.ROOT).contains(name.toLowerCase(Locale.ROOT))))
                .findFirst();
    }

    /** The organisation at the top of the chain. Not its common name: a certificate that somebody made at home may bear a person's. */
    static Optional<String> organisation(List<ServerCertificate> chain) {
        return chain.stream().reduce((below, above) -> above).flatMap(top -> {
            var found = ORGANISATION.matcher(top.issuer());
            return found.find() ? Optional.of(SafeText.text(found.group(1).replace("\\", ""))) : Optional.empty();
        });
    }
}

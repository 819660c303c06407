package io.github.pscsdk.workstation.internal.http;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The certificates that a server has shown, and whether somebody on the way made them.
 *
 * @param chain its own first; empty where there was no handshake yet
 */
record ServerCertificates(List<Shown> chain) {
    static final ServerCertificates NONE = new ServerCertificates(List.of());

    // RFC 2253: attributes are parted by commas or plus signs, which stand escaped within a value.
    private static final Pattern ORGANISATION = Pattern.compile("(?:^|[,+])O=((?:\\\\.|[^,+\\\\])*)");

    /** One of them; its issuer is a distinguished name as in RFC 2253. */
    record Shown(String issuer, Instant from, Instant until) {}

    /** When the server's own begins to be valid. */
    Optional<Instant> from() {
        return chain.stream().findFirst().map(Shown::from);
    }

    /** Whether one of them is no longer valid. */
    boolean hasExpired(Instant now) {
        return chain.stream().anyMatch(shown -> now.isAfter(shown.until));
    }

    /** The product that made one of them, as the issuers of its certificates are named. */
    Optional<String> inspector() {
        return chain.isEmpty()
                ? Optional.empty()
                : inspectors().stream()
                        .filter(name -> chain.stream()
                                .anyMatch(shown ->
                                        shown.issuer.toLowerCase(Locale.ROOT).contains(name.toLowerCase(Locale.ROOT))))
                        .findFirst();
    }

    private static List<String> inspectors() {
        var file = Objects.requireNonNull(
                ServerCertificates.class.getResourceAsStream("inspectors.txt"), "inspectors.txt");
        try (var lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Until when the server's own is valid, who issued them, and who inspects. */
    Map<String, String> facts() {
        var facts = new HashMap<String, String>();
        chain.stream().findFirst().ifPresent(own -> facts.put("until", own.until.toString()));
        organisation().ifPresent(name -> facts.put("issuer", name));
        inspector().ifPresent(name -> facts.put("inspector", name));
        return facts;
    }

    /**
     * The organisation at the top of the chain. Not its common name: a certificate that somebody made at home may bear
     * a person's.
     */
    private Optional<String> organisation() {
        return chain.isEmpty()
                ? Optional.empty()
                : ORGANISATION
                        .matcher(chain.get(chain.size() - 1).issuer)
                        .results()
                        .map(found -> SafeText.text(found.group(1).replace("\\", "")))
                        .findFirst();
    }
}

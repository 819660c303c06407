package io.github.pscsdk.plugin.cps.internal.card;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A name as X.509 has it. Read from its DER and never from a printed form: on a CPS given name, surname and common name stand
 * in one set (a multi-valued RDN), and a common name may hold a slash.
 */
final class DistinguishedName {
    /** The attributes that matter, by the last byte of their identifier 2.5.4.x (X.520). */
    enum Attribute {
        COMMON_NAME(3),
        SURNAME(4),
        ORGANIZATION(10),
        ORGANIZATIONAL_UNIT(11),
        GIVEN_NAME(42),
        PSEUDONYM(65);

        private final byte[] oid;

        Attribute(int last) {
            oid = new byte[] {0x55, 0x04, (byte) last};
        }
    }

    private record Entry(byte[] oid, String text) {}

    private final List<Entry> entries;

    private DistinguishedName(List<Entry> entries) {
        this.entries = entries;
    }

    /** Reads a name: SEQUENCE OF SET OF SEQUENCE { identifier, string }. */
    static DistinguishedName of(byte[] der) throws CardDataException {
        var entries = new ArrayList<Entry>();
        for (var name : Tlv.all(der)) {
            for (var set : name.children()) {
                for (var attribute : set.children()) {
                    var parts = attribute.children();
                    if (parts.size() == 2) {
                        entries.add(new Entry(parts.get(0).value(), text(parts.get(1))));
                    }
                }
            }
        }
        return new DistinguishedName(List.copyOf(entries));
    }

    private static String text(Tlv string) {
        return new String(
                string.value(),
                switch (string.tag()) {
                    case 0x14 -> StandardCharsets.ISO_8859_1; // T61String, as everybody writes it
                    case 0x1E -> StandardCharsets.UTF_16BE; // BMPString
                    default -> StandardCharsets.UTF_8; // and PrintableString, IA5String
                });
    }

    Optional<String> first(Attribute attribute) {
        return all(attribute).stream().findFirst();
    }

    List<String> all(Attribute attribute) {
        return entries.stream()
                .filter(entry -> Arrays.equals(entry.oid, attribute.oid))
                .map(Entry::text)
                .toList();
    }
}

package io.github.pscsdk.example.desktop.lab;

import io.github.pscsdk.api.professional.CodedValue;
import io.github.pscsdk.api.professional.Contact;
import io.github.pscsdk.api.professional.NationalId;
import io.github.pscsdk.api.professional.PostalAddress;
import io.github.pscsdk.api.professional.Practice;
import io.github.pscsdk.api.professional.Professional;
import io.github.pscsdk.api.professional.Structure;
import io.github.pscsdk.api.professional.Workplace;
import java.util.List;
import java.util.Optional;

/** Fictitious professionals, as Pro Santé Connect would describe them. */
public final class People {
    private static final Optional<String> NONE = Optional.empty();
    private static final Optional<CodedValue> NONE_CODED = Optional.empty();

    private People() {}

    /** One pharmacy. */
    public static Professional pharmacist() {
        return pharmacistAt("PHARMACIE DU BANC D'ESSAI");
    }

    /** A pharmacy of that name. */
    public static Professional pharmacistAt(String name) {
        return pharmacistWith(List.of(pharmacy(name, "VILLE-TEST")));
    }

    /** Two pharmacies. */
    public static Professional pharmacistOfTwo() {
        return pharmacistWith(List.of(
                pharmacy("PHARMACIE DU BANC D'ESSAI", "VILLE-TEST"), pharmacy("PHARMACIE IMAGINAIRE", "AUTRE-VILLE")));
    }

    /** One of whom the directory knows a telephone and a postcode that the rules refuse. */
    public static Professional pharmacistOfWrongNumbers() {
        var right = pharmacy("PHARMACIE DU BANC D'ESSAI", "VILLE-TEST");
        var address = right.address();
        return pharmacistWith(List.of(new Workplace(
                right.mode(),
                right.sector(),
                NONE_CODED,
                NONE_CODED,
                NONE_CODED,
                new Structure(
                        Optional.of("123"),
                        NONE,
                        NONE,
                        NONE,
                        NONE,
                        NONE,
                        NONE,
                        right.structure().tradeName()),
                new PostalAddress(
                        NONE,
                        NONE,
                        address.number(),
                        NONE,
                        address.streetType(),
                        address.street(),
                        NONE,
                        Optional.of("VILLE-TEST"),
                        Optional.of("7500"),
                        NONE,
                        NONE,
                        NONE),
                new Contact(Optional.of("poste 12"), NONE, NONE, NONE),
                NONE)));
    }

    /** A pharmacist who practises nowhere. */
    public static Professional withoutPlace() {
        return pharmacistWith(List.of());
    }

    private static Professional pharmacistWith(List<Workplace> workplaces) {
        var practice = new Practice(
                new CodedValue("1.2.250.1.71.1.2.7", "21"),
                Optional.of(new CodedValue("1.2.250.1.213.1.6.1.1", "C")),
                Optional.empty(),
                NONE,
                NONE,
                Optional.empty(),
                Optional.empty(),
                workplaces);
        return new Professional(
                new NationalId("899999100011"),
                "ESSAI",
                List.of("Pauline"),
                Optional.empty(),
                List.of(),
                List.of(practice));
    }

    private static Workplace pharmacy(String name, String town) {
        return new Workplace(
                Optional.of(new CodedValue("1.2.250.1.213.1.6.1.2", "L")),
                Optional.of(new CodedValue("1.2.250.1.71.4.2.4", "SA33")),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                new Structure(NONE, NONE, NONE, NONE, NONE, NONE, NONE, Optional.of(name)),
                new PostalAddress(
                        NONE,
                        NONE,
                        Optional.of("3"),
                        NONE,
                        Optional.of("PL"),
                        Optional.of("DU MARCHE INVENTE"),
                        NONE,
                        Optional.of("75000 " + town),
                        Optional.of("75000"),
                        NONE,
                        NONE,
                        NONE),
                new Contact(Optional.of("0100000001"), NONE, NONE, NONE),
                NONE);
    }
}

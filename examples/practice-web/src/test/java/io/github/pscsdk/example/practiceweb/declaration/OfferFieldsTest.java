package io.github.pscsdk.example.practiceweb.declaration;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.pscsdk.api.professional.CodedValue;
import io.github.pscsdk.api.professional.Contact;
import io.github.pscsdk.api.professional.NationalId;
import io.github.pscsdk.api.professional.PostalAddress;
import io.github.pscsdk.api.professional.Practice;
import io.github.pscsdk.api.professional.Professional;
import io.github.pscsdk.api.professional.Structure;
import io.github.pscsdk.api.professional.Workplace;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OfferFieldsTest {
    private static final Optional<String> NONE = Optional.empty();
    private static final Optional<CodedValue> NO_CODE = Optional.empty();

    @Test
    void what_the_directory_says_is_filled_in_only_where_the_rules_take_it() {
        var workplace = new Workplace(
                Optional.of(new CodedValue("1.2.250.1.213.1.6.1.2", "L")),
                NO_CODE,
                NO_CODE,
                NO_CODE,
                NO_CODE,
                new Structure(NONE, NONE, NONE, NONE, NONE, NONE, NONE, Optional.of("PHARMACIE DU BANC D'ESSAI")),
                new PostalAddress(
                        NONE,
                        NONE,
                        NONE,
                        NONE,
                        NONE,
                        Optional.of("rue des Essais"),
                        NONE,
                        Optional.of("VILLE-TEST"),
                        Optional.of("7500"),
                        NONE,
                        NONE,
                        NONE),
                new Contact(Optional.of("poste 12"), NONE, NONE, NONE),
                NONE);
        var practice = new Practice(
                new CodedValue("1.2.250.1.71.1.2.7", "21"),
                NO_CODE,
                NO_CODE,
                NONE,
                NONE,
                NO_CODE,
                NO_CODE,
                List.of(workplace));
        var professional = new Professional(
                new NationalId("899999100011"), "ESSAI", List.of("Pauline"), NO_CODE, List.of(), List.of(practice));
        var prefilled = OfferFields.prefilled(PlaceOfWork.of(professional).get(0), professional);

        assertEquals(
                Map.of(
                        "place.name", List.of("PHARMACIE DU BANC D'ESSAI"),
                        "place.street", List.of("rue des Essais"),
                        "place.town", List.of("VILLE-TEST")),
                OfferFields.values(prefilled));
        assertEquals(Optional.empty(), prefilled.professional().nationalId(), "it is known from the login");
    }
}

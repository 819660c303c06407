package io.github.pscsdk.api;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.api.professional.CodedValue;
import io.github.pscsdk.api.professional.Contact;
import io.github.pscsdk.api.professional.NationalId;
import io.github.pscsdk.api.professional.OtherId;
import io.github.pscsdk.api.professional.PostalAddress;
import io.github.pscsdk.api.professional.Practice;
import io.github.pscsdk.api.professional.Professional;
import io.github.pscsdk.api.professional.Structure;
import io.github.pscsdk.api.professional.Workplace;
import io.github.pscsdk.diagnostic.Diagnostic;
import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.Severity;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValuesTest {
    private static final NationalId ID = NationalId.ofRpps("99999000427");

    @ParameterizedTest
    @ValueSource(strings = {"", "7", "007", "4 ", "a1", "٤٢"})
    void a_binding_message_is_two_ascii_digits(String digits) {
        assertThrows(IllegalArgumentException.class, () -> new BindingMessage(digits));
    }

    @Test
    void binding_messages_are_drawn_over_the_whole_range_and_keep_their_leading_zero() {
        var drawn = IntStream.range(0, 5_000)
                .mapToObj(i -> BindingMessage.draw().digits())
                .collect(Collectors.toSet());

        // 5,000 draws miss a given value once in 10^21 runs.
        assertEquals(100, drawn.size());
        assertTrue(drawn.contains("07"));
    }

    @Test
    void printing_reveals_nobody() {
        var place = new Workplace(
                Optional.of(new CodedValue("1.2.250.1.213.1.6.1.18", "L")),
                Optional.of(new CodedValue("1.2.250.1.71.4.2.4", "SA07")),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                new Structure(
                        Optional.of("12345678200010"),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of("499999000427001"),
                        Optional.of("CABINET FICTIVE"),
                        Optional.empty()),
                new PostalAddress(
                        Optional.of("CABINET FICTIVE"),
                        Optional.empty(),
                        Optional.of("12"),
                        Optional.empty(),
                        Optional.of("R"),
                        Optional.of("DES ESSAIS"),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of("75000"),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()),
                new Contact(
                        Optional.of("0100000000"),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of("amandine@example.invalid")),
                Optional.empty());
        var practice = new Practice(
                new CodedValue("1.2.250.1.71.1.2.7", "10"),
                Optional.empty(),
                Optional.empty(),
                Optional.of("FICTIVE"),
                Optional.of("AMANDINE"),
                Optional.empty(),
                Optional.empty(),
                List.of(place));
        var someone = new Professional(
                ID,
                "FICTIVE",
                List.of("AMANDINE"),
                Optional.empty(),
                List.of(new OtherId("899999000427", "RPPS")),
                List.of(practice));

        var printed = List.of(
                        someone,
                        practice,
                        place,
                        place.structure(),
                        place.address(),
                        place.contact(),
                        someone.otherIds(),
                        new BindingMessage("42"),
                        BackchannelRequest.onCard(ID),
                        ApiRequest.of("GET", "annuaire", "people/899999000427"))
                .toString();

        for (var secret :
                List.of("FICTIVE", "AMANDINE", "99999000427", "ESSAIS", "0100000000", "12345678200010", "42,")) {
            assertFalse(printed.contains(secret), () -> printed + " reveals a value");
        }
        assertTrue(printed.contains("SA07"), "codes are no secret and help the support desk");
    }

    @Test
    void a_professional_is_known_under_each_identifier() {
        var moved = new Professional(
                ID, "FICTIVE", List.of(), Optional.empty(), List.of(new OtherId("0999999999", "ADELI")), List.of());

        assertTrue(moved.isKnownAs(new NationalId("0999999999")));
        assertTrue(moved.isKnownAs(ID));
        assertFalse(moved.isKnownAs(NationalId.ofRpps("99999000773")));
    }

    @ParameterizedTest
    @CsvSource({
        "899999000427, true",
        "02A9999999, true",
        "02a9999999, true",
        "2a9999999, false",
        "99999000427, false",
        "899999000773, false",
        "0999999998, false",
        "8999990004270, false",
        "89999900042, false"
    })
    void a_professional_is_known_under_their_own_identifiers_alone(String id, boolean known) {
        var person = new Professional(
                ID, "", List.of(), Optional.empty(), List.of(new OtherId("2a9999999", "ADELI")), List.of());

        assertEquals(known, person.isKnownAs(new NationalId(id)));
    }

    @Test
    void a_finding_keeps_its_facts_beside_those_that_are_added() {
        var found = Diagnostic.of(LoginProblem.REFUSED, Severity.WARNING)
                .with("one", "1")
                .with(Map.of("two", "2", "three", "3"));

        assertEquals(Map.of("one", "1", "two", "2", "three", "3"), found.facts());
    }

    @Test
    void a_number_of_another_register_is_none_of_adeli_s() {
        assertEquals(Optional.of(new NationalId("0999999999")), new OtherId("999999999", "ADELI").nationalId());
        assertEquals(Optional.of(new NationalId("999999999")), new OtherId("999999999", "FINESS").nationalId());
    }

    private static Professional known(String ids) {
        var all = List.of(ids.split(" "));
        return new Professional(
                new NationalId(all.get(0)),
                "",
                List.of(),
                Optional.empty(),
                all.stream().skip(1).map(id -> new OtherId(id, "")).toList(),
                List.of());
    }

    @ParameterizedTest
    @CsvSource({
        // One number in common, and none that contradicts it.
        "899999000427, 899999000427, SAME",
        "899999000427 0999999999, 0999999999, SAME",
        "0999999999 899999000427, 899999000427 0999999999, SAME",
        "02A9999999, 02a9999999, SAME",
        "1234567891/77 1234567891/78, 1234567891/78 1234567891/79, SAME",
        "ANS20990101120000 899999000427, ANS20990101120001 899999000427, SAME",
        "technical-name 899999000427, another-name 899999000427, SAME",
        // Two numbers of a register that gives a person one.
        "899999000427, 899999000773, OTHER",
        "899999000773 899999000427, 899999000427, OTHER",
        "899999000427 899999000773, 899999000427, OTHER",
        "899999000427, 899999000427 899999000773, OTHER",
        "899999000427 0999999999, 899999000427 0999999998, OTHER",
        "1234567891/77 899999000427, 1234567891/77 899999000773, OTHER",
        "6f0c2c0e-2f5b-4b0e-9a63-0d9f4f1f7a10, 6f0c2c0e-2f5b-4b0e-9a63-0d9f4f1f7a11, OTHER",
        // Nothing to compare.
        "899999000427, 0999999999, UNDECIDED",
        "899999000427, 1234567891/77, UNDECIDED",
        "1234567891/77, 1234567891/78, UNDECIDED",
        "technical-name, another-name, UNDECIDED",
        "899999000427, 6f0c2c0e-2f5b-4b0e-9a63-0d9f4f1f7a10, UNDECIDED"
    })
    void two_descriptions_are_of_one_person_by_number_against_number_of_the_same_register(
            String mine, String theirs, Professional.Match match) {
        assertEquals(match, known(mine).match(known(theirs).identifiers()));
        assertEquals(match, known(theirs).match(known(mine).identifiers()), "the other way round");
    }

    @Test
    void nothing_is_told_by_no_identifier() {
        assertEquals(Professional.Match.UNDECIDED, known("899999000427").match(List.of()));
    }

    @ParameterizedTest
    @CsvSource({
        "899999000427, false",
        "899999000427 0999999999 6f0c2c0e-2f5b-4b0e-9a63-0d9f4f1f7a10, false",
        "899999000427 899999000427, false",
        "02A9999999 02a9999999, false",
        "1234567891/77 1234567891/78, false",
        "ANS20990101120000 ANS20990101120001, false",
        "899999000427 899999000773, true",
        "1234567891/77 0999999999 0999999998, true",
        "6f0c2c0e-2f5b-4b0e-9a63-0d9f4f1f7a10 6f0c2c0e-2f5b-4b0e-9a63-0d9f4f1f7a11, true"
    })
    void a_description_of_two_people_contradicts_itself(String ids, boolean contradicts) {
        assertEquals(contradicts, known(ids).contradictsItself());
    }

    @Test
    void a_professional_without_a_family_name_has_no_name_and_none_is_printed() {
        assertFalse(named("").hasName());
        assertTrue(named("FICTIVE").hasName());
        assertEquals("OtherId[RPPS]", new OtherId("99999000427", "RPPS").toString());
        assertEquals("Professional[" + ID + ", 0 practices]", named("FICTIVE").toString());
    }

    private static Professional named(String familyName) {
        return new Professional(ID, familyName, List.of("AMANDINE"), Optional.empty(), List.of(), List.of());
    }

    @Test
    void all_identifiers_are_told_in_one_spelling_and_each_once_the_main_one_first() {
        var merged = new Professional(
                new NationalId("ans20990101120000"),
                "FICTIVE",
                List.of(),
                Optional.empty(),
                List.of(
                        new OtherId("ANS20990101120000", "EDIT"),
                        new OtherId("99999000427", "RPPS"),
                        new OtherId("2a9999999", "ADELI"),
                        new OtherId("6f0c2c0e-2f5b-4b0e-9a63-0d9f4f1f7a10", "PSI"),
                        new OtherId("99999000427", "ANOTHER"),
                        new OtherId("no identifier", "ANOTHER")),
                List.of());

        assertEquals(
                List.of(
                        "ANS20990101120000",
                        "899999000427",
                        "02A9999999",
                        "6F0C2C0E-2F5B-4B0E-9A63-0D9F4F1F7A10",
                        "99999000427"),
                merged.identifiers().stream().map(NationalId::value).toList());
        assertTrue(merged.isKnownAs(new NationalId("6f0c2c0e-2f5b-4b0e-9a63-0d9f4f1f7a10")));
    }

    @Test
    void a_login_request_is_a_copy_at_each_step() {
        var plain = LoginRequest.using("cps", "ecps");

        var full = plain.withNationalId(ID).withTimeout(Duration.ofSeconds(30));

        assertEquals(Optional.empty(), plain.nationalId());
        assertEquals(LoginRequest.DEFAULT_TIMEOUT, plain.timeout());
        assertEquals(Optional.of(ID), full.nationalId());
        assertEquals(List.of("cps", "ecps"), full.authenticatorIds());
        assertThrows(IllegalArgumentException.class, LoginRequest::using);
        assertThrows(IllegalArgumentException.class, () -> plain.withTimeout(Duration.ZERO));
    }

    @Test
    void an_api_request_keeps_its_own_copy_of_the_body() {
        var body = "{}".getBytes(StandardCharsets.UTF_8);
        var request = ApiRequest.of("POST", "santefr", "declarations").withBody("application/json", body);

        body[0] = 'X';
        request.body()[1] = 'X';

        assertArrayEquals("{}".getBytes(StandardCharsets.UTF_8), request.body());
        assertEquals("application/json", request.headers().get("Content-Type"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"TRACE", "get", "HEAD", ""})
    void an_api_request_takes_only_the_methods_that_the_proxy_forwards(String method) {
        assertThrows(IllegalArgumentException.class, () -> ApiRequest.of(method, "santefr", "declarations"));
    }

    @Test
    void an_authenticator_has_a_name_in_both_languages() {
        var descriptor = AuthenticatorDescriptor.of("cps", WayIn.BACKCHANNEL, "Carte CPS", "CPS card");

        assertEquals("Carte CPS", descriptor.displayName(Locale.CANADA_FRENCH));
        assertEquals("CPS card", descriptor.displayName(Locale.GERMAN));
        assertThrows(
                IllegalArgumentException.class, () -> AuthenticatorDescriptor.of("C P S", WayIn.BACKCHANNEL, "a", "b"));
        assertThrows(
                IllegalArgumentException.class, () -> AuthenticatorDescriptor.of("cps", WayIn.BACKCHANNEL, "", "b"));
    }
}

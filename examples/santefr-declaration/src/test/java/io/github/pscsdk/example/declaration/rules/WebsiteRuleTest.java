package io.github.pscsdk.example.declaration.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebsiteRuleTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://www.example.fr",
                "http://www.example.fr/rdv?pid=practice-1&consent=1",
                "https://www.example.fr/fougères/l'arbresle?pid=1?speciality=2",
                "https://rdv.example.fr:8443/a/b#c",
                "https://example.fr/?q=%5B%5D",
                "https://www.example.fr."
            })
    void keeps_an_absolute_address_as_it_is(String raw) {
        assertEquals(raw + " | ", Checked.line(raw, ContactRules.WEBSITE));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '>',
            value = {
                "www.example.fr > https://www.example.fr | V-URL.stored N",
                "rdv.example.fr/ville > https://rdv.example.fr/ville | V-URL.stored N",
                "example.fr > https://example.fr | V-URL.stored N",
                "HTTPS://example.fr > https://example.fr | V-URL.stored N",
            })
    void completes_a_bare_host_and_says_so(String raw, String expected) {
        assertEquals(expected, Checked.line(raw, ContactRules.WEBSITE));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '>',
            value = {
                "accueil@example.fr > V-URL.email E",
                "0468851141 > V-URL.phone E",
                "04 68 85 11 41 > V-URL.phone E",
                "+33 4 68 85 11 41 > V-URL.phone E",
                "doctolib > V-URL.word E",
                "RIEN > V-URL.word E",
                "à venir > V-URL.word E",
                "doctolib ou par téléphone > V-URL.word E",
                "htpp://www.example.fr > V-URL.scheme E",
                "http:/www.example.fr > V-URL.scheme E",
                "https//www.example.fr > V-URL.scheme E",
                "ftp://www.example.fr > V-URL.scheme E",
                "javascript:alert(1) > V-URL.scheme E",
                "http://www.example.fr/        et par téléphone > V-URL.spaces E",
                "www.example.fr ou www.example.org > V-URL.spaces E",
                "https://doctolib > V-URL.format E",
                "https://somebody@example.fr/ > V-URL.format E",
                "https:// > V-URL.format E",
                "'https://example.fr/\"onclick=' > V-URL.format E",
            })
    void refuses_what_no_browser_would_open_and_says_why(String raw, String remark) {
        assertEquals(raw + " | " + remark, Checked.line(raw, ContactRules.WEBSITE));
    }
}

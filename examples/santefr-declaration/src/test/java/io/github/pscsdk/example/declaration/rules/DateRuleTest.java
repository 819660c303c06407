package io.github.pscsdk.example.declaration.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DateRuleTest {
    @ParameterizedTest
    @CsvSource({
        "2021-01-06, 2021-01-06 | ",
        "06/01/2021, 2021-01-06 | V-DATE.stored N",
        "2020-02-29, 2020-02-29 | ",
        "29/02/2021, 29/02/2021 | V-DATE.format E",
        "2021-02-29, 2021-02-29 | V-DATE.format E",
        "2021-1-6, 2021-1-6 | V-DATE.format E",
        "6 janvier, 6 janvier | V-DATE.format E",
        "2021-01-06 10:00:00, 2021-01-06 10:00:00 | V-DATE.format E",
        "'', -  |"
    })
    void reads_ISO_dates_and_those_of_January_2021(String raw, String expected) {
        var line = Checked.line(raw, DeclarationCheck.DATE);

        assertEquals(expected.replaceAll("\\s", ""), line.replaceAll("\\s", ""));
    }

    @ParameterizedTest
    @CsvSource({
        "2021-01-06, 2021-01-06, ''",
        "2021-01-06, 2021-01-07, ''",
        "2021-01-06, 2021-01-05, V-DATE.closes-first E",
        "2021-01-06, '', ''",
        "'', 2021-01-05, ''",
        "nonsense, 2021-01-05, ''"
    })
    void an_offer_closes_on_or_after_the_day_it_opens(String opens, String closes, String remarks) {
        var findings = new Findings();

        DeclarationCheck.checkOrder(Optional.of(opens), Optional.of(closes), Checked.FIELD, findings);

        assertEquals(remarks, Checked.remarks(findings));
    }
}

package io.github.pscsdk.diagnostic;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GuideSourceTest {
    @ParameterizedTest
    @CsvSource({
        "2014, 'Guide, 2014', 'Guide, 2014'",
        "2023-11, 'Guide, novembre 2023', 'Guide, November 2023'",
        "2026-11-02, 'Guide, 2 novembre 2026', 'Guide, November 2, 2026'"
    })
    void a_person_reads_a_year_a_month_or_a_day(String date, String french, String english) {
        var source = new LoginGuide.Source("Guide", Optional.of(date));

        assertEquals(french, source.inWords(Locale.FRENCH));
        assertEquals(english, source.inWords(Locale.ENGLISH));
    }

    @Test
    void without_a_date_there_is_the_name() {
        assertEquals("Guide", new LoginGuide.Source("Guide", Optional.empty()).inWords(Locale.FRENCH));
    }
}

package io.github.pscsdk.guide;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GuideDatesTest {
    private static String date(String iso, Locale language) {
        return new LocalizedGuide(GuideFile.instance(), language, GuideAddresses.none()).date(iso);
    }

    @ParameterizedTest
    @CsvSource({
        "2014, ', 2014', ', 2014'",
        "2023-11, ', novembre 2023', ', November 2023'",
        "2026-11-02, ', 2 novembre 2026', ', November 2, 2026'"
    })
    void a_person_reads_a_year_a_month_or_a_day(String date, String french, String english) {
        assertEquals(french, date(date, Locale.FRENCH));
        assertEquals(english, date(date, Locale.ENGLISH));
    }
}

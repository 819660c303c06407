package io.github.pscsdk.workstation.internal.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SafeTextTest {
    @ParameterizedTest
    @CsvSource({
        "[fd00::9]:3128, [fd00::9]:3128",
        "by [::1]:1 or [::2]:2, by [::1]:1 or [::2]:2",
        "[here](http://elsewhere.example), ?here?(http://elsewhere.example)",
        "[::1](http://elsewhere.example), ?::1](http://elsewhere.example)",
        "<b>[, ?b??"
    })
    void brackets_stay_around_an_address_alone(String foreign, String told) {
        assertEquals(told, SafeText.text(foreign));
    }
}

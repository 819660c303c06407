package io.github.pscsdk.plugin.cps.internal.pcsc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.github.pscsdk.plugin.cps.problem.CardProblem;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CardProgramsTest {
    @Test
    void programs_that_may_hold_a_card_are_named_once_and_others_not() {
        var running = List.of(
                "C:\\Program Files\\santesocial\\CPS\\CPGESW64.EXE",
                "/opt/santesocial/CPS/bin/cpgeslux",
                "/usr/bin/pcsc_scan",
                "/usr/bin/pcsc_scan",
                "/usr/bin/vi",
                "");

        assertEquals(List.of("CPGESW64.EXE", "cpgeslux", "pcsc_scan"), ReaderScan.Result.knownAmong(running));
    }

    @Test
    void programs_are_looked_for_only_where_a_card_is_held() {
        assertEquals(Map.of("reader", "R"), ReaderScan.Result.facts("R", CardProblem.VITALE_CARD));
        assertFalse(ReaderScan.Result.facts("", CardProblem.NO_READER).containsKey("reader"));
    }
}

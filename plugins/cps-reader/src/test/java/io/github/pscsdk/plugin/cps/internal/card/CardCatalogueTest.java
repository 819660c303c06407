package io.github.pscsdk.plugin.cps.internal.card;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.pscsdk.plugin.cps.internal.card.CardCatalogue.CardKind;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CardCatalogueTest {
    private final CardCatalogue known = CardCatalogue.after(Stream.empty());

    @ParameterizedTest
    @CsvSource({
        "CPS3,             3B AC 00 40 2A 00 12 25 00 64 80 00 03 10 00 90 00",
        "CPS,              3B AC 00 40 2A 00 12 25 00 64 80 82 02 12 00 90 00",
        "CPS3_CONTACTLESS, 3B 8F 80 01 00 31 B8 64 04 B0 EC C1 73 94 01 80 82 90 00 0E",
        "CPS4,             3B 9B 18 80 01 00 12 25 00 64 80 04 01 00 00 90 44",
        "CPS4,             3B 9B 18 80 01 00 12 25 00 64 80 00 04 01 00 90 44",
        "CPS4,             3B DC 18 FF 00 00 12 25 00 64 80 00 04 01 00 90 00",
        "VITALE,           3B 75 13 00 00 47 09 EA 90 00",
        "OTHER,            3B 7F 96 00 00 80 31 B8 64 40 70 14 10 73 94 01 80 82 90 00"
    })
    void each_card_of_the_field_is_told_by_its_answer_to_reset(CardKind kind, String atr) {
        assertEquals(kind, known.kindOf(atr(atr)));
    }

    @Test
    void a_batch_that_nobody_has_seen_yet_is_recognised_by_its_signature() {
        assertEquals(CardKind.CPS3, known.kindOf(atr("3B AC 00 40 2A 00 12 25 00 64 80 00 03 11 00 90 00")));
    }

    @Test
    void the_installers_mask_finds_a_card_whose_interface_bytes_are_new() {
        // One interface byte less announced, so that the historical bytes are elsewhere.
        assertEquals(CardKind.CPS, known.kindOf(atr("3B 0C 00 40 2A 00 12 25 00 64 80 00 09 10 00 90 00")));
    }

    @ParameterizedTest
    @CsvSource({"3B", "3B FF", "3B AC 00 40 2A 00 12", "''"})
    void garbage_is_another_card(String atr) {
        assertEquals(CardKind.OTHER, known.kindOf(atr(atr)));
    }

    @Test
    void a_vendors_own_line_counts_before_those_known() {
        var own = CardCatalogue.after(
                Stream.of("# ours", "", "cps4  historical  00 12 25 00 64 80 00 03  # a new batch"));

        assertEquals(CardKind.CPS4, own.kindOf(atr("3B AC 00 40 2A 00 12 25 00 64 80 00 03 10 00 90 00")));
    }

    @Test
    void a_line_that_says_nothing_is_named_and_the_others_count() {
        var own = CardCatalogue.after(Stream.of(
                "CPS9 atr 3B",
                "VITALE atr 3B 01 02",
                "CPS4 somewhere 3B",
                "CPS4 atr 3B 0",
                "CPS4 atr 3B 01 mask FF",
                "CPS4"));

        assertEquals(List.of(1, 3, 4, 5, 6), own.badLines());
        assertEquals(CardKind.VITALE, own.kindOf(atr("3B 01 02")));
        assertEquals(CardKind.OTHER, own.kindOf(atr("3B 01 02 03")), "it only begins so");
    }

    private static byte[] atr(String hex) {
        return HexFormat.of().parseHex(hex.replace(" ", ""));
    }
}

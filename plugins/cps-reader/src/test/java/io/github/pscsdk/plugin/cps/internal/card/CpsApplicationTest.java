package io.github.pscsdk.plugin.cps.internal.card;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.plugin.cps.internal.card.CardAccessException.Reason;
import io.github.pscsdk.plugin.cps.internal.card.CardCatalogue.CardKind;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CpsApplicationTest {
    private static final String CHIPDOC = "00A4040C 08 8025000001FF0100";
    private static final String LEGACY = "00A4040C 08 8025000001FF0002";
    private static final String DOMAIN = "00A4040C 07 A0000001510000";
    private static final String SELECT_SERIAL = "00A40800 02 D003 00";
    private static final String READ_SERIAL = "00B000000C";
    private static final String SERIAL = "5A0A 8025000001 12345678 9F";

    private final ScriptedCard basic = new ScriptedCard();
    private final ScriptedCard additional = new ScriptedCard();

    @Test
    void a_cps3_shows_its_serial_number_on_the_basic_channel() throws Exception {
        basic.on("00A4090C 04 3F00D003", "9000").on(READ_SERIAL, SERIAL + "9000");

        assertEquals(
                Optional.of(new SerialNumber("80250000011234567" + "89f")),
                application(CardKind.CPS3).serialNumber());
        assertEquals(List.of(), additional.heard());
    }

    @Test
    void a_cps4_is_spoken_to_on_an_additional_channel() throws Exception {
        ready(additional);

        assertTrue(application(CardKind.CPS4).serialNumber().isPresent());
        assertEquals(List.of(), basic.heard());
    }

    @Test
    void a_cps4_that_does_not_open_a_channel_is_tried_on_the_basic_one() throws Exception {
        ready(basic);

        var application = CpsApplication.of(CardKind.CPS4, channels(Optional.of(Reason.REFUSED)));

        assertTrue(application.serialNumber().isPresent());
    }

    @Test
    void a_cps4_whose_additional_channel_leads_nowhere_is_tried_on_the_basic_one() throws Exception {
        additional.on(CHIPDOC, "6A82");
        ready(basic);

        assertTrue(application(CardKind.CPS4).serialNumber().isPresent());
    }

    @Test
    void a_cps4_that_can_be_reached_nowhere_is_said_to_be() {
        var failure = assertThrows(
                CardAccessException.class,
                () -> CpsApplication.of(CardKind.CPS4, channels(Optional.of(Reason.REFUSED))));

        assertEquals(Reason.REFUSED, failure.reason());
    }

    @ParameterizedTest
    @EnumSource(value = Reason.class, mode = EnumSource.Mode.EXCLUDE, names = "REFUSED")
    void whatever_else_keeps_the_channel_closed_is_no_refusal(Reason reason) {
        var failure = assertThrows(
                CardAccessException.class, () -> CpsApplication.of(CardKind.CPS4, channels(Optional.of(reason))));

        assertEquals(reason, failure.reason());
    }

    @Test
    void a_cps4_that_is_in_another_application_is_woken_up_the_way_the_middleware_does() throws Exception {
        ready(additional);
        additional.on(CHIPDOC, "6985", "9000").on(DOMAIN, "9000");
        basic.on(LEGACY, "9000");

        assertTrue(application(CardKind.CPS4).serialNumber().isPresent());
        assertEquals(1, basic.heard().size());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "5A0A 8025000002 12345678 9F 9000", // another issuer
                "5A0A 8025000001 12345678 9F 00 9000", // too long
                "5A0A 8025000001 1234 9000", // too short
                "5B0A 8025000001 12345678 9F 9000", // another object
                "9000"
            })
    void a_file_that_is_not_ours_is_not_a_cps(String content) throws Exception {
        basic.on("00A4090C 04 3F00D003", "9000").on(READ_SERIAL, content);

        assertEquals(Optional.empty(), application(CardKind.CPS3).serialNumber());
    }

    private static void ready(ScriptedCard card) {
        card.on(CHIPDOC, "9000").on(SELECT_SERIAL, "6F048002000C9000").on(READ_SERIAL, SERIAL + "9000");
    }

    private CpsApplication application(CardKind kind) throws Exception {
        return CpsApplication.of(kind, channels(Optional.empty()));
    }

    private CardChannels channels(Optional<Reason> refusal) {
        return new CardChannels() {
            @Override
            public CardChannels.Channel basic() {
                return basic;
            }

            @Override
            public CardChannels.Channel additional() throws CardAccessException {
                if (refusal.isPresent()) {
                    throw new CardAccessException(refusal.get(), null);
                }
                return additional;
            }
        };
    }
}

package io.github.pscsdk.testkit.simulator;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.api.professional.NationalId;
import io.github.pscsdk.testkit.card.CardInHand;
import io.github.pscsdk.testkit.card.SmartCard;
import io.github.pscsdk.testkit.card.VirtualCard;
import io.github.pscsdk.testkit.card.VirtualReaders;
import io.github.pscsdk.testkit.persona.Personas;
import io.github.pscsdk.time.VirtualClock;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CpsGestionTest {
    private static final String PHARMACIST = Personas.PHARMACIST.value();

    private final VirtualReaders readers = VirtualReaders.named("Desk");
    private final VirtualClock clock = VirtualClock.standingAt(Clock.systemUTC().instant());
    private final PscSimulator simulator = PscSimulator.builder()
            .client(Caller.registration())
            .clock(clock)
            .cardInHand(CardInHand.at(
                    readers, "Desk", VirtualCard.cps3(Personas.PHARMACIST).build()))
            .start();
    private final Caller caller = new Caller(simulator);

    @AfterEach
    void stop() {
        simulator.close();
        readers.close();
    }

    private String start() throws Exception {
        var request = Caller.backchannel(PHARMACIST);
        request.put("channel", "CARD");
        return caller.post("ext/ciba/auth", request).assertOk().text("auth_req_id");
    }

    private Answer poll(String id) throws Exception {
        clock.advance(Duration.ofSeconds(15));
        return caller.poll(id);
    }

    private String enter(String code) {
        return simulator.cpsGestion().enterCode(code.toCharArray());
    }

    private void insert(SmartCard card) {
        readers.reader("Desk").insert(card);
    }

    @Test
    void a_cps3_and_its_code_approve_a_login() throws Exception {
        var card = VirtualCard.cps3(Personas.PHARMACIST).build();
        insert(card);
        var id = start();
        poll(id).assertRefused(400, "authorization_pending");

        assertEquals("APPROVED", enter(VirtualCard.CODE));

        assertEquals(
                "CARD", poll(id).assertOk().claims("id_token").path("authMode").asText());
        assertEquals(
                1,
                readers.reader("Desk").trace().stream()
                        .filter(exchange -> exchange.startsWith("88", 2))
                        .count(),
                "signed a challenge");
        assertFalse(card.isCodePresented(), "nobody finds the card open");
    }

    @Test
    void a_cps4_approves_with_its_raw_operation() throws Exception {
        insert(VirtualCard.cps4(Personas.PHARMACIST).build());
        var id = start();

        assertEquals("APPROVED", enter(VirtualCard.CODE));

        poll(id).assertOk();
    }

    @Test
    void the_page_does_the_same_and_tells_the_tries_of_the_card() throws Exception {
        insert(VirtualCard.cps3(Personas.PHARMACIST).triesLeft(2).build());
        var id = start();
        var visitor = new Visitor("fr-FR");
        var page = simulator.pages().resolve("/cps-gestion");

        assertTrue(visitor.open(page).response().body().contains("Essais restants\u00a0: 2"));
        var wrong = visitor.submit(visitor.open(page), "code", "9999");
        assertTrue(wrong.response().body().contains("Essais restants\u00a0: 1"));
        visitor.submit(visitor.open(page), "code", VirtualCard.CODE);

        poll(id).assertOk();
    }

    @Test
    void wrong_codes_block_the_card_and_refuse_the_login() throws Exception {
        var card = VirtualCard.cps3(Personas.PHARMACIST).build();
        insert(card);
        var id = start();

        assertEquals("WRONG_CODE", enter("9999"));
        assertEquals("WRONG_CODE", enter("9999"));
        assertEquals(1, card.triesLeft());
        assertEquals("BLOCKED", enter("9999"));

        poll(id).assertRefused(400, "access_denied");
    }

    @Test
    void another_person_s_card_is_refused_before_its_code_is_tried() throws Exception {
        var other = VirtualCard.cps3(new NationalId("899999100029")).build();
        insert(other);
        var id = start();

        assertEquals("OTHER_CARD", enter("9999"));

        assertEquals(3, other.triesLeft());
        poll(id).assertRefused(400, "access_denied");
    }

    @Test
    void a_card_that_looks_like_production_is_refused() throws Exception {
        insert(VirtualCard.cps3(Personas.PHARMACIST).likeProduction().build());
        start();

        assertEquals("OTHER_CARD", enter(VirtualCard.CODE));
    }

    @Test
    void an_expired_card_is_refused() throws Exception {
        insert(VirtualCard.cps3(Personas.PHARMACIST)
                .valid(Instant.parse("2020-01-01T00:00:00Z"), Instant.parse("2023-01-01T00:00:00Z"))
                .build());
        start();

        assertEquals("OTHER_CARD", enter(VirtualCard.CODE));
    }

    @Test
    void a_card_that_has_not_the_key_of_its_certificate_is_refused() throws Exception {
        var other = VirtualCard.cps3(Personas.PHARMACIST).build();
        for (var command : new String[] {"0020000104" + "31323334", "002241A406800102840182"}) {
            other.transmit(HexFormat.of().parseHex(command));
        }
        insert(VirtualCard.cps3(Personas.PHARMACIST)
                .build()
                .on(0x88, (card, command) -> other.transmit(command))
                .on(0xC0, (card, command) -> other.transmit(command)));
        var id = start();

        assertEquals("OTHER_CARD", enter(VirtualCard.CODE));

        poll(id).assertRefused(400, "access_denied");
    }

    @Test
    void without_a_card_the_login_waits() throws Exception {
        var id = start();

        assertEquals("NO_CARD", enter(VirtualCard.CODE));
        poll(id).assertRefused(400, "authorization_pending");
        insert(VirtualCard.vitale());
        assertEquals("NO_CARD", enter(VirtualCard.CODE));
    }

    @Test
    void a_card_pulled_out_amid_its_signature_approves_nothing() throws Exception {
        insert(VirtualCard.cps3(Personas.PHARMACIST).build().on(0x88, SmartCard.removal()));
        var id = start();

        assertEquals("NO_CARD", enter(VirtualCard.CODE));

        poll(id).assertRefused(400, "authorization_pending");
    }

    @Test
    void a_code_is_filled_with_zeros_and_never_tried_for_nobody() {
        var code = VirtualCard.CODE.toCharArray();

        assertEquals("NOTHING_WAITS", simulator.cpsGestion().enterCode(code));

        assertArrayEquals("0000".toCharArray(), code);
    }

    @Test
    void what_is_no_code_costs_no_try() throws Exception {
        var card = VirtualCard.cps3(Personas.PHARMACIST).build();
        insert(card);
        start();

        assertEquals("NOT_A_CODE", enter("12345"));
        assertEquals(3, card.triesLeft());
    }

    @Test
    void the_holder_may_refuse() throws Exception {
        var id = start();

        simulator.cpsGestion().refuse();

        poll(id).assertRefused(400, "access_denied");
    }
}

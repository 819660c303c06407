package io.github.pscsdk.plugin.cps.internal.login;

import static io.github.pscsdk.plugin.cps.AtReaders.PATIENCE;
import static io.github.pscsdk.plugin.cps.AtReaders.anyone;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.api.BackchannelRequest;
import io.github.pscsdk.api.Means;
import io.github.pscsdk.api.WayIn;
import io.github.pscsdk.api.professional.NationalId;
import io.github.pscsdk.plugin.cps.AtReaders;
import io.github.pscsdk.plugin.cps.CpsAuthenticator;
import io.github.pscsdk.testkit.card.SmartCard;
import io.github.pscsdk.testkit.card.VirtualCard;
import io.github.pscsdk.testkit.card.VirtualCardBuilder;
import io.github.pscsdk.testkit.contract.TestContext;
import io.github.pscsdk.testkit.contract.TestServices;
import io.github.pscsdk.testkit.persona.Personas;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CardLoginTest {
    private static final NationalId STAFF = new NationalId("3760021832/000000018");
    private static final int MOST_EXCHANGES = 25;

    @RegisterExtension
    private final AtReaders at = new AtReaders();

    private final TestContext context = TestContext.answering();

    static Stream<Arguments> cards() {
        return Stream.of(
                card("CPS3", VirtualCard.cps3(Personas.PHARMACIST), Personas.PHARMACIST),
                card("CPS3, older names", VirtualCard.cps3(Personas.PHARMACIST).olderNames(), Personas.PHARMACIST),
                card("CPS4", VirtualCard.cps4(Personas.PHARMACIST), Personas.PHARMACIST),
                card("CPE without a name", VirtualCard.staff(STAFF), STAFF),
                card(
                        "CPS4 that answers on the basic channel only",
                        VirtualCard.cps4(Personas.PHARMACIST)
                                .refusingManageChannel()
                                .answeringOnBasicChannel(),
                        Personas.PHARMACIST));
    }

    private static Arguments card(String name, VirtualCardBuilder card, NationalId holder) {
        return Arguments.of(Named.of(name, card), holder);
    }

    @ParameterizedTest
    @MethodSource("cards")
    void the_holder_of_the_card_is_asked_on_the_card(VirtualCardBuilder card, NationalId holder) throws Exception {
        at.a().insert(card.build());

        var grant = at.begin(anyone(), context).grant();

        assertSame(context.grant(), grant);
        assertTrue(context.waitedForDevice());
        assertEquals(holder, question().nationalId());
        assertEquals(Means.CARD, question().channel());
    }

    @ParameterizedTest
    @MethodSource("cards")
    void a_card_is_asked_no_more_than_25_times_from_insertion_to_identity(VirtualCardBuilder card, NationalId holder)
            throws Exception {
        at.a().insert(card.build());

        at.begin(anyone(), context).grant();

        // What was said on the wire: GET RESPONSE and repetitions count as well.
        var exchanges = at.a().trace().size();
        assertTrue(exchanges <= MOST_EXCHANGES, () -> exchanges + " exchanges");
    }

    @ParameterizedTest
    @MethodSource("cards")
    void reading_a_card_uses_no_try_and_presents_no_code(VirtualCardBuilder builder, NationalId holder)
            throws Exception {
        var card = builder.build();
        at.a().insert(card);

        at.begin(anyone(), context).grant();

        assertEquals(3, card.triesLeft());
        assertFalse(card.isCodePresented());
    }

    @Test
    void the_card_is_let_go_before_the_server_half_is_asked() throws Exception {
        at.a().insert(VirtualCard.cps3(Personas.PHARMACIST).build());
        var silent = TestContext.silent();
        var login = at.begin(anyone(), silent);
        silent.awaitAsked(PATIENCE);

        // CPS-Gestion, say: it wants the card to itself.
        var other = at.readers().terminals().getTerminal("Reader A").connect("EXCLUSIVE;*");

        other.disconnect(true);
        login.thread().interrupt();
        assertEquals(InterruptedException.class, login.failure().getClass());
    }

    @Test
    void a_card_is_left_reset_so_that_no_code_stays_verified() throws Exception {
        var resets = new int[1];
        var card = VirtualCard.cps3(Personas.PHARMACIST).build();
        at.a().insert(new CountingResets(card, resets));
        resets[0] = 0;

        at.begin(anyone(), context).grant();

        assertEquals(1, resets[0]);
    }

    @Test
    void the_browser_is_taken_where_the_request_wants_it() throws Exception {
        at.a().insert(VirtualCard.cps3(Personas.PHARMACIST).build());

        at.begin(anyone().withWayIn(WayIn.BROWSER), context).grant();

        assertEquals(List.of(Optional.empty()), context.asked());
        assertEquals(Optional.of(Personas.PHARMACIST), context.expectedInBrowser());
    }

    @Test
    void the_browser_is_taken_where_the_settings_want_it_and_the_request_does_not_care() throws Exception {
        at.a().insert(VirtualCard.cps3(Personas.PHARMACIST).build());
        var authenticator = new CpsAuthenticator();
        authenticator.start(TestServices.of(authenticator.descriptor()).with("wayIn", "browser"));

        authenticator.authenticate(anyone(), context);
        var second = TestContext.answering();
        authenticator.authenticate(anyone().withWayIn(WayIn.BACKCHANNEL), second);

        assertEquals(Optional.of(Personas.PHARMACIST), context.expectedInBrowser());
        assertEquals(1, second.asked().stream().flatMap(Optional::stream).count());
    }

    @Test
    void the_card_is_followed_from_then_on() throws Exception {
        at.a().insert(VirtualCard.cps3(Personas.PHARMACIST).build());

        at.begin(anyone(), context).grant();

        assertTrue(context.watch().isPresent());
    }

    private BackchannelRequest question() {
        assertEquals(1, context.asked().size());
        return context.asked().get(0).orElseThrow();
    }

    private record CountingResets(SmartCard card, int[] resets) implements SmartCard {
        @Override
        public byte[] atr() {
            return card.atr();
        }

        @Override
        public byte[] transmit(byte[] command) {
            return card.transmit(command);
        }

        @Override
        public void reset() {
            resets[0]++;
            card.reset();
        }
    }
}

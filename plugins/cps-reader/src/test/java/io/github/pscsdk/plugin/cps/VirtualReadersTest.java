package io.github.pscsdk.plugin.cps;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.diagnostic.Diagnostic;
import io.github.pscsdk.plugin.cps.problem.CardProblem;
import io.github.pscsdk.spi.AuthenticationRequest;
import io.github.pscsdk.testkit.card.VirtualCard;
import io.github.pscsdk.testkit.card.VirtualReaders;
import io.github.pscsdk.testkit.contract.TestContext;
import io.github.pscsdk.testkit.persona.Personas;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How the plug-in is made to see virtual readers, as {@code docs/virtual-card.md} tells it. */
class VirtualReadersTest {
    private static final String PROPERTY = "javax.smartcardio.TerminalFactory.DefaultType";

    private final String before = System.getProperty(PROPERTY);

    @BeforeEach
    void forget_the_property() {
        System.clearProperty(PROPERTY);
    }

    @AfterEach
    void set_the_property_again() {
        System.setProperty(PROPERTY, before);
    }

    @Test
    void the_plug_in_sees_virtual_readers_by_a_property_of_the_jdk() throws Exception {
        System.setProperty("javax.smartcardio.TerminalFactory.DefaultType", VirtualReaders.TYPE);
        var readers = VirtualReaders.named("Desk").install();
        readers.reader("Desk").insert(VirtualCard.cps3(Personas.PHARMACIST).build());

        var context = TestContext.answering();
        var grant = new CpsAuthenticator().authenticate(AuthenticationRequest.ofAnybody(), context);
        readers.close();

        assertSame(context.grant(), grant);
        assertEquals(Personas.PHARMACIST, context.asked().get(0).orElseThrow().nationalId());
    }

    @Test
    void without_the_property_it_looks_for_those_of_the_machine() throws Exception {
        var readers = VirtualReaders.named("Desk").install();
        readers.reader("Desk").insert(VirtualCard.cps3(Personas.PHARMACIST).build());

        var found = new CpsAuthenticator()
                .diagnose().stream().map(Diagnostic::problem).toList();
        readers.close();

        assertTrue(found.stream().noneMatch(CardProblem.CARD_READY::equals), "none of the virtual card");
    }
}

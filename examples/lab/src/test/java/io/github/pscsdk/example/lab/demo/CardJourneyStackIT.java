package io.github.pscsdk.example.lab.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.example.lab.card.CardKind;
import io.github.pscsdk.example.lab.card.CardOptions.CardSlot;
import io.github.pscsdk.example.lab.card.SimulatedCard;
import io.github.pscsdk.testkit.card.OnRealPcsc;
import io.github.pscsdk.testkit.card.VirtualCard;
import io.github.pscsdk.testkit.persona.Personas;
import io.github.pscsdk.testkit.support.Await;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The servers with a virtual card here, {@code psc login --with cps} in another process, pcscd and vpcd between them. */
@OnRealPcsc
class CardJourneyStackIT {
    @TempDir
    private Path folder;

    @Test
    void a_card_logs_its_holder_in_and_locks_the_session_while_it_is_away() throws Exception {
        var card = SimulatedCard.take(CardKind.CPS4, Personas.PHARMACIST, CardSlot.FIRST);
        try (var servers = DemoServers.start(PlayedServers.with(Optional.of(card)));
                var login = login(servers)) {
            var page = new GestionPage(servers.simulator().pages());
            await(login, login::err, "Put your card into the reader");
            page.move("insert");
            await(login, login::err, "confirm");
            page.type(VirtualCard.CODE);
            await(login, login::out, "(" + Personas.PHARMACIST.value() + ")");

            page.move("remove");
            await(login, login::out, "Locked: the card is not there.");
            page.move("insert");
            await(login, login::out, "Unlocked: the card is back.");

            login.interrupt();
            assertEquals(143, login.result().exitCode());
            assertFalse(login.err().contains(Personas.PHARMACIST.value()), login::err);
        }
    }

    private JarProcess login(DemoServers servers) throws Exception {
        return JarProcess.start(
                folder, List.of("-Duser.language=en"), "login", "--with=cps", "--keep", "--proxy=" + servers.proxy());
    }

    @Test
    void the_command_says_what_it_takes_to_play_with_the_card() throws Exception {
        try (var simulation = Simulation.start("--virtual-card", "--card-slot=second")) {
            Await.until("its last line", () -> simulation.out().contains("psc login --with cps"));
            var page = simulation.out();
            assertTrue(page.contains(" CPS3 "), page);
            for (var told :
                    List.of(Personas.PHARMACIST.value(), VirtualCard.CODE, "Virtual PCD 00 01", "/cps-gestion")) {
                assertTrue(page.contains(told), page);
            }
        }
        try (var simulation = Simulation.start("--json", "--virtual-card=cps4")) {
            var card = simulation.printed().json().path("card");
            assertEquals("CPS4", card.path("kind").asText());
            assertEquals(VirtualCard.CODE, card.path("code").asText());
        }
    }

    private static void await(JarProcess process, Supplier<String> said, String text) {
        process.await("it says: " + text, () -> said.get().contains(text));
    }
}

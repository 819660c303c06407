package io.github.pscsdk.example.lab.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.testkit.card.OnRealPcsc;
import io.github.pscsdk.testkit.card.VirtualCard;
import io.github.pscsdk.testkit.persona.Personas;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code psc-lab simulate --virtual-card} in one process, {@code psc login --with cps} in another, pcscd and vpcd between them. */
@OnRealPcsc
class CardJourneyStackIT {
    private static final List<String> ENGLISH = List.of("-Duser.language=en");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"cps3", "cps4"})
    void a_card_logs_its_holder_in_and_locks_the_session_while_it_is_away(String kind) throws Exception {
        var simulate = RunningSimulation.onFreePorts("--json", "--virtual-card=" + kind);
        try (var servers = JarProcess.start(Files.createDirectory(folder.resolve("servers")), ENGLISH, simulate)) {
            var printed = RunningSimulation.awaitLine(servers);
            var page = new GestionPage(printed.address("pages"));
            var proxy = "--proxy=" + printed.address("proxy");
            try (var login = JarProcess.start(
                    Files.createDirectory(folder.resolve("login")), ENGLISH, "login", "--with=cps", "--keep", proxy)) {
                await(login, login::err, "Put your card into the reader");
                page.move("insert");
                await(login, login::err, "confirm");
                page.type(printed.json().path("card").path("code").asText());
                await(login, login::out, "(" + Personas.PHARMACIST.value() + ")");

                page.move("remove");
                await(login, login::out, "Locked: the card is not there.");
                page.move("insert");
                await(login, login::out, "Unlocked: the card is back.");

                login.interrupt();
                assertEquals(143, login.result().exitCode());
                assertFalse(login.err().contains(Personas.PHARMACIST.value()), login::err);
            }
            servers.interrupt();
            assertEquals(143, servers.result().exitCode());
        }
    }

    @Test
    void the_page_for_people_says_what_it_takes_to_play_with_the_card() throws Exception {
        var simulate = RunningSimulation.onFreePorts("--virtual-card", "--card-slot=second");
        try (var servers = JarProcess.start(folder, ENGLISH, simulate)) {
            await(servers, servers::out, "psc login --with cps");

            var page = servers.out();
            assertTrue(page.contains("a CPS3 of " + Personas.PHARMACIST.value()), page);
            assertTrue(page.contains("code porteur " + VirtualCard.CODE), page);
            assertTrue(page.contains("reader Virtual PCD 00 01"), page);
            assertTrue(page.contains("/cps-gestion"), page);
        }
    }

    private static void await(JarProcess process, Supplier<String> said, String text) {
        process.await("it says: " + text, () -> said.get().contains(text));
    }
}

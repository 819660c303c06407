package io.github.pscsdk.example.desktop.handover;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.api.AuthenticationSession;
import io.github.pscsdk.api.LoginRequest;
import io.github.pscsdk.api.PscClient;
import io.github.pscsdk.example.declaration.Caller;
import io.github.pscsdk.example.declaration.json.DeclarationDocument;
import io.github.pscsdk.example.declaration.lifecycle.Version.WithdrawalReason;
import io.github.pscsdk.example.declaration.rules.DeclarationCheck;
import io.github.pscsdk.example.declaration.rules.Eligibility;
import io.github.pscsdk.example.desktop.handover.OutboxRequest.Kind;
import io.github.pscsdk.example.desktop.lab.Lab;
import io.github.pscsdk.example.desktop.lab.Sheets;
import io.github.pscsdk.outbox.Outbox;
import io.github.pscsdk.outbox.OutboxItem.Phase;
import io.github.pscsdk.outbox.ProfessionalOutbox;
import io.github.pscsdk.plugin.stub.StubAuthenticator;
import io.github.pscsdk.testkit.support.Await;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Ends the program at each step of a request, by {@link Runtime#halt} in a JVM of its own, and lets it start again. The
 * receiver is the real one, behind the real proxy and a real session, which this JVM holds: the other one calls it here.
 */
class KillIT {
    private static final int FEWEST_STEPS = 20;
    /** Of the short form: with four kinds of request, that begin nine steps apart, some six kills, one when all is sent. */
    private static final int STRIDE = 27;

    @TempDir
    private static Path home;

    private static Lab lab;
    private static PscClient client;
    private static AuthenticationSession session;

    @TempDir
    private Path folder;

    @BeforeAll
    static void logIn() throws Exception {
        lab = Lab.in(home);
        client = lab.client().authenticator(new StubAuthenticator()).build();
        session = client.login(LoginRequest.using("stub"));
    }

    @AfterAll
    static void end() {
        client.close();
        lab.close();
    }

    @ParameterizedTest
    @EnumSource
    @Tag("long")
    void killed_at_any_step_of_a_delivery_and_started_again_it_is_done_exactly_once(Kind kind) throws Exception {
        killAt(1, 1, kind);
    }

    @ParameterizedTest
    @EnumSource
    void killed_at_some_steps_of_a_delivery_and_started_again_it_is_done_exactly_once(Kind kind) throws Exception {
        killAt(4 + 9 * kind.ordinal(), STRIDE, kind);
    }

    private void killAt(int first, int stride, Kind kind) throws Exception {
        try (var window = new SessionServer(session)) {
            var body = Files.writeString(folder.resolve("body.json"), body(kind));
            var whole = prepared("whole", kind);
            var before = lab.done(kind);
            var counted = new Steps(0, () -> {});
            DeliveryProgram.deliver(whole, window.address(), counted, Files.readString(body), kind);
            var steps = counted.taken();
            assertTrue(steps >= FEWEST_STEPS, () -> "only " + steps + " steps");
            assertEquals(before + 1, lab.done(kind));

            for (var step = first; step <= steps; step += stride) {
                var data = prepared("killed-" + step, kind);
                var already = lab.done(kind);
                kill(window, data, step, body, kind);

                startedAgain(data, body, kind);

                window.awaitQuiet();
                assertEquals(already + 1, lab.done(kind), "killed at step " + step);
            }
        }
    }

    /** A data folder, with a declaration of its own in it that was handed over where the request is about one. */
    private Path prepared(String name, Kind kind) throws Exception {
        var data = folder.resolve(name);
        if (kind != Kind.HAND_OVER) {
            try (var outbox = Outbox.open(data, Clock.systemUTC())) {
                var professionalOutbox = outbox.of(session.professional().nationalId());
                DeliveryProgram.keep(professionalOutbox, UUID.randomUUID(), Kind.HAND_OVER, body(Kind.HAND_OVER));
                assertEquals(Optional.empty(), professionalOutbox.deliver(new SantefrReceiver(session)));
            }
        }
        return data;
    }

    private static String body(Kind kind) {
        return switch (kind) {
            case CONFIRMATION -> "";
            case WITHDRAWAL -> ItemJson.withdrawal(WithdrawalReason.CLOSED);
            case HAND_OVER, CORRECTION ->
                DeclarationDocument.canonical(new DeclarationCheck(Eligibility.current())
                        .check(Sheets.complete(Sheets.DETAILS, kind.name()), Caller.of(session.professional()))
                        .normalised()
                        .orElseThrow());
        };
    }

    /** What waits goes out by itself; where not even that was kept, the person does it again. */
    private static void startedAgain(Path data, Path body, Kind kind) throws Exception {
        try (var outbox = Outbox.open(data, Clock.systemUTC())) {
            var professionalOutbox = outbox.of(session.professional().nationalId());
            if (count(professionalOutbox, kind, Phase.WAITING) + count(professionalOutbox, kind, Phase.RECEIVED) == 0) {
                var again = professionalOutbox.items().stream()
                        .filter(item -> item.phase() == Phase.DRAFT)
                        .map(item -> item.handOver().id())
                        .findFirst()
                        .orElseGet(UUID::randomUUID);
                DeliveryProgram.keep(professionalOutbox, again, kind, Files.readString(body));
            }
            assertEquals(Optional.empty(), professionalOutbox.deliver(new SantefrReceiver(session)));
            assertEquals(1, count(professionalOutbox, kind, Phase.RECEIVED));
            assertEquals(
                    kind == Kind.HAND_OVER ? 1 : 2, professionalOutbox.items().size());
        }
    }

    private static long count(ProfessionalOutbox professionalOutbox, Kind kind, Phase phase) throws Exception {
        return professionalOutbox.items().stream()
                .filter(item -> ItemJson.request(item.handOver()).kind() == kind && item.phase() == phase)
                .count();
    }

    private static void kill(SessionServer window, Path data, int step, Path body, Kind kind)
            throws IOException, InterruptedException {
        var child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        DeliveryProgram.class.getName(),
                        data.toString(),
                        window.address().toString(),
                        Integer.toString(step),
                        body.toString(),
                        kind.name())
                .inheritIO()
                .start();
        assertEquals(
                DeliveryProgram.KILLED, Await.exit("the program is killed", child), "it was to be killed at " + step);
    }
}

package io.github.pscsdk.example.desktop.outbox;

import io.github.pscsdk.api.NationalId;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.example.desktop.declaration.SantefrReceiver;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.UUID;

/** An errand from the first key stroke to its end, as the software does it; {@link KillTest} runs it. */
final class ErrandProgram {
    static final int KILLED = 9;

    private ErrandProgram() {}

    /**
     * @param arguments data folder, address of the post window, step to be killed at, file with the body, kind of errand: about
     *     the one declaration that is in the folder, unless it is a hand-over
     */
    public static void main(String[] arguments) throws Exception {
        var steps = new Steps(
                Integer.parseInt(arguments[2]), () -> Runtime.getRuntime().halt(KILLED));
        var body = Files.readString(Path.of(arguments[3]));
        try (var outbox = Outbox.open(Path.of(arguments[0]), Clock.systemUTC(), steps::watched)) {
            var tray = outbox.of(new NationalId("899999100011"));
            keep(tray, UUID.randomUUID(), OutboxRequest.Kind.valueOf(arguments[4]), body);
            OutboxDelivery.run(tray, new SantefrReceiver(new WindowSession(URI.create(arguments[1]), steps)));
        }
        System.out.println(steps.taken());
    }

    /** As the models of the windows do it. */
    static void keep(ProfessionalOutbox tray, UUID id, OutboxRequest.Kind kind, String body) throws PscException {
        if (!kind.isDeclaration()) {
            tray.ask(id, declaration(tray), kind, body);
            return;
        }
        var errand = kind == OutboxRequest.Kind.HAND_OVER
                ? OutboxRequest.HAND_OVER
                : OutboxRequest.upon(declaration(tray).receipt().orElseThrow(), kind);
        tray.keepDraft(id, "Vaccination", errand, "{}");
        tray.handOver(id, body);
    }

    private static OutboxItem declaration(ProfessionalOutbox tray) throws PscException {
        return tray.items().stream()
                .filter(item -> item.phase() == ItemPhase.RECEIVED)
                .findFirst()
                .orElseThrow();
    }
}

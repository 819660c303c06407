package io.github.pscsdk.example.desktop.outbox;

import io.github.pscsdk.api.professional.NationalId;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.example.desktop.declaration.SantefrReceiver;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Clock;
import java.util.UUID;

/** A delivery from the first key stroke to its end, as the software does it; {@link KillIT} runs it. */
final class DeliveryProgram {
    static final int KILLED = 9;

    private DeliveryProgram() {}

    /**
     * @param arguments data folder, address of the session server, step to be killed at, file with the body, kind of request: about
     *     the one declaration that is in the folder, unless it is a hand-over
     */
    public static void main(String[] arguments) throws Exception {
        deliver(
                Path.of(arguments[0]),
                URI.create(arguments[1]),
                new Steps(
                        Integer.parseInt(arguments[2]),
                        () -> Runtime.getRuntime().halt(KILLED)),
                Files.readString(Path.of(arguments[3])),
                OutboxRequest.Kind.valueOf(arguments[4]));
    }

    static void deliver(Path data, URI window, Steps steps, String body, OutboxRequest.Kind kind) throws Exception {
        try (var outbox =
                Outbox.open(data, Clock.systemUTC(), url -> steps.watched(DriverManager.getConnection(url)))) {
            var professionalOutbox = outbox.of(new NationalId("899999100011"));
            keep(professionalOutbox, UUID.randomUUID(), kind, body);
            OutboxDelivery.run(professionalOutbox, new SantefrReceiver(new RemoteSession(window, steps)));
        }
    }

    /** As the models of the windows do it. */
    static void keep(ProfessionalOutbox professionalOutbox, UUID id, OutboxRequest.Kind kind, String body)
            throws PscException {
        if (!kind.isDeclaration()) {
            professionalOutbox.ask(id, declaration(professionalOutbox), kind, body);
            return;
        }
        var request = kind == OutboxRequest.Kind.HAND_OVER
                ? OutboxRequest.HAND_OVER
                : OutboxRequest.upon(declaration(professionalOutbox).receipt().orElseThrow(), kind);
        professionalOutbox.keepDraft(id, "Vaccination", request, "{}");
        professionalOutbox.handOver(id, body);
    }

    private static OutboxItem declaration(ProfessionalOutbox professionalOutbox) throws PscException {
        return professionalOutbox.items().stream()
                .filter(item -> item.phase() == ItemPhase.RECEIVED)
                .findFirst()
                .orElseThrow();
    }
}

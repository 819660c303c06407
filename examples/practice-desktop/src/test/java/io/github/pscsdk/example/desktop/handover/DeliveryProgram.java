package io.github.pscsdk.example.desktop.handover;

import io.github.pscsdk.api.professional.NationalId;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.example.desktop.lab.Sheets;
import io.github.pscsdk.outbox.Outbox;
import io.github.pscsdk.outbox.OutboxItem.Phase;
import io.github.pscsdk.outbox.ProfessionalOutbox;
import io.github.pscsdk.testkit.support.DelegatingDriver;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
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
        // In the JVM of the test, the receiver opens connections too.
        var front = DelegatingDriver.register((h2, url, settings) ->
                url.contains(data.toString()) ? steps.watched(h2.connect(url, settings)) : h2.connect(url, settings));
        try (front;
                var outbox = Outbox.open(data, Clock.systemUTC())) {
            var professionalOutbox = outbox.of(new NationalId("899999100011"));
            keep(professionalOutbox, UUID.randomUUID(), kind, body);
            professionalOutbox.deliver(new SantefrReceiver(new RemoteSession(window, steps)));
        }
    }

    /** As the models of the windows do it. */
    static void keep(ProfessionalOutbox professionalOutbox, UUID id, OutboxRequest.Kind kind, String body)
            throws PscException {
        var upon = kind == OutboxRequest.Kind.HAND_OVER
                ? Optional.<Receipt>empty()
                : Optional.of(receipt(professionalOutbox));
        var handOver = ItemJson.handOver(new OutboxRequest(id, kind, upon, Sheets.complete()), body);
        if (kind.isDeclaration()) {
            professionalOutbox.keepDraft(handOver);
        }
        professionalOutbox.handOver(List.of(handOver));
    }

    private static Receipt receipt(ProfessionalOutbox professionalOutbox) throws PscException {
        return professionalOutbox.items().stream()
                .filter(item -> item.phase() == Phase.RECEIVED)
                .findFirst()
                .map(ItemJson::read)
                .flatMap(DeclarationItem::receipt)
                .orElseThrow();
    }
}

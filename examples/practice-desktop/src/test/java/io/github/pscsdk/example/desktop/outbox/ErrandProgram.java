package io.github.pscsdk.example.desktop.outbox;

import io.github.pscsdk.api.NationalId;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.example.desktop.declaration.SantefrPost;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.UUID;

/** A hand-over from the first key stroke to the receipt, as the software does it; {@link KillTest} runs it. */
final class HandOverProgram {
    static final int KILLED = 9;

    private HandOverProgram() {}

    /** @param arguments data folder, address of the post window, step to be killed at, file with the body */
    public static void main(String[] arguments) throws Exception {
        var steps = new Steps(
                Integer.parseInt(arguments[2]), () -> Runtime.getRuntime().halt(KILLED));
        try (var outbox = Outbox.open(Path.of(arguments[0]), Clock.systemUTC(), steps::watched)) {
            handOver(outbox, URI.create(arguments[1]), steps, Files.readString(Path.of(arguments[3])));
        }
        System.out.println(steps.taken());
    }

    private static void handOver(Outbox outbox, URI window, Steps steps, String body)
            throws PscException, InterruptedException {
        var tray = outbox.of(new NationalId("899999100011"));
        var id = UUID.randomUUID();
        tray.keepDraft(id, "Vaccination", "{}");
        tray.handOver(id, body);
        Delivery.run(tray, new SantefrPost(new WindowSession(window, steps)));
    }
}

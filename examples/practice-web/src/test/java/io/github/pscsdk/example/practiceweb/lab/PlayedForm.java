package io.github.pscsdk.example.practiceweb.lab;

import io.github.pscsdk.example.santefr.FormConfiguration;
import io.github.pscsdk.example.santefr.FormServer;
import io.github.pscsdk.example.santefr.introspection.IntrospectionClient;
import io.github.pscsdk.testkit.simulator.PscSimulator;
import io.github.pscsdk.testkit.simulator.model.SimulatedClient;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.time.Clock;
import java.util.List;

/** The form itself, with its API and its database, which asks the simulator whose a token is. */
public final class PlayedForm implements AutoCloseable {
    /** What the simulator must know of it. */
    public static final SimulatedClient CLIENT = SimulatedClient.withSecret("santefr-form", "secret-of-the-form");

    /** The application at the authorization server of the form's API. */
    public static final SimulatedClient APPLICATION =
            SimulatedClient.withSecret("practice-web-api", "secret-for-the-form");

    private final PscSimulator simulator;
    private final FormServer form;

    private PlayedForm(PscSimulator simulator, FormServer form) {
        this.simulator = simulator;
        this.form = form;
    }

    /** Starts it, with a database in a folder of its own. */
    public static PlayedForm start(PscSimulator simulator, Clock clock) throws IOException {
        var database = Files.createTempDirectory("form").resolve("declarations");
        var callers =
                IntrospectionClient.at(simulator.apiIntrospectionEndpoint(), "santefr-form", "secret-of-the-form");
        return new PlayedForm(
                simulator,
                FormServer.start(FormConfiguration.of(database, callers).withClock(clock)));
    }

    /** What the application is told of it. */
    public List<String> settings() {
        return settings(form.address());
    }

    /** The same, with somebody else in the form's place. */
    List<String> settings(URI address) {
        return List.of(
                "--practice.form.address=" + address,
                "--practice.form.audience=santefr",
                "--practice.form.token-endpoint=" + simulator.apiTokenEndpoint(),
                "--practice.form.client-id=practice-web-api",
                "--practice.form.client-secret=secret-for-the-form");
    }

    @Override
    public void close() {
        form.close();
    }
}

package io.github.pscsdk.example.desktop.handover;

import io.github.pscsdk.api.ApiRequest;
import io.github.pscsdk.api.ApiResponse;
import io.github.pscsdk.api.AuthenticationSession;
import io.github.pscsdk.api.AuthenticationSession.State;
import io.github.pscsdk.api.Means;
import io.github.pscsdk.api.professional.Professional;
import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/** A session of another process, called through its {@link SessionServer}, with a step on either side of each line on the wire. */
final class RemoteSession implements AuthenticationSession {
    private final URI window;
    private final Steps steps;

    RemoteSession(URI window, Steps steps) {
        this.window = window;
        this.steps = steps;
    }

    @Override
    public ApiResponse send(ApiRequest request) throws PscException {
        steps.take();
        try {
            var connection =
                    (HttpURLConnection) window.resolve(request.path()).toURL().openConnection();
            connection.setRequestMethod(request.method());
            connection.setDoOutput(true);
            request.headers().forEach(connection::setRequestProperty);
            connection.setFixedLengthStreamingMode(request.body().length);
            try (var out = connection.getOutputStream()) {
                steps.take();
                out.write(request.body());
            }
            // All is sent: whether it has arrived, nobody knows.
            steps.take();
            var status = connection.getResponseCode();
            steps.take();
            try (var in = status < 400 ? connection.getInputStream() : connection.getErrorStream()) {
                var answer = new ByteArrayOutputStream();
                answer.write(in.readNBytes(1));
                steps.take();
                in.transferTo(answer);
                steps.take();
                return new ApiResponse(status, "application/json", answer.toByteArray());
            }
        } catch (IOException e) {
            throw new PscException(LoginProblem.SERVER_HALF_UNREACHABLE, "no answer", e);
        }
    }

    @Override
    public Professional professional() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<Means> means() {
        return Optional.empty();
    }

    @Override
    public Instant expiresAt() {
        return Instant.MAX;
    }

    @Override
    public State state() {
        return State.ACTIVE;
    }

    @Override
    public void onEndingSoon(Duration before, Consumer<Instant> listener) {
        // Nobody here waits for that.
    }

    @Override
    public void onStateChange(Consumer<State> listener) {}

    @Override
    public void lock() {}

    @Override
    public void signOut() {}

    @Override
    public void close() {}
}

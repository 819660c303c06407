package io.github.pscsdk.example.lab.demo;

import io.github.pscsdk.api.ApiRequest;
import io.github.pscsdk.api.ApiResponse;
import io.github.pscsdk.api.AuthenticationSession;
import io.github.pscsdk.api.AuthenticationSession.State;
import io.github.pscsdk.api.Means;
import io.github.pscsdk.api.professional.NationalId;
import io.github.pscsdk.api.professional.Professional;
import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** A session whose backend gives the same answer to everything. */
final class FakeSession implements AuthenticationSession {
    final List<ApiRequest> sent = new ArrayList<>();

    private final int status;
    private final String body;
    private final boolean signsOut;
    private boolean active = true;

    /**
     * @param status of each answer
     * @param body of each answer
     * @param signsOut whether the server half can be told of the sign-out
     */
    FakeSession(int status, String body, boolean signsOut) {
        this.status = status;
        this.body = body;
        this.signsOut = signsOut;
    }

    @Override
    public ApiResponse send(ApiRequest request) {
        sent.add(request);
        return new ApiResponse(status, "application/json", body.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void signOut() throws PscException {
        active = false;
        if (!signsOut) {
            throw new PscException(LoginProblem.SERVER_HALF_UNREACHABLE, "gone");
        }
    }

    @Override
    public Professional professional() {
        var id = new NationalId("899999100011");
        return new Professional(id, "FICTIVE", List.of("Camille"), Optional.empty(), List.of(), List.of());
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
        return active ? State.ACTIVE : State.ENDED;
    }

    @Override
    public void onEndingSoon(Duration before, Consumer<Instant> listener) {
        // Nobody here waits for that.
    }

    @Override
    public void onStateChange(Consumer<State> listener) {
        throw new UnsupportedOperationException("nobody follows it");
    }

    @Override
    public void lock() {
        active = false;
    }

    @Override
    public void close() {
        lock();
    }
}

package io.github.pscsdk.example.desktop.lab;

import io.github.pscsdk.api.ApiRequest;
import io.github.pscsdk.api.ApiResponse;
import io.github.pscsdk.api.AuthenticationSession;
import io.github.pscsdk.api.AuthenticationSession.State;
import io.github.pscsdk.api.Means;
import io.github.pscsdk.api.professional.Professional;
import io.github.pscsdk.diagnostic.PscException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** A session that does what a test says. */
public final class ScriptedSession implements AuthenticationSession {
    private final List<Consumer<State>> listeners = new ArrayList<>();
    private final List<ApiRequest> sent = new ArrayList<>();
    private final Professional professional;
    private final Instant expiresAt;
    private State state = State.ACTIVE;
    private Optional<PscException> trouble = Optional.empty();
    private Optional<ApiResponse> refusal = Optional.empty();
    private String dossiers = "";
    private Optional<Instant> endsAt = Optional.empty();
    private int signOuts;
    private boolean lockedByHost;

    public ScriptedSession(Professional professional, Instant expiresAt) {
        this.professional = professional;
        this.expiresAt = expiresAt;
    }

    public void becomes(State next) {
        state = next;
        listeners.forEach(listener -> listener.accept(next));
    }

    /** It ends then, unless something is sent. */
    public void endsByIdlenessAt(Instant moment) {
        endsAt = Optional.of(moment);
    }

    public void fails(PscException with) {
        trouble = Optional.of(with);
    }

    public void works() {
        trouble = Optional.empty();
    }

    /** All that was to change something. */
    public List<ApiRequest> sent() {
        return sent;
    }

    /** From now on it answers what changes something so. */
    public void refuses(int status, String body) {
        refusal = Optional.of(answer(status, body));
    }

    /** How it stands with what was handed over, as the receiver tells it. */
    public void tells(String number, String state, boolean asksForConfirmation) {
        dossiers = "{\"number\":\"%s\",\"state\":\"%s\",\"asksForConfirmation\":%s}"
                .formatted(number, state, asksForConfirmation);
    }

    private static ApiResponse answer(int status, String body) {
        return new ApiResponse(status, "application/json", body.getBytes(StandardCharsets.UTF_8));
    }

    public int signOuts() {
        return signOuts;
    }

    @Override
    public Professional professional() {
        return professional;
    }

    @Override
    public Optional<Means> means() {
        return Optional.empty();
    }

    @Override
    public Instant expiresAt() {
        return expiresAt;
    }

    @Override
    public Instant endsAt() {
        return endsAt.orElse(expiresAt);
    }

    @Override
    public State state() {
        return state;
    }

    @Override
    public void onEndingSoon(Duration before, Consumer<Instant> listener) {
        // Nobody here waits for that.
    }

    @Override
    public void onStateChange(Consumer<State> listener) {
        listeners.add(listener);
    }

    @Override
    public ApiResponse send(ApiRequest request) throws PscException {
        if (trouble.isPresent()) {
            throw trouble.get();
        }
        endsAt = Optional.empty();
        if (request.method().equals("GET")) {
            return answer(200, "{\"declarations\":[" + dossiers + "]}");
        }
        sent.add(request);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        return answer(201, "{\"receipt\":{\"number\":\"R-" + sent.size() + "\",\"hash\":\"h\"},\"findings\":[]}");
    }

    @Override
    public void lock() {
        lockedByHost = true;
        becomes(State.LOCKED);
    }

    /** Whether it was locked for good, and not by a card that went. */
    public boolean isLockedByHost() {
        return lockedByHost;
    }

    @Override
    public void signOut() throws PscException {
        signOuts++;
        if (trouble.isPresent()) {
            throw trouble.get();
        }
        becomes(State.ENDED);
    }

    @Override
    public void close() {
        lock();
    }
}

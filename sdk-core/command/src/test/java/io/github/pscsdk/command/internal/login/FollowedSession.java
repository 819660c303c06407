package io.github.pscsdk.command.internal.login;

import io.github.pscsdk.api.ApiRequest;
import io.github.pscsdk.api.ApiResponse;
import io.github.pscsdk.api.AuthenticationSession;
import io.github.pscsdk.api.AuthenticationSession.State;
import io.github.pscsdk.api.Means;
import io.github.pscsdk.api.professional.Professional;
import io.github.pscsdk.testkit.persona.Personas;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/** A session whose states a test sets. */
final class FollowedSession implements AuthenticationSession {
    private final AtomicReference<Consumer<State>> listener = new AtomicReference<>();
    private final CountDownLatch followed = new CountDownLatch(1);
    private final Professional professional;
    private volatile State state = State.ACTIVE;

    FollowedSession() {
        this("FICTIVE", List.of("Camille", "Zoé"));
    }

    private FollowedSession(String familyName, List<String> givenNames) {
        professional =
                new Professional(Personas.PHARMACIST, familyName, givenNames, Optional.empty(), List.of(), List.of());
    }

    /** Of somebody whose name the server half does not tell. */
    static FollowedSession ofSomebodyUnnamed() {
        return new FollowedSession("", List.of());
    }

    void becomes(State next) {
        state = next;
        Optional.ofNullable(listener.get()).ifPresent(one -> one.accept(next));
    }

    void awaitFollowed() throws InterruptedException {
        followed.await();
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
    public void onStateChange(Consumer<State> follower) {
        listener.set(follower);
        followed.countDown();
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
        return Instant.parse("2026-01-01T12:00:00Z");
    }

    @Override
    public ApiResponse send(ApiRequest request) {
        throw new UnsupportedOperationException("nothing is sent");
    }

    @Override
    public void lock() {
        becomes(State.LOCKED);
    }

    @Override
    public void signOut() {
        becomes(State.ENDED);
    }

    @Override
    public void close() {
        lock();
    }
}

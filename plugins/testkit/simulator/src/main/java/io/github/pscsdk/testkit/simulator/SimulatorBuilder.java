package io.github.pscsdk.testkit.simulator;

import io.github.pscsdk.testkit.card.CardInHand;
import io.github.pscsdk.testkit.simulator.model.SimulatedClient;
import io.github.pscsdk.time.VirtualClock;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Builds a {@link PscSimulator}, which reads the fields, and starts it. For one thread. */
public final class SimulatorBuilder {
    final Map<String, SimulatedClient> clients = new LinkedHashMap<>();
    private final Map<String, SimulatedClient> apiClients = new LinkedHashMap<>();
    private final Map<String, Set<String>> apis = new LinkedHashMap<>();
    InetAddress bind = InetAddress.getLoopbackAddress();
    int authPort;
    int walletPort;
    int apiPort;
    boolean https;
    boolean interactive;
    Optional<CardInHand> cardInHand = Optional.empty();
    Clock clock = Clock.systemUTC();
    Duration interval = Duration.ofSeconds(5);
    Duration expiresIn = Duration.ofSeconds(120);
    Optional<Duration> idleLimit = Optional.empty();
    Optional<Scenario> scenario = Optional.empty();
    Consumer<Scenario.Applied> scenarioListener = applied -> {};

    SimulatorBuilder() {}

    /** Registers a client; at least one is needed. */
    public SimulatorBuilder client(SimulatedClient client) {
        if (clients.putIfAbsent(client.id(), client) != null) {
            throw new IllegalArgumentException("two clients have the same id");
        }
        return this;
    }

    /**
     * Names an API whose tokens may be asked for, beside {@code openid email profile}; the first where a request names
     * no audience. Without a call there is one named {@code api}.
     */
    public SimulatorBuilder api(String audience, String... scopes) {
        if (apis.putIfAbsent(audience, Set.of(scopes)) != null) {
            throw new IllegalArgumentException("two APIs have the same audience");
        }
        return this;
    }

    /**
     * Registers a client with the API's authorization server, where its secret is another one, or none. Without a call
     * of this method that server knows the clients of Pro Santé Connect, with the same credentials.
     */
    public SimulatorBuilder apiClient(SimulatedClient client) {
        if (apiClients.putIfAbsent(client.id(), client) != null) {
            throw new IllegalArgumentException("two clients of the API have the same id");
        }
        return this;
    }

    /** Serves TLS, and asks callers of the auth and API origins for a certificate. The default is plain HTTP. */
    public SimulatorBuilder https() {
        https = true;
        return this;
    }

    /** Sets how long a client must wait between two polls: whole seconds, at least one; the default is 5 s. */
    public SimulatorBuilder interval(Duration wait) {
        interval = wholeSeconds(wait);
        return this;
    }

    /** Sets how long a back-channel request lives: whole seconds, at least one; the default is 120 s. */
    public SimulatorBuilder expiresIn(Duration life) {
        expiresIn = wholeSeconds(life);
        return this;
    }

    private static Duration wholeSeconds(Duration duration) {
        if (duration.toSeconds() < 1 || duration.getNano() != 0) {
            throw new IllegalArgumentException("the wire knows whole seconds only, and at least one");
        }
        return duration;
    }

    /**
     * Closes connections on which no request came for that time after the last response, by the system's clock. A small
     * relay in front of each origin but the control API does it. Without a call the JDK's server closes them after 30
     * s.
     *
     * @param limit one millisecond to one day
     */
    public SimulatorBuilder closesIdleConnections(Duration limit) {
        if (limit.toMillis() < 1 || limit.compareTo(Duration.ofDays(1)) > 0) {
            throw new IllegalArgumentException("a connection may be idle for a millisecond to a day");
        }
        idleLimit = Optional.of(limit);
        return this;
    }

    /** Sets the clock of all lifetimes, for instance a {@link VirtualClock}; certificates follow the system's clock. */
    public SimulatorBuilder clock(Clock newClock) {
        clock = Objects.requireNonNull(newClock, "newClock");
        return this;
    }

    /** Sets the ports of Pro Santé Connect, of its login page and of the API's server; free ones by default. */
    public SimulatorBuilder ports(int auth, int wallet, int api) {
        authPort = auth;
        walletPort = wallet;
        apiPort = api;
        return this;
    }

    /**
     * Lets a person answer on the {@link PscSimulator#pages()}, where a persona would approve; the login page asks for
     * card or e-CPS and an identifier. A pretended card takes any four digits but {@code 0000}, and three wrong codes
     * in a row block it. By default the simulator answers by itself.
     */
    public SimulatorBuilder interactive() {
        interactive = true;
        return this;
    }

    /**
     * Lets CPS-Gestion use the card in that reader, which can be inserted and removed on the page and by {@link
     * CpsGestion#card()}. A login by card is then approved if holder, test hierarchy, code and the signature of a
     * challenge are right. Makes the simulator {@linkplain #interactive() interactive}.
     */
    public SimulatorBuilder cardInHand(CardInHand hand) {
        cardInHand = Optional.of(hand);
        return interactive();
    }

    /** Plays that scenario; its time begins with the simulator's. */
    public SimulatorBuilder scenario(Scenario played) {
        return scenario(played, applied -> {});
    }

    /** The same; {@code listener} is told each step, on any thread and while requests wait: it must return soon. */
    public SimulatorBuilder scenario(Scenario played, Consumer<Scenario.Applied> listener) {
        scenario = Optional.of(played);
        scenarioListener = Objects.requireNonNull(listener, "listener");
        return this;
    }

    /** Sets the address to listen on: loopback only, because a simulator lets everybody log in. */
    public SimulatorBuilder bind(InetAddress address) {
        if (!address.isLoopbackAddress()) {
            throw new IllegalArgumentException("the simulator listens on loopback only");
        }
        bind = address;
        return this;
    }

    /**
     * Starts the simulator.
     *
     * @throws IllegalStateException if no client is registered, or one with a certificate without {@link #https()}, or
     *     if the scenario moves a clock that is no {@link VirtualClock}, or a card without {@link #cardInHand}
     */
    public PscSimulator start() {
        if (clients.isEmpty()) {
            throw new IllegalStateException("SimulatorBuilder lacks: client");
        }
        if (!https
                && Stream.of(clients, apiClients)
                        .flatMap(registered -> registered.values().stream())
                        .anyMatch(SimulatedClient::usesCertificate)) {
            throw new IllegalStateException("a client with a certificate needs https()");
        }
        if (!(clock instanceof VirtualClock)
                && scenario.filter(Scenario::movesClock).isPresent()) {
            throw new IllegalStateException("a scenario that advances the clock needs a VirtualClock");
        }
        if (cardInHand.isEmpty() && scenario.filter(Scenario::movesCard).isPresent()) {
            throw new IllegalStateException("a scenario with a card needs cardInHand");
        }
        return new PscSimulator(this);
    }

    /** Empty where the API's authorization server knows the clients of Pro Santé Connect. */
    Optional<Collection<SimulatedClient>> apiClients() {
        return apiClients.isEmpty() ? Optional.empty() : Optional.of(List.copyOf(apiClients.values()));
    }

    Map<String, Set<String>> apis() {
        return apis.isEmpty() ? Map.of("api", Set.of()) : new LinkedHashMap<>(apis);
    }
}

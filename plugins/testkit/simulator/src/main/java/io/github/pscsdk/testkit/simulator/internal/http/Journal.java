package io.github.pscsdk.testkit.simulator.internal.http;

import io.github.pscsdk.testkit.simulator.model.LogoutNotice;
import io.github.pscsdk.testkit.simulator.model.RecordedRequest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** The recorded requests in order of arrival, the times of logins, the finished logout notices, and the secrets. */
public final class Journal {
    private static final String MASK = "***";
    private static final SecureRandom RANDOM = new SecureRandom();

    /** Parameters whose value is a secret; {@code login_hint} and {@code state} are not. */
    private static final Set<String> SECRET =
            Set.of(("client_secret code code_verifier auth_req_id binding_message refresh_token "
                            + "subject_token actor_token token id_token_hint")
                    .split(" "));

    private final Queue<Exchange> exchanges = new ConcurrentLinkedQueue<>();
    private final Clock clock;
    private final Queue<Instant> logins = new ConcurrentLinkedQueue<>();
    private final Queue<LogoutNotice> notices = new ConcurrentLinkedQueue<>();
    private final Set<String> secrets = ConcurrentHashMap.newKeySet();
    private final Set<String> redeemed = ConcurrentHashMap.newKeySet();
    private final AtomicInteger repeats = new AtomicInteger();
    private volatile Runnable afterLogin = () -> {};

    public Journal(Clock clock) {
        this.clock = clock;
    }

    /** Adds a request; its {@code form} must have gone through {@link #mask}. */
    public Exchange add(RecordedRequest request) {
        var exchange = new Exchange(request, clock.instant());
        exchanges.add(exchange);
        return exchange;
    }

    /** Notes the parameters of a token request: whether its code or its refresh token came before, from whomever. */
    public void noteGrant(Map<String, String> parameters) {
        for (var name : List.of("code", "refresh_token")) {
            var value = parameters.getOrDefault(name, "");
            if (!value.isEmpty() && !redeemed.add(value)) {
                repeats.incrementAndGet();
            }
        }
    }

    /** How often a code or a refresh token came that had come before. */
    public int repeats() {
        return repeats.get();
    }

    /** Masks the secrets among the parameters, and keeps them. */
    public Map<String, String> mask(Map<String, String> parameters) {
        var masked = new HashMap<>(parameters);
        masked.replaceAll((name, value) -> {
            if (!SECRET.contains(name)) {
                return value;
            }
            addSecret(value);
            return MASK;
        });
        return masked;
    }

    public String addSecret(String secret) {
        if (!secret.isEmpty()) {
            secrets.add(secret);
        }
        return secret;
    }

    /** Draws a secret that holds no information, for identifiers and tokens. */
    public String drawSecret() {
        var bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return addSecret(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    public List<RecordedRequest> requests() {
        return exchanges.stream().map(Exchange::request).toList();
    }

    public List<Exchange> exchanges() {
        return List.copyOf(exchanges);
    }

    public void addLogin() {
        logins.add(clock.instant());
        afterLogin.run();
    }

    public void afterLogin(Runnable work) {
        afterLogin = work;
    }

    /** When a client got the tokens of a login, for each login so far. */
    public List<Instant> logins() {
        return List.copyOf(logins);
    }

    public void add(LogoutNotice notice) {
        notices.add(notice);
    }

    public List<LogoutNotice> notices() {
        return List.copyOf(notices);
    }

    public Set<String> secrets() {
        return Set.copyOf(secrets);
    }
}

package io.github.pscsdk.testkit.simulator.internal.psc.login;

import io.github.pscsdk.testkit.simulator.internal.http.Journal;
import io.github.pscsdk.testkit.simulator.internal.psc.session.Session;
import io.github.pscsdk.testkit.simulator.internal.psc.session.Timing;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** The authorization codes that were issued. Each can be used once. */
public final class AuthorizationCodes {
    private final Map<String, AuthorizationCode> unused = new ConcurrentHashMap<>();
    private final Map<String, Session> used = new ConcurrentHashMap<>();
    private final Journal journal;
    private final Timing timing;

    public AuthorizationCodes(Journal journal, Timing timing) {
        this.timing = timing;
        this.journal = journal;
    }

    /** Keeps what a code stands for. Returns the code, which is three UUIDs as at Keycloak. */
    public String add(AuthorizationCode content) {
        var code = String.join(
                ".",
                UUID.randomUUID().toString(),
                content.session().id(),
                UUID.nameUUIDFromBytes(content.session().client().id().getBytes(StandardCharsets.UTF_8))
                        .toString());
        unused.put(journal.addSecret(code), content);
        return code;
    }

    /** Uses a code. A second use ends the session that the code opened (RFC 6749 §4.1.2). */
    public Optional<AuthorizationCode> take(String code) {
        var content = Optional.ofNullable(unused.remove(code));
        content.ifPresentOrElse(
                first -> used.put(code, first.session()),
                () -> Optional.ofNullable(used.get(code)).ifPresent(Session::end));
        return content.filter(login -> timing.now().isBefore(login.expiresAt()));
    }
}

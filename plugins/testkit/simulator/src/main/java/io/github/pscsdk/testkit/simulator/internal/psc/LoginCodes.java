package io.github.pscsdk.testkit.simulator.internal.psc;

import io.github.pscsdk.testkit.simulator.internal.journal.Journal;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** The codes of the login page, each good for one try. */
final class LoginCodes {
    private final Map<String, LoginCode> unused = new ConcurrentHashMap<>();
    private final Map<String, Session> used = new ConcurrentHashMap<>();
    private final Journal journal;

    LoginCodes(Journal journal) {
        this.journal = journal;
    }

    /** Keeps what a code stands for; returns the code, in Keycloak's shape of three UUIDs. */
    String add(LoginCode content) {
        var code = String.join(
                ".",
                UUID.randomUUID().toString(),
                content.session().id(),
                UUID.nameUUIDFromBytes(content.session().client().id().getBytes(StandardCharsets.UTF_8))
                        .toString());
        unused.put(journal.addSecret(code), content);
        return code;
    }

    /** Uses a code up. One that comes a second time ends the session that it opened (RFC 6749 §4.1.2). */
    Optional<LoginCode> take(String code) {
        var content = Optional.ofNullable(unused.remove(code));
        content.ifPresentOrElse(
                first -> used.put(code, first.session()),
                () -> Optional.ofNullable(used.get(code)).ifPresent(Session::end));
        return content;
    }
}

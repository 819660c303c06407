package io.github.pscsdk.testkit.simulator.internal.psc;

import io.github.pscsdk.testkit.simulator.internal.http.Simulation;
import io.github.pscsdk.testkit.simulator.internal.psc.session.PollAnswer;
import io.github.pscsdk.testkit.simulator.internal.psc.session.Session;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** The authorization codes that were issued. Each can be used once. */
final class AuthorizationCodes {
    private final Map<String, Login> unused = new ConcurrentHashMap<>();
    private final Map<String, Session> used = new ConcurrentHashMap<>();
    private final Simulation simulation;

    AuthorizationCodes(Simulation simulation) {
        this.simulation = simulation;
    }

    /** The login that an authorization code (RFC 6749 §4.1) stands for, perhaps with an S256 challenge (RFC 7636). */
    record Login(
            Session session,
            String redirectUri,
            Optional<String> nonce,
            Optional<String> challenge,
            Instant expiresAt,
            PollAnswer outcome) {
        /**
         * RFC 7636 §4.6. A verifier without a challenge in the request is refused too, because one of the two was
         * tampered with.
         */
        boolean isVerifiedBy(Optional<String> verifier) {
            return challenge.equals(verifier.map(Login::s256));
        }

        private static String s256(String verifier) {
            try {
                var digest = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
                return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("this JDK has no SHA-256", e);
            }
        }

        @Override
        public String toString() {
            return "Login[" + session + "]";
        }
    }

    /** Keeps what a code stands for. Returns the code, which is three UUIDs as at Keycloak. */
    String add(Login content) {
        var code = String.join(
                ".",
                UUID.randomUUID().toString(),
                content.session().id(),
                UUID.nameUUIDFromBytes(content.session().client().id().getBytes(StandardCharsets.UTF_8))
                        .toString());
        unused.put(simulation.journal().addSecret(code), content);
        return code;
    }

    /** Uses a code. A second use ends the session that the code opened (RFC 6749 §4.1.2). */
    Optional<Login> take(String code) {
        var content = Optional.ofNullable(unused.remove(code));
        content.ifPresentOrElse(
                first -> used.put(code, first.session()),
                () -> Optional.ofNullable(used.get(code)).ifPresent(Session::end));
        return content.filter(login -> simulation.now().isBefore(login.expiresAt()));
    }
}

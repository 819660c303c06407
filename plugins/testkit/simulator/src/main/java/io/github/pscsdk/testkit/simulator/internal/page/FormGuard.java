package io.github.pscsdk.testkit.simulator.internal.page;

import io.github.pscsdk.testkit.simulator.internal.http.IncomingRequest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Checks that a form comes from a page of this origin. Any web page may send a form to a loopback address, but the
 * browser names the origin of the form, and no other origin can read the token of the form.
 */
final class FormGuard {
    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;
    private final String origin;
    private final String authority;

    FormGuard(URI base) {
        var bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        key = new SecretKeySpec(bytes, ALGORITHM);
        origin = base.toString();
        authority = base.getRawAuthority();
    }

    /** The token of the forms that are sent to {@code path}. */
    String token(String path) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(mac.doFinal(path.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JDK has no " + ALGORITHM, e);
        }
    }

    /** Whether the request names this host. A foreign host name that points to loopback does not count. */
    boolean isAtHome(IncomingRequest request) {
        return request.header("Host").equals(Optional.of(authority));
    }

    /** Whether a page of this origin sent the form. */
    boolean sentByOurPage(IncomingRequest request) {
        var token = request.body().optional("token").orElse("");
        return request.header("Origin").equals(Optional.of(origin))
                && MessageDigest.isEqual(
                        token.getBytes(StandardCharsets.UTF_8),
                        token(request.path()).getBytes(StandardCharsets.UTF_8));
    }
}

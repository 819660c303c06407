package io.github.pscsdk.workstation.internal.http;

import io.github.pscsdk.api.internal.SecureUrl;
import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.pluginhost.NetworkSettings;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The settings of the server half, as the host gives them.
 *
 * @param address ends in a slash
 * @param token absent only where it speaks the plain contract
 */
public record ServerHalfSettings(
        URI address,
        Optional<ApplicationToken> token,
        String clientId,
        boolean singleSignOn,
        Contract contract,
        NetworkSettings network) {
    /** Checks the base address, and adds the slash at its end. The problem never has it: it may hold a password. */
    public static URI checked(URI base) throws PscException {
        if (!SecureUrl.isSafe(base)) {
            throw unusable("https without a user; http where the host is loopback");
        }
        if (base.getRawQuery() != null || base.getRawFragment() != null) {
            throw unusable("neither query nor fragment");
        }
        return base.getRawPath() == null || !base.getRawPath().endsWith("/") ? URI.create(base + "/") : base;
    }

    private static PscException unusable(String reason) {
        return new PscException(
                LoginProblem.SERVER_HALF_ADDRESS_UNUSABLE,
                "the address of the server half has to be: " + reason,
                Map.of("reason", reason));
    }

    /** Which contract a server half speaks, as far as the host says. */
    public enum Contract {
        /** Found out: the full one, unless the server half shows that it speaks the plain one alone. */
        FOUND_OUT,
        /** ANS's own: {@code /connect}, {@code /disconnect} and {@code /send}. */
        PLAIN,
        /** With the additions under {@code /v1}. */
        FULL
    }

    /**
     * Bearer token by which an installation of the software identifies itself to its server half. Cannot be printed by
     * accident.
     */
    public static final class ApplicationToken {
        // RFC 6750, section 2.1: b64token.
        private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9._~+/-]+=*");

        private final String value;

        /** Refuses what cannot stand in a header; the message never repeats the value. */
        public ApplicationToken(String value) {
            if (!SHAPE.matcher(value).matches()) {
                throw new IllegalArgumentException(
                        "an application token has letters, digits and -._~+/ only (RFC 6750), and no white space around it");
            }
            this.value = value;
        }

        /** Returns the token itself, for an {@code Authorization} header. Search for callers in review. */
        String reveal() {
            return value;
        }

        @Override
        public String toString() {
            return "ApplicationToken[****]";
        }
    }
}

package io.github.pscsdk.proxy.internal.certificate;

import io.github.pscsdk.diagnostic.Problem;
import io.github.pscsdk.diagnostic.ServerProblem;
import io.github.pscsdk.proxy.settings.ProxyConfiguration;
import java.security.KeyStore;
import java.security.KeyStoreException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * A certificate of the configuration.
 *
 * @param use what it is for
 * @param name of the client id, of the backend, or in the trust store
 * @param notAfter until when it is valid
 */
public record ConfiguredCertificate(Use use, String name, Instant notAfter) {
    /** How long before its end an operator is told. */
    public static final Duration NOTICE = Duration.ofDays(30);

    private static final Duration URGENT = Duration.ofDays(14);

    /** What a certificate is for. */
    public enum Use {
        /** Shown to Pro Santé Connect. */
        CLIENT,
        /** Shown to a backend and to its authorization server. */
        BACKEND,
        /** Shown to the servers of the store. */
        STORE,
        /** A certification authority that is trusted. */
        TRUST
    }

    /** All that the configuration names, but those of the store. */
    public static List<ConfiguredCertificate> of(ProxyConfiguration configuration) {
        var all = new ArrayList<ConfiguredCertificate>();
        for (var client : configuration.clients()) {
            client.authentication().certificate().ifPresent(shown -> all.add(of(Use.CLIENT, client.id(), shown)));
        }
        for (var audience : configuration.audiences()) {
            audience.client()
                    .authentication()
                    .flatMap(own -> own.certificate())
                    .ifPresent(shown -> all.add(of(Use.BACKEND, audience.name(), shown)));
        }
        configuration.trustedCertificates().ifPresent(store -> all.addAll(trusted(store)));
        return List.copyOf(all);
    }

    private static ConfiguredCertificate of(Use use, String name, X509Certificate certificate) {
        return new ConfiguredCertificate(use, name, certificate.getNotAfter().toInstant());
    }

    /** Authorities, by the names that they have there. */
    public static List<ConfiguredCertificate> trusted(KeyStore store) {
        return in(store, (all, alias) -> true, (alias, authority) -> of(Use.TRUST, alias, authority));
    }

    /** Those of which a key store has the key. */
    public static List<ConfiguredCertificate> shown(Use use, String name, KeyStore store) {
        return in(store, KeyStore::isKeyEntry, (alias, own) -> of(use, name, own));
    }

    @FunctionalInterface
    private interface Kind {
        boolean is(KeyStore store, String alias) throws KeyStoreException;
    }

    private static List<ConfiguredCertificate> in(
            KeyStore store, Kind kind, BiFunction<String, X509Certificate, ConfiguredCertificate> made) {
        try {
            var found = new ArrayList<ConfiguredCertificate>();
            for (var alias : Collections.list(store.aliases())) {
                if (kind.is(store, alias) && store.getCertificate(alias) instanceof X509Certificate certificate) {
                    found.add(made.apply(alias, certificate));
                }
            }
            return found;
        } catch (KeyStoreException e) {
            throw new IllegalArgumentException("the key store was not read", e);
        }
    }

    /** How many whole days are left; less than zero where it has expired. */
    public long daysLeft(Instant now) {
        // Of less than a day that has passed, too, it is less than zero.
        return Math.floorDiv(
                Duration.between(now, notAfter).toSeconds(), Duration.ofDays(1).toSeconds());
    }

    /** What an operator must know; empty where there is time. */
    public Optional<Problem> problem(Instant now) {
        var left = Duration.between(now, notAfter);
        if (left.compareTo(NOTICE) > 0) {
            return Optional.empty();
        } else if (use == Use.TRUST) {
            return Optional.of(ServerProblem.TRUSTED_CERTIFICATE_EXPIRING);
        } else if (left.isNegative()) {
            return Optional.of(ServerProblem.CLIENT_CERTIFICATE_EXPIRED);
        }
        return Optional.of(
                left.compareTo(URGENT) > 0
                        ? ServerProblem.CLIENT_CERTIFICATE_EXPIRING
                        : ServerProblem.CLIENT_CERTIFICATE_EXPIRES_SOON);
    }
}

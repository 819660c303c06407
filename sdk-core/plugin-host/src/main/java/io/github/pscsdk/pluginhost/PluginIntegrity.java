package io.github.pscsdk.pluginhost;

import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which archives a host trusts, by the SHA-256 sum of the archive or of the certificate of its signer, and what becomes
 * of the others. The private copy that is loaded is the one checked. Immutable; grows by with-methods.
 */
public final class PluginIntegrity {
    private static final String SUM = "[0-9A-Fa-f]{64}";

    /** The rule for an archive that is not trusted. */
    private enum Rule {
        OFF,
        WARN,
        STRICT
    }

    private final Rule rule;
    private final Set<String> archives;
    private final Set<String> signers;

    private PluginIntegrity(Rule rule, Set<String> archives, Set<String> signers) {
        this.rule = rule;
        this.archives = archives;
        this.signers = signers;
    }

    /** Every archive is trusted. */
    public static PluginIntegrity off() {
        return new PluginIntegrity(Rule.OFF, Set.of(), Set.of());
    }

    /** An archive that is not trusted is loaded, and is a finding ({@code NOT_PINNED}, a warning). */
    public static PluginIntegrity warn() {
        return new PluginIntegrity(Rule.WARN, Set.of(), Set.of());
    }

    /** An archive that is not trusted is refused ({@code NOT_PINNED}). */
    public static PluginIntegrity strict() {
        return new PluginIntegrity(Rule.STRICT, Set.of(), Set.of());
    }

    /** Trusts archives by their SHA-256 sums, 64 hexadecimal digits each. */
    public PluginIntegrity withArchives(Collection<String> sha256) {
        return new PluginIntegrity(rule, with(archives, sha256), signers);
    }

    /**
     * Trusts archives every entry of which is signed (JAR File Specification) by one of these certificates. Neither its
     * validity nor its issuer counts: the certificate itself is trusted.
     *
     * @param sha256 the sums of the certificates in DER, 64 hexadecimal digits each, with or without colons, as {@code
     *     keytool} prints them
     */
    public PluginIntegrity withSigners(Collection<String> sha256) {
        var plain = sha256.stream().map(sum -> sum.replace(":", "")).toList();
        return new PluginIntegrity(rule, archives, with(signers, plain));
    }

    private static Set<String> with(Set<String> known, Collection<String> sha256) {
        for (var sum : sha256) {
            if (!sum.matches(SUM)) {
                throw new IllegalArgumentException("a SHA-256 sum has 64 hexadecimal digits");
            }
        }
        return Stream.concat(known.stream(), sha256.stream().map(sum -> sum.toLowerCase(Locale.ROOT)))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Whether archives are compared with what is trusted. */
    public boolean isChecked() {
        return rule != Rule.OFF;
    }

    /** Whether an archive that is not trusted is refused. */
    public boolean isStrict() {
        return rule == Rule.STRICT;
    }

    /** The sums of trusted archives, in lower case. */
    public Set<String> archives() {
        return archives;
    }

    /** The sums of trusted certificates, in lower case and without colons. */
    public Set<String> signers() {
        return signers;
    }
}

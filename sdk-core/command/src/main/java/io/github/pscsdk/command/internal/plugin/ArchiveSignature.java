package io.github.pscsdk.command.internal.plugin;

import io.github.pscsdk.diagnostic.Diagnostic;
import io.github.pscsdk.diagnostic.Severity;
import io.github.pscsdk.pluginhost.internal.problem.BoundedText;
import java.io.IOException;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Pattern;

/** The subjects of an archive's signers, trusted or not, and what is wrong with its signature. */
record ArchiveSignature(Set<String> signers, Optional<Diagnostic> finding) {
    // JAR file specification, "Signature-related files".
    private static final Pattern OF_THE_SIGNATURE =
            Pattern.compile("(?i)META-INF/(MANIFEST\\.MF|SIG-[^/]*|[^/]*\\.(SF|RSA|DSA|EC))");
    private static final int MOST_CHARACTERS = 300;

    /** Reads every file of it, since each has a sum of its own. */
    static ArchiveSignature of(Path archive) throws IOException {
        var signers = new TreeSet<String>();
        var hasUnsigned = false;
        try (var jar = new JarFile(archive.toFile())) {
            for (var entry : (Iterable<JarEntry>) jar.stream()::iterator) {
                readToTheEnd(jar, entry);
                if (entry.getCodeSigners() != null) {
                    signers.addAll(subjects(entry));
                } else if (!entry.isDirectory()
                        && !OF_THE_SIGNATURE.matcher(entry.getName()).matches()) {
                    hasUnsigned = true;
                }
            }
        } catch (SecurityException e) {
            return broken("a file was changed after it was signed");
        }
        if (!signers.isEmpty() && hasUnsigned) {
            return broken("a file was added after it was signed");
        }
        return new ArchiveSignature(signers, Optional.empty());
    }

    /**
     * Only then the sum is checked. No further than the archive says that the file is long, which is within the bounds
     * of hosts.
     */
    private static void readToTheEnd(JarFile jar, JarEntry entry) throws IOException {
        try (var in = jar.getInputStream(entry)) {
            in.skipNBytes(entry.getSize());
            if (in.read() >= 0) {
                throw new IOException("a file of the archive is longer than the archive says");
            }
        }
    }

    private static ArchiveSignature broken(String reason) {
        var finding = Diagnostic.of(VerificationProblem.SIGNATURE_BROKEN, Severity.BLOCKING)
                .with("reason", reason);
        return new ArchiveSignature(Set.of(), Optional.of(finding));
    }

    private static Set<String> subjects(JarEntry entry) {
        var subjects = new TreeSet<String>();
        for (var signer : entry.getCodeSigners()) {
            var certificate = signer.getSignerCertPath().getCertificates().get(0);
            if (certificate instanceof X509Certificate x509) {
                subjects.add(BoundedText.line(x509.getSubjectX500Principal().getName(), MOST_CHARACTERS));
            }
        }
        return subjects;
    }
}

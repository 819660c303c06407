package io.github.pscsdk.pluginhost.internal.archive;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.security.CodeSigner;
import java.security.cert.CertificateEncodingException;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Pattern;

/** The signers of an archive: JAR File Specification, "Signed JAR File". */
public final class ArchiveSigners {
    /** The files of a signature, which are not signed themselves. */
    private static final Pattern OF_THE_SIGNATURE =
            Pattern.compile("META-INF/(MANIFEST\\.MF|SIG-[^/]*|[^/]*\\.(SF|RSA|DSA|EC))");

    private ArchiveSigners() {}

    /**
     * The sums of the certificates by which every entry is signed; empty where there is none, or where an entry was
     * altered or is there twice.
     */
    public static TreeSet<String> of(Path archive) {
        Optional<Set<String>> common = Optional.empty();
        var names = new HashSet<String>();
        try (var jar = new JarFile(archive.toFile(), true)) {
            for (var entries = jar.entries(); entries.hasMoreElements(); ) {
                var entry = entries.nextElement();
                if (!names.add(entry.getName())) {
                    return new TreeSet<>();
                }
                if (!entry.isDirectory() && !isOfTheSignature(entry)) {
                    var signers = signers(jar, entry);
                    common.ifPresent(signers::retainAll);
                    common = Optional.of(signers);
                }
            }
            return new TreeSet<>(common.orElse(Set.of()));
        } catch (IOException | SecurityException | CertificateEncodingException | IllegalArgumentException e) {
            return new TreeSet<>();
        }
    }

    private static boolean isOfTheSignature(JarEntry entry) {
        return OF_THE_SIGNATURE
                .matcher(entry.getName().toUpperCase(Locale.ROOT))
                .matches();
    }

    private static Set<String> signers(JarFile jar, JarEntry entry) throws IOException, CertificateEncodingException {
        // Its signers are known once it was read to its end.
        try (var in = jar.getInputStream(entry)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        var sums = new HashSet<String>();
        var signers = entry.getCodeSigners();
        for (var signer : signers == null ? new CodeSigner[0] : signers) {
            sums.add(Sha256.of(
                    signer.getSignerCertPath().getCertificates().get(0).getEncoded()));
        }
        return sums;
    }
}

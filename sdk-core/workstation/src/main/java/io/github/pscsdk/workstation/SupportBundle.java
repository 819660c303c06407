package io.github.pscsdk.workstation;

import io.github.pscsdk.api.Diagnosis;
import io.github.pscsdk.api.Professional;
import io.github.pscsdk.workstation.internal.json.DiagnosisWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * What a support desk needs from a workstation, as one zip: the diagnosis, versions, and the end of a log. Immutable; safe for any
 * thread.
 *
 * <p>Every fact and every line of the log passes a mask first: tokens, numbers of six digits and more, e-mail addresses, telephone
 * numbers, the query of addresses, the person's folder and user name, and the names and identifiers of the {@linkplain #concealing
 * professionals} it is told. A mask is a last line of defence: the SDK writes none of these into a fact or a log.
 */
public final class SupportBundle {
    private final Diagnosis diagnosis;
    private final Versions versions;
    private final Optional<Path> log;
    private final TextMask mask;

    private SupportBundle(Diagnosis diagnosis, Versions versions, Optional<Path> log, TextMask mask) {
        this.diagnosis = diagnosis;
        this.versions = versions;
        this.log = log;
        this.mask = mask;
    }

    /** A bundle of that diagnosis and of the versions of runtime, system and SDK. */
    public static SupportBundle of(Diagnosis diagnosis) {
        return new SupportBundle(
                Objects.requireNonNull(diagnosis, "diagnosis"),
                Versions.ofThisProcess(),
                Optional.empty(),
                TextMask.ofThisMachine());
    }

    /** A copy that names the practice software, or another part of the workstation, with its version. */
    public SupportBundle withSoftware(String name, String version) {
        return new SupportBundle(diagnosis, versions.with(name, version), log, mask);
    }

    /** A copy with the last 256 KiB of a log in UTF-8. A file that cannot be read is named in its place. */
    public SupportBundle withLog(Path file) {
        return new SupportBundle(diagnosis, versions, Optional.of(file), mask);
    }

    /** A copy that masks that person's names and identifiers too, wherever they stand. For the session that is open, if one is. */
    public SupportBundle concealing(Professional person) {
        return new SupportBundle(diagnosis, versions, log, mask.concealing(person));
    }

    /**
     * Writes the zip: {@code README.txt}, {@code diagnosis.json}, {@code versions.txt} and, with a log, {@code log.txt}.
     *
     * @param out is flushed and left open
     * @param locale language of titles and steps
     * @throws IOException if {@code out} cannot be written
     */
    public void writeTo(OutputStream out, Locale locale) throws IOException {
        var zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        put(zip, "README.txt", README);
        put(zip, "diagnosis.json", new DiagnosisWriter(locale, mask::of).write(diagnosis));
        put(zip, "versions.txt", lines(versions.lines().stream().map(mask::of).toList()));
        if (log.isPresent()) {
            put(
                    zip,
                    "log.txt",
                    lines(LogTail.of(log.get()).stream().map(mask::of).toList()));
        }
        zip.finish();
        out.flush();
    }

    private static final String README = """
            What a support desk needs from this workstation. Made by psc-sdk on request of the person who uses it; sent to nobody by it.
            Ce dont un support a besoin de ce poste. Fait par psc-sdk à la demande de la personne ; envoyé à personne.

            diagnosis.json   what the health check found, who must act, what to do / ce que l'examen a trouvé
            versions.txt     runtime, system, SDK / versions
            log.txt          the end of the software's log, if it was given / la fin du journal, s'il a été donné

            Masked as […] / masqué : tokens, long numbers, e-mail addresses, telephone numbers, folders and names of the user.
            Read it before you send it. / Relisez-le avant de l'envoyer.
            """;

    private static String lines(List<String> lines) {
        return String.join("\n", lines) + "\n";
    }

    private static void put(ZipOutputStream zip, String name, String text) throws IOException {
        var entry = new ZipEntry(name);
        // Without the time of day: the diagnosis says when it was, and the same bundle is the same bytes.
        entry.setTime(0);
        zip.putNextEntry(entry);
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }
}

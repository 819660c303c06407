package io.github.pscsdk.support;

import io.github.pscsdk.api.Diagnosis;
import io.github.pscsdk.api.internal.ContractVersion;
import io.github.pscsdk.api.professional.Professional;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A zip for the support desk: the diagnosis, versions, and the end of a log. Immutable; safe for any thread.
 *
 * <p>Every fact and line passes a mask first: tokens, numbers of six digits and more, e-mail addresses, telephone
 * numbers, the query of addresses, the person's folder and user name, and {@linkplain #concealing professionals}. A
 * mask is a last line of defence: the SDK writes none of these into a fact or a log.
 */
public final class SupportBundle {
    /** So that a bundle can be sent by e-mail. */
    static final int MOST_BYTES = 256 << 10;

    private static final List<String> PROPERTIES = List.of(
            "java.version",
            "java.vendor",
            "java.vm.name",
            "os.name",
            "os.version",
            "os.arch",
            "file.encoding",
            "user.language");

    private final Diagnosis diagnosis;
    private final Map<String, String> versions;

    private final Optional<Path> log;
    private final TextMask mask;

    private SupportBundle(Diagnosis diagnosis, Map<String, String> versions, Optional<Path> log, TextMask mask) {
        this.diagnosis = diagnosis;
        this.versions = versions;
        this.log = log;
        this.mask = mask;
    }

    /** A bundle of that diagnosis and of the versions of runtime, system and SDK. */
    public static SupportBundle of(Diagnosis diagnosis) {
        var versions = new LinkedHashMap<String, String>();
        versions.put("psc-sdk contract", ContractVersion.current());
        PROPERTIES.forEach(name -> versions.put(name, System.getProperty(name, "unknown")));
        return new SupportBundle(
                Objects.requireNonNull(diagnosis, "diagnosis"), versions, Optional.empty(), TextMask.ofThisMachine());
    }

    /** A copy that names the practice software, or another part of the workstation, with its version. */
    public SupportBundle withSoftware(String name, String version) {
        var more = new LinkedHashMap<>(versions);
        more.put(name, version);
        return new SupportBundle(diagnosis, more, log, mask);
    }

    /** A copy with the last 256 KiB of a log in UTF-8. A file that cannot be read is named in its place. */
    public SupportBundle withLog(Path file) {
        return new SupportBundle(diagnosis, versions, Optional.of(file), mask);
    }

    /**
     * A copy that masks that person's names and identifiers too, wherever they stand. For the session that is open, if
     * one is.
     */
    public SupportBundle concealing(Professional person) {
        return new SupportBundle(diagnosis, versions, log, mask.concealing(person));
    }

    /**
     * Writes {@code README.txt}, {@code diagnosis.json}, {@code versions.txt} and, with a log, {@code log.txt}.
     *
     * @param out is flushed and left open
     * @param locale language of titles and steps
     */
    public void writeTo(OutputStream out, Locale locale) throws IOException {
        var zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        put(zip, "README.txt", README);
        put(zip, "diagnosis.json", DiagnosisJson.of(diagnosis, locale, mask::of));
        put(
                zip,
                "versions.txt",
                lines(versions.entrySet().stream().map(version -> version.getKey() + ": " + version.getValue())));
        if (log.isPresent()) {
            put(zip, "log.txt", lines(tail(log.get()).stream()));
        }
        zip.finish();
        out.flush();
    }

    /**
     * Writes the same into a file, whole or not at all: where that fails, the file stays as it was.
     *
     * @param locale language of titles and steps
     */
    public void writeTo(Path file, Locale locale) throws IOException {
        var target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
        if (Files.exists(target) && !Files.isRegularFile(target)) {
            throw new FileSystemException(file.toString(), null, "something else than a file has that name");
        }
        var written = Files.createTempFile(target.resolveSibling(""), "psc-", ".zip");
        try {
            try (var out = Files.newOutputStream(written)) {
                writeTo(out, locale);
            }
            Files.move(written, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(written);
        }
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

    private String lines(Stream<String> lines) {
        return lines.map(mask::of).collect(Collectors.joining("\n", "", "\n"));
    }

    /**
     * The last whole lines of a log within {@link #MOST_BYTES}; where the file cannot be read, one line that says so.
     */
    static List<String> tail(Path file) {
        try (var log = new RandomAccessFile(file.toFile(), "r")) {
            var from = Math.max(0, log.length() - MOST_BYTES);
            log.seek(from);
            var bytes = new byte[(int) (log.length() - from)];
            log.readFully(bytes);
            var lines = new String(bytes, StandardCharsets.UTF_8).lines().toList();
            // The first one was cut, maybe in the middle of something that the mask would have found.
            return from > 0 && !lines.isEmpty() ? lines.subList(1, lines.size()) : lines;
        } catch (IOException e) {
            return List.of("the log cannot be read: " + e.getClass().getSimpleName());
        }
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

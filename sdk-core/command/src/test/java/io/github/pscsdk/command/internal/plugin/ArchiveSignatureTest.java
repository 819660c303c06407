package io.github.pscsdk.command.internal.plugin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.testkit.support.Await;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Signed by the JDK's own tool. */
class ArchiveSignatureTest {
    private static final String KEY = "badge-maker";
    private static final String SHORT_LIVED = "-J-XX:TieredStopAtLevel=1 -J-XX:+UseSerialGC";

    @TempDir
    private static Path folder;

    private static Path signed;

    @BeforeAll
    static void sign() throws Exception {
        signed = new TestArchive().text("texts.txt", "as it was").writeTo(folder.resolve("badge.jar"));
        var store = folder.resolve("keys").toString();
        run("keytool " + SHORT_LIVED + " -genkeypair -keyalg EC -alias " + KEY
                + " -dname CN=Badges -storepass changeit -keystore " + store);
        run("jarsigner " + SHORT_LIVED + " -storepass changeit -keystore " + store + " " + signed + " " + KEY);
    }

    @Test
    void a_valid_one_names_its_signer() throws Exception {
        var signature = ArchiveSignature.of(signed);

        assertEquals(Set.of("CN=Badges"), signature.signers());
        assertTrue(signature.finding().isEmpty());
    }

    @Test
    void a_file_that_was_changed_afterwards_breaks_it() throws Exception {
        assertEquals(List.of("VFY-011 a file was changed after it was signed"), broken("texts.txt"));
    }

    @Test
    void so_does_one_that_was_added() throws Exception {
        assertEquals(List.of("VFY-011 a file was added after it was signed"), broken("more.txt"));
    }

    private List<String> broken(String written) throws IOException {
        var signature = ArchiveSignature.of(rewritten(written));
        assertEquals(Set.of(), signature.signers());
        return signature.finding().stream()
                .map(finding -> finding.problem().code() + " " + finding.facts().get("reason"))
                .toList();
    }

    /** The archive with one file written anew. */
    private Path rewritten(String written) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var from = new ZipFile(signed.toFile());
                var to = new ZipOutputStream(bytes)) {
            for (var entry : from.stream().toList()) {
                if (!entry.getName().equals(written)) {
                    to.putNextEntry(new ZipEntry(entry.getName()));
                    from.getInputStream(entry).transferTo(to);
                }
            }
            to.putNextEntry(new ZipEntry(written));
            to.write("as it is now".getBytes(StandardCharsets.UTF_8));
        }
        return Files.write(folder.resolve("changed.jar"), bytes.toByteArray());
    }

    private static void run(String command) throws Exception {
        var words = command.split(" ");
        words[0] = Path.of(System.getProperty("java.home"), "bin", words[0]).toString();
        var process = new ProcessBuilder(words)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        assertEquals(0, Await.exit(words[0] + " ends", process), Files.readString(folder.resolve("log")));
    }
}

package io.github.pscsdk.plugin.cps.proof;

import io.github.pscsdk.testkit.support.Ended;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A token of SoftHSM in the folder that SOFTHSM2_CONF names: one for each JVM, made before the module is loaded. */
final class SoftToken {
    static final String CODE = "7302";

    /** Read by the module too, so that it must be set before the JVM starts. */
    private static final String CONFIGURATION = "SOFTHSM2_CONF";

    private static final String LABEL = "CPS-TEST";
    private static final List<Path> LIBRARIES =
            List.of(Path.of("/usr/lib/softhsm/libsofthsm2.so"), Path.of("/usr/lib64/softhsm/libsofthsm2.so"));
    private static final List<Path> PROGRAMS =
            List.of(Path.of("/usr/bin/softhsm2-util"), Path.of("/usr/bin/pkcs11-tool"));

    private final Path folder;

    private SoftToken(Path folder) {
        this.folder = folder;
    }

    /** What this machine lacks. */
    static List<String> missing() {
        var missing = new ArrayList<String>();
        if (LIBRARIES.stream().noneMatch(Files::exists) || !Files.exists(PROGRAMS.get(0))) {
            missing.add("the package softhsm2");
        }
        if (!Files.exists(PROGRAMS.get(1))) {
            missing.add("the package opensc");
        }
        if (System.getenv(CONFIGURATION) == null) {
            missing.add("the variable " + CONFIGURATION + ", which the build sets");
        }
        return missing;
    }

    static Path library() {
        return LIBRARIES.stream().filter(Files::exists).findFirst().orElseThrow();
    }

    /** An empty token. */
    static SoftToken make() throws Exception {
        var configuration = Path.of(System.getenv(CONFIGURATION));
        var folder = configuration.getParent();
        delete(folder);
        Files.createDirectories(folder.resolve("tokens"));
        Files.writeString(
                configuration, "directories.tokendir = " + folder.resolve("tokens") + "\nobjectstore.backend = file\n");
        run("softhsm2-util", "--init-token", "--free", "--label", LABEL, "--pin", CODE, "--so-pin", "12345678");
        return new SoftToken(folder);
    }

    void put(TestPair pair, String id, String label) throws Exception {
        var key = Files.write(folder.resolve(id + ".p8"), pem(pair.key().getEncoded()));
        var certificate =
                Files.write(folder.resolve(id + ".der"), pair.certificate().getEncoded());
        run("softhsm2-util", "--import", key.toString(), "--token", LABEL, "--label", label, "--id", id, "--pin", CODE);
        run(
                "pkcs11-tool",
                "--module",
                library().toString(),
                "--token-label",
                LABEL,
                "--login",
                "--pin",
                CODE,
                "--write-object",
                certificate.toString(),
                "--type",
                "cert",
                "--id",
                id,
                "--label",
                label);
    }

    private static byte[] pem(byte[] pkcs8) {
        var text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(pkcs8);
        return ("-----BEGIN PRIVATE KEY-----\n" + text + "\n-----END PRIVATE KEY-----\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    private static void run(String... command) throws Exception {
        var ended = Ended.of(command[0] + " ends", new ProcessBuilder(command).redirectErrorStream(true));
        if (ended.exit() != 0) {
            throw new IllegalStateException(command[0] + " fails: " + ended.output());
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (var file : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}

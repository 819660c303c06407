package io.github.pscsdk.testkit.peer;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import io.github.pscsdk.testkit.support.Await;
import io.github.pscsdk.testkit.support.ReservedPort;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * Debian's squid as the proxy of a clinic, which wants a name and a password, knows one host alone, and may look into
 * secure connections.
 */
public final class Squid implements AutoCloseable {
    /** The one host that it finds: this machine, by a name that nobody else knows. */
    public static final String HOST = "proxy.editeur.example";

    public static final String NAME = "poste-4";
    public static final String PASSWORD = "clé du cabinet";
    private static final String BASIC = "basic";

    private static final Path PROGRAM = Path.of("/usr/sbin/squid");
    private static final Path CERTIFICATES = Path.of("/usr/lib/squid/security_file_certgen");

    public final int port = ReservedPort.next();
    private final Path folder;
    private final Process process;

    private Squid(Path folder, String tls, String scheme) throws Exception {
        this.folder = folder;
        skipWithout(PROGRAM);
        skipWithout(CERTIFICATES);
        // Squid gives its rights up, and its user has to write here.
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
        Files.writeString(folder.resolve("hosts"), "127.0.0.1 " + HOST + "\n");
        Files.writeString(folder.resolve("login.sh"), """
                while read -r name password; do
                  case "$name $password" in 'poste-4 cl%C3%A9'*cabinet) echo OK ;; *) echo ERR ;; esac
                done
                """);
        Files.writeString(folder.resolve("squid.conf"), """
                http_port 127.0.0.1:%1$s %3$s
                auth_param %4$s program /bin/sh %2$s/login.sh
                auth_param %4$s children 1
                acl known proxy_auth REQUIRED
                http_access allow known
                http_access deny all
                hosts_file %2$s/hosts
                pid_filename %2$s/squid.pid
                access_log stdio:%2$s/access.log
                cache_log %2$s/cache.log
                cache deny all
                visible_hostname cabinet
                shutdown_lifetime 0 seconds
                pinger_enable off
                netdb_filename none
                """.formatted(port, folder, tls, scheme));
        process = new ProcessBuilder(
                        PROGRAM.toString(),
                        "-N",
                        "-f",
                        folder.resolve("squid.conf").toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("squid.txt").toFile())
                .start();
        Await.until("squid listens", this::listens);
    }

    /** Passes connections on to whoever logs in. */
    public static Squid in(Path folder) throws Exception {
        return new Squid(folder, "", BASIC);
    }

    /** Wants a login by that scheme. */
    public static Squid in(Path folder, String scheme) throws Exception {
        return new Squid(folder, "", scheme);
    }

    /**
     * Opens each connection, and shows a certificate of that authority.
     *
     * @param pem its certificate and its key
     */
    public static Squid lookingInto(Path folder, Path pem) throws Exception {
        skipWithout(CERTIFICATES);
        var certificates = folder.resolve("certificates");
        Await.exit(
                "squid can keep certificates",
                new ProcessBuilder(CERTIFICATES.toString(), "-c", "-s", certificates.toString(), "-M", "4MB").start());
        try (var made = Files.walk(certificates)) {
            for (var path : made.toList()) {
                Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxrwxrwx"));
            }
        }
        return new Squid(folder, """
                ssl-bump tls-cert=%1$s tls-key=%1$s generate-host-certificates=on
                sslcrtd_program %2$s -s %3$s -M 4MB
                sslcrtd_children 1
                ssl_bump bump all
                tls_outgoing_options flags=DONT_VERIFY_PEER""".formatted(pem, CERTIFICATES, certificates), BASIC);
    }

    private static void skipWithout(Path program) {
        if (Files.isExecutable(program)) {
            return;
        }
        var message = "NOT TRIED WITH SQUID: it needs Debian's (apt-get install --no-install-recommends squid-openssl)";
        if ("true".equals(System.getenv("CI"))) {
            fail(message);
        }
        System.err.println(message);
        abort(message);
    }

    private boolean listens() throws IOException {
        if (!process.isAlive()) {
            fail("squid ended: " + Files.readString(folder.resolve("squid.txt")));
        }
        try (var asked = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return asked.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    /** The requests that it saw, with their results and who asked. */
    public String log() throws IOException {
        return Files.readString(folder.resolve("access.log"));
    }

    @Override
    public void close() {
        // Its helpers end with it; by itself it takes two seconds.
        process.destroyForcibly();
        Await.until("squid has ended", () -> !process.isAlive());
    }
}

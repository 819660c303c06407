package io.github.pscsdk.workstation.internal.health;

import io.github.pscsdk.testkit.support.Ended;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import okhttp3.OkHttpClient;

/** A certification authority of the JDK's keytool, and servers with certificates of its. */
final class Authority {
    private static final String PASSWORD = "of-a-test";
    private static final Duration YEAR = Duration.ofDays(365);
    // The word that keytool wants for its own zone.
    private static final DateTimeFormatter START =
            DateTimeFormatter.ofPattern("yyyy/MM/dd HH:mm:ss").withZone(ZoneId.systemDefault());

    /** By the commands that made them: each takes a process. */
    private static final Map<List<List<String>>, byte[]> STORES = new ConcurrentHashMap<>();

    private final List<List<String>> made = new ArrayList<>();
    private final Path store;
    private final Instant now;

    Authority(String name, Instant now) throws Exception {
        this.now = now.truncatedTo(ChronoUnit.DAYS);
        this.store = Files.createTempDirectory("authority").resolve("store.p12");
        generate(
                "authority",
                name,
                this.now.minus(YEAR.multipliedBy(2)),
                this.now.plus(YEAR.multipliedBy(2)),
                "-ext",
                "bc:c");
    }

    SSLSocketFactory server(String host) throws Exception {
        return server(host, now.minus(Duration.ofDays(1)), now.plus(YEAR));
    }

    /** Sockets of a server with a certificate for that host; whole days from then until then. */
    SSLSocketFactory server(String host, Instant from, Instant until) throws Exception {
        generate("server", "CN=" + host, from, until, "-ext", "san=dns:" + host, "-signer", "authority");
        var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        var keys = read();
        keys.deleteEntry("authority");
        managers.init(keys, PASSWORD.toCharArray());
        var context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context.getSocketFactory();
    }

    /** A client that trusts this authority and nobody else. */
    OkHttpClient.Builder trustedBy(OkHttpClient.Builder client) {
        try {
            var trusted = KeyStore.getInstance("PKCS12");
            trusted.load(null, null);
            trusted.setCertificateEntry("authority", read().getCertificate("authority"));
            var managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            managers.init(trusted);
            var judge = Arrays.stream(managers.getTrustManagers())
                    .map(X509TrustManager.class::cast)
                    .findFirst()
                    .orElseThrow();
            var context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {judge}, null);
            return client.sslSocketFactory(context.getSocketFactory(), judge);
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private KeyStore read() throws GeneralSecurityException, IOException {
        return KeyStore.getInstance(store.toFile(), PASSWORD.toCharArray());
    }

    private void generate(String alias, String name, Instant from, Instant until, String... more) throws Exception {
        var days = Long.toString(Duration.between(from, until).toDays());
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-keystore",
                store.toString(),
                "-storepass",
                PASSWORD,
                "-alias",
                alias,
                "-dname",
                name,
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-startdate",
                START.format(from),
                "-validity",
                days));
        command.addAll(List.of(more));
        made.add(List.copyOf(command.subList(command.indexOf("-alias"), command.size())));
        var known = STORES.get(made);
        if (known == null) {
            run(command);
            STORES.put(List.copyOf(made), Files.readAllBytes(store));
        } else {
            Files.write(store, known);
        }
        // The last that is named goes first.
        store.getParent().toFile().deleteOnExit();
        store.toFile().deleteOnExit();
    }

    private static void run(List<String> command) throws IOException, InterruptedException {
        var keytool = Ended.of("keytool makes a key pair", new ProcessBuilder(command).redirectErrorStream(true));
        if (keytool.exit() != 0) {
            throw new IllegalStateException(keytool.output());
        }
    }
}

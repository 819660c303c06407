package io.github.pscsdk.relyingparty;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpServer;
import io.github.pscsdk.relyingparty.environment.PscEnvironment;
import io.github.pscsdk.sessionstore.SessionStore;
import io.github.pscsdk.testkit.support.Await;
import io.github.pscsdk.testkit.support.ReservedPort;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;

/** A build of the OpenID Foundation's conformance suite at work, on loopback ports, with one client and its address for logout tokens. */
final class ConformanceSuite implements AutoCloseable {
    private static final String CLIENT = "psc-sdk";
    private static final String SECRET = "a fictitious secret of 32 letters";
    private static final String PASSWORD = "of-a-key-of-the-moment";
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration LIMIT = Duration.ofSeconds(30);

    /** The variant of a plan that sets none of it by itself. */
    private static final Map<String, String> VARIANT = Map.of(
            "client_registration", "static_client",
            "request_type", "plain_http_request",
            "response_type", "code",
            "response_mode", "default",
            "client_auth_type", "client_secret_basic");

    /** @param set what it takes from nobody */
    private record Plan(String name, Set<String> set) {}

    private static final Map<String, Plan> PLANS = Map.of(
            "basic",
            new Plan(
                    "oidcc-client-basic-certification-test-plan",
                    Set.of("response_type", "response_mode", "client_auth_type")),
            "config",
            new Plan("oidcc-client-config-certification-test-plan", Set.of("response_type")),
            "comprehensive",
            new Plan("oidcc-client-test-plan", Set.of()),
            "refresh",
            new Plan("oidcc-client-refreshtoken-test-plan", Set.of()),
            "rp-logout",
            new Plan("oidcc-client-rp-initiated-logout-rp-basic", Set.of("response_type")),
            "back-channel",
            new Plan("oidcc-client-back-channel-logout-rp-basic", Set.of("response_type")));

    private final URI address;
    private final Process process;
    private final HttpServer client;
    private final KeyStore trusted;
    private final HttpClient http;
    private final Map<String, JsonNode> plans = new HashMap<>();
    private final AtomicInteger refusals = new AtomicInteger();
    private volatile CountingStore sessions;
    private volatile RelyingParty party;

    private ConformanceSuite(URI address, HeldCertificate certificate, Process process)
            throws IOException, GeneralSecurityException {
        this.address = address;
        this.process = process;
        this.trusted = keyStore();
        trusted.setCertificateEntry("suite", certificate.certificate());
        var trust = new HandshakeCertificates.Builder()
                .addTrustedCertificate(certificate.certificate())
                .build();
        this.http = HttpClient.newBuilder()
                .connectTimeout(LIMIT)
                .sslContext(trust.sslContext())
                .build();
        client = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        client.createContext("/logout", exchange -> {
            try (exchange) {
                var form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.US_ASCII);
                exchange.getResponseHeaders().add("Cache-Control", "no-store");
                exchange.sendResponseHeaders(isAccepted(logoutToken(form)) ? 200 : 400, -1);
            }
        });
        client.start();
    }

    /** The suite sends another parameter beside it, which is to be ignored. */
    private static String logoutToken(String form) {
        return Stream.of(form.split("&"))
                .filter(parameter -> parameter.startsWith("logout_token="))
                .map(parameter -> URLDecoder.decode(parameter.substring(13), StandardCharsets.UTF_8))
                .findFirst()
                .orElseThrow();
    }

    private boolean isAccepted(String token) {
        try {
            party.acceptLogoutToken(token).toCompletableFuture().join();
            return true;
        } catch (CompletionException refused) {
            refusals.incrementAndGet();
            return false;
        }
    }

    static ConformanceSuite start(Path jar, String mongodb, String java) throws Exception {
        var address = URI.create("https://localhost:" + ReservedPort.next());
        var folder = Files.createDirectories(Path.of("target", "conformance-suite"));
        var certificate = new HeldCertificate.Builder()
                .addSubjectAlternativeName("localhost")
                .build();
        var key = folder.resolve("key.p12");
        var store = keyStore();
        store.setKeyEntry("suite", certificate.keyPair().getPrivate(), PASSWORD.toCharArray(), new Certificate[] {
            certificate.certificate()
        });
        try (var out = Files.newOutputStream(key)) {
            store.store(out, PASSWORD.toCharArray());
        }
        var process = new ProcessBuilder(
                        java,
                        "-Dserver.port=" + address.getPort(),
                        "-Dserver.ssl.key-store=" + key,
                        "-Dserver.ssl.key-store-password=" + PASSWORD,
                        // Else it would change a setting of the database.
                        "-Dopenid.mongodb.targetFeatureCompatibilityVersion=",
                        "-Dfintechlabs.base_url=" + address,
                        "-Dfintechlabs.base_mtls_url=" + address,
                        "-Dfintechlabs.devmode=true",
                        "-Dspring.mongodb.uri=" + mongodb,
                        "-jar",
                        jar.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("suite.log").toFile())
                .start();
        var suite = new ConformanceSuite(address, certificate, process);
        try {
            Await.success("the suite answers", () -> suite.call("GET", "/api/server", ""));
            return suite;
        } catch (Exception | AssertionError e) {
            suite.close();
            throw e;
        }
    }

    private static KeyStore keyStore() throws IOException, GeneralSecurityException {
        var store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        return store;
    }

    private JsonNode call(String method, String path, String body) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(address.resolve(path))
                .timeout(LIMIT)
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        var response = http.send(request, BodyHandlers.ofString());
        if (response.statusCode() / 100 != 2) {
            throw new IOException(method + " " + path + ": " + response.statusCode() + " " + response.body());
        }
        return JSON.readTree(response.body());
    }

    private static String query(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                .reduce((one, other) -> one + "&" + other)
                .orElse("");
    }

    /** Begins a module of a plan, and returns its id. */
    String begin(String plan, String module) throws Exception {
        if (!plans.containsKey(plan)) {
            var variant = new TreeMap<>(VARIANT);
            variant.keySet().removeAll(PLANS.get(plan).set());
            var query = query(Map.of("planName", PLANS.get(plan).name(), "variant", JSON.writeValueAsString(variant)));
            plans.put(plan, call("POST", "/api/plan?" + query, JSON.writeValueAsString(configuration())));
        }
        var known = plans.get(plan);
        var planned = StreamSupport.stream(known.get("modules").spliterator(), false)
                .filter(entry -> entry.get("testModule").asText().equals(module))
                .findFirst()
                .orElseThrow(() -> new AssertionError(plan + " has no module " + module));
        var query = query(Map.of(
                "test", module,
                "plan", known.get("id").asText(),
                "variant", planned.get("variant").toString()));
        var id = call("POST", "/api/runner?" + query, "").get("id").asText();
        Await.until(module + " waits for the client", () -> status(id).equals("WAITING"));
        return id;
    }

    private Map<String, ?> configuration() {
        return Map.of(
                "alias",
                CLIENT,
                "description",
                CLIENT,
                "waitTimeoutSeconds",
                2,
                "client",
                Map.of(
                        "client_id", CLIENT,
                        "client_secret", SECRET,
                        "redirect_uri", at("/callback"),
                        "post_logout_redirect_uri", at("/signed-out"),
                        "backchannel_logout_uri", at("/logout")));
    }

    private String at(String path) {
        return "http://localhost:" + client.getAddress().getPort() + path;
    }

    private String status(String id) throws IOException, InterruptedException {
        return call("GET", "/api/info/" + id, "").path("status").asText();
    }

    /** The client for one module; logout tokens go to it. */
    RelyingParty client() {
        var issuer = address.resolve("/test/a/" + CLIENT + "/");
        refusals.set(0);
        sessions = new CountingStore(SessionStore.inMemory(Clock.systemUTC()));
        party = RelyingParty.builder(PscEnvironment.dangerouslyPlain(issuer, issuer.resolve("authorize")))
                .client(CLIENT, ClientAuthentication.clientSecretBasic(SECRET))
                .trustedCertificates(trusted)
                .sessionStore(sessions)
                .redirectUri(URI.create(at("/callback")))
                .postLogoutRedirectUri(URI.create(at("/signed-out")))
                .build();
        return party;
    }

    /** How many logout tokens that client has refused. */
    int refusals() {
        return refusals.get();
    }

    /** Asks UserInfo by the access token of the one session, as nobody has to: the engine does so at a login. */
    void askUserInfo() throws Exception {
        var session = JSON.readTree(sessions.sessions().get(0));
        var request = HttpRequest.newBuilder(address.resolve("/test/a/" + CLIENT + "/userinfo"))
                .timeout(LIMIT)
                .header(
                        "Authorization",
                        "Bearer " + session.at("/tokens/accessToken").asText())
                .build();
        var response = http.send(request, BodyHandlers.ofString());
        if (response.statusCode() != 200) {
            throw new IOException("UserInfo: " + response.statusCode() + " " + response.body());
        }
    }

    /** Where an address leads. */
    URI get(URI uri) throws Exception {
        var response = http.send(HttpRequest.newBuilder(uri).timeout(LIMIT).build(), BodyHandlers.ofString());
        return URI.create(response.headers()
                .firstValue("Location")
                .orElseThrow(() -> new IOException(response + " " + response.body())));
    }

    /** How the suite judges a module, once it has ended. */
    String result(String id) throws Exception {
        Await.until(
                "the module has ended", () -> Set.of("FINISHED", "INTERRUPTED").contains(status(id)));
        return call("GET", "/api/info/" + id, "").path("result").asText();
    }

    /** The faults that the suite has found. */
    List<String> complaints(String id) throws IOException, InterruptedException {
        return StreamSupport.stream(call("GET", "/api/log/" + id, "").spliterator(), false)
                .filter(entry -> Set.of("FAILURE", "WARNING")
                        .contains(entry.path("result").asText()))
                .map(entry ->
                        entry.path("src").asText() + ": " + entry.path("msg").asText())
                .toList();
    }

    @Override
    public void close() {
        client.stop(0);
        process.destroy();
        process.onExit().orTimeout(LIMIT.toSeconds(), TimeUnit.SECONDS).join();
    }
}

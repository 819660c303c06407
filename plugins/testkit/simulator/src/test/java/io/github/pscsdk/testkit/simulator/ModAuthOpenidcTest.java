package io.github.pscsdk.testkit.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import io.github.pscsdk.api.professional.NationalId;
import io.github.pscsdk.testkit.persona.Personas;
import io.github.pscsdk.testkit.simulator.model.Endpoint;
import io.github.pscsdk.testkit.simulator.model.SimulatedClient;
import io.github.pscsdk.testkit.support.Await;
import io.github.pscsdk.testkit.support.ReservedPort;
import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The simulator as Apache's mod_auth_openidc sees it, which we did not write, with the settings of ANS's proof of concept
 * (pro-sante-connect, section 15.4): two services of one server, in one browser.
 */
class ModAuthOpenidcTest {
    private static final Path APACHE = Path.of("/usr/sbin/apache2");
    private static final Path MODULES = Path.of("/usr/lib/apache2/modules");
    private static final NationalId DOCTOR = new NationalId("899999100029");
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HttpClient browser = HttpClient.newBuilder()
            .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL))
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
    private final int firstPort = ReservedPort.next();
    private final int secondPort = ReservedPort.next();
    private final PscSimulator simulator = PscSimulator.builder()
            .client(registered("premier", firstPort))
            .client(registered("second", secondPort)
                    .withBackchannelLogoutUri(service(secondPort, "/secure/redirect?logout=backchannel")))
            .start();

    @TempDir
    private Path folder;

    private Process apache;

    private static SimulatedClient registered(String id, int port) {
        return SimulatedClient.withSecret(id, "secret of " + id)
                .withName("Service " + id)
                .withRedirectUri(service(port, "/secure/redirect"))
                .withPostLogoutUri(service(port, "/bye.txt"));
    }

    private static URI service(int port, String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    @BeforeEach
    void start() throws Exception {
        if (!Files.isExecutable(APACHE) || !Files.exists(MODULES.resolve("mod_auth_openidc.so"))) {
            skipOrFail(
                    "it needs Apache and mod_auth_openidc (Debian: apt install apache2-bin libapache2-mod-auth-openidc)");
        }
        // Apache gives its rights up, and its user has to read here.
        folder.toFile().setExecutable(true, false);
        folder.toFile().setReadable(true, false);
        var secure = Files.createDirectory(folder.resolve("secure"));
        secure.toFile().setExecutable(true, false);
        for (var file : new Path[] {secure.resolve("hello.txt"), folder.resolve("bye.txt")}) {
            Files.writeString(file, file.getFileName().toString());
            file.toFile().setReadable(true, false);
        }
        var configuration = folder.resolve("apache.conf");
        Files.writeString(configuration, configuration());
        apache = new ProcessBuilder(APACHE.toString(), "-X", "-f", configuration.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("apache.txt").toFile())
                .start();
        awaitStart();
    }

    @AfterEach
    void stop() throws Exception {
        if (apache != null) {
            apache.destroy();
            Await.exit("Apache has stopped", apache);
        }
        simulator.close();
    }

    private String configuration() {
        return """
                ServerName 127.0.0.1
                DefaultRuntimeDir %1$s
                PidFile %1$s/apache.pid
                ErrorLog %1$s/error.log
                LogLevel warn
                Listen 127.0.0.1:%2$d
                Listen 127.0.0.1:%3$d
                LoadModule mpm_event_module %4$s/mod_mpm_event.so
                LoadModule authn_core_module %4$s/mod_authn_core.so
                LoadModule authz_core_module %4$s/mod_authz_core.so
                LoadModule authz_user_module %4$s/mod_authz_user.so
                LoadModule headers_module %4$s/mod_headers.so
                LoadModule auth_openidc_module %4$s/mod_auth_openidc.so
                User www-data
                Group www-data
                DocumentRoot %1$s
                <Directory %1$s>
                  Require all granted
                </Directory>
                """.formatted(folder, firstPort, secondPort, MODULES)
                + virtualHost("premier", firstPort)
                + virtualHost("second", secondPort);
    }

    /** The settings of ANS's example; cookies have a name of their own, since both services are on one host. */
    private String virtualHost(String client, int port) {
        return """
                <VirtualHost 127.0.0.1:%2$d>
                  OIDCProviderMetadataURL %3$s/.well-known/wallet-openid-configuration
                  OIDCClientID %1$s
                  OIDCClientSecret "secret of %1$s"
                  OIDCScope "openid scope_all"
                  OIDCAuthRequestParams acr_values=eidas1
                  OIDCPKCEMethod S256
                  OIDCRedirectURI http://127.0.0.1:%2$d/secure/redirect
                  OIDCCryptoPassphrase 0123456789
                  OIDCCookie %1$s
                  OIDCStateCookiePrefix %1$s_state_
                  OIDCCookieHTTPOnly On
                  OIDCCookieSameSite Off
                  OIDCPassClaimsAs both
                  OIDCSessionInactivityTimeout 1200
                  <Location /secure>
                    AuthType openid-connect
                    Require valid-user
                    Header set X-Identifier "%%{OIDC_CLAIM_SubjectNameID}e"
                    Header set X-Name "%%{OIDC_CLAIM_family_name}e"
                  </Location>
                </VirtualHost>
                """.formatted(client, port, simulator.issuer());
    }

    private void awaitStart() {
        Await.until("Apache answers", () -> {
            try {
                browser.send(request(service(firstPort, "/bye.txt")), HttpResponse.BodyHandlers.discarding());
                return true;
            } catch (IOException e) {
                assertTrue(apache.isAlive(), this::log);
                return false;
            }
        });
    }

    private String log() {
        try {
            var log = folder.resolve("error.log");
            return Files.readString(folder.resolve("apache.txt")) + (Files.exists(log) ? Files.readString(log) : "");
        } catch (IOException e) {
            return e.toString();
        }
    }

    /** As a browser opens a page: who does not accept HTML is not sent to a login. */
    private static HttpRequest request(URI uri) {
        return HttpRequest.newBuilder(uri)
                .header("Accept", "text/html")
                .timeout(PATIENCE)
                .build();
    }

    /** What the service knows of the person in the browser; whoever is not logged in is on the way. */
    private String identifierAt(int port) throws Exception {
        var page = browser.send(request(service(port, "/secure/hello.txt")), HttpResponse.BodyHandlers.ofString());
        assertEquals("hello.txt", page.body(), () -> page.uri() + "\n" + log());
        assertTrue(page.headers().firstValue("X-Name").isPresent(), this::log);
        return page.headers().firstValue("X-Identifier").orElseThrow();
    }

    @Test
    void logs_in_and_reads_the_claims() throws Exception {
        assertEquals(Personas.PHARMACIST.value(), identifierAt(firstPort));

        assertEquals(1, simulator.count(Endpoint.USERINFO));
        assertEquals(0, simulator.count(Endpoint.UNKNOWN));
    }

    @Test
    void a_second_service_gets_the_person_of_the_browsers_session_without_a_page() throws Exception {
        identifierAt(firstPort);
        // Whoever would be asked on a page from now on.
        simulator.browserPersona(DOCTOR);

        assertEquals(Personas.PHARMACIST.value(), identifierAt(secondPort));
    }

    @Test
    void without_a_session_at_pro_sante_connect_the_second_service_asks_anew() throws Exception {
        simulator.turn("browser-session", "false");
        identifierAt(firstPort);
        simulator.browserPersona(DOCTOR);

        assertEquals(DOCTOR.value(), identifierAt(secondPort));
    }

    @Test
    void a_logout_at_one_service_ends_the_session_of_both() throws Exception {
        identifierAt(firstPort);
        identifierAt(secondPort);
        simulator.browserPersona(DOCTOR);
        var back = "http://127.0.0.1:" + firstPort + "/bye.txt";

        var bye = browser.send(
                request(service(firstPort, "/secure/redirect?logout=" + Caller.encode(back))),
                HttpResponse.BodyHandlers.ofString());

        assertEquals("bye.txt", bye.body(), this::log);
        assertEquals(1, simulator.count(Endpoint.LOGOUT));
        awaitNotice();
        assertEquals(DOCTOR.value(), identifierAt(firstPort));
        assertEquals(DOCTOR.value(), identifierAt(secondPort), "told on the back channel");
    }

    private void awaitNotice() {
        Await.until("a logout token was sent", () -> !simulator.logoutNotices().isEmpty());
        assertTrue(simulator.logoutNotices().get(0).toString().contains("200"), simulator.logoutNotices()::toString);
    }

    private static void skipOrFail(String reason) {
        if (Boolean.parseBoolean(System.getenv("CI"))) {
            fail(reason);
        }
        System.getLogger(ModAuthOpenidcTest.class.getName())
                .log(System.Logger.Level.WARNING, "SKIPPED, nothing was checked: {0}", reason);
        abort(reason);
    }
}

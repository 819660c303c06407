package io.github.pscsdk.example.badge;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.api.AuthenticationSession;
import io.github.pscsdk.api.LoginProgress;
import io.github.pscsdk.api.LoginRequest;
import io.github.pscsdk.api.Means;
import io.github.pscsdk.api.PscClient;
import io.github.pscsdk.api.dialog.LoginDialog;
import io.github.pscsdk.api.dialog.OneTimeCodeQuestion;
import io.github.pscsdk.api.dialog.ShownPicture;
import io.github.pscsdk.api.professional.NationalId;
import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.proxy.ProxyServer;
import io.github.pscsdk.proxy.ProxyServerBuilder;
import io.github.pscsdk.relyingparty.ClientAuthentication;
import io.github.pscsdk.relyingparty.environment.PscEnvironment;
import io.github.pscsdk.testkit.simulator.PscSimulator;
import io.github.pscsdk.testkit.simulator.model.Endpoint;
import io.github.pscsdk.testkit.simulator.model.SimulatedClient;
import io.github.pscsdk.workstation.PscClientBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The archive in a plug-in folder of practice software, with a proxy at a simulator that knows the badge as a means. */
class BadgeJourneyIT {
    private static final String SECRET = "a-secret-of-the-test";
    private static final String TOKEN = "an-application-token-of-the-test";
    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final NationalId HOLDER = new NationalId(ImaginaryBadge.HOLDER);
    private static final NationalId OTHER = new NationalId("899999100029");
    private static final Means BADGE = new Means("IMAGINARY_BADGE");
    private static final Pattern PAGE_CODE = Pattern.compile("\\b[0-9]{3} [0-9]{3}\\b");

    @AutoClose
    private final ImaginaryBadge badge = new ImaginaryBadge();

    @AutoClose
    private final PscSimulator simulator = PscSimulator.builder()
            .client(SimulatedClient.withSecret("practice", SECRET))
            .start();

    @AutoClose
    private final ProxyServer proxy = ProxyServer.builder(
                    PscEnvironment.custom(simulator.issuer(), simulator.authorizationEndpoint()))
            .client("practice", ClientAuthentication.clientSecretBasic(SECRET))
            .application("tests", ProxyServerBuilder.sha256Of(TOKEN))
            .start();

    @TempDir
    private Path folder;

    private final Person person = new Person();
    private PscClient client;

    /** In front of the practice software and of the browser, badge in hand. */
    private final class Person implements LoginDialog {
        private final List<String> pictures = new CopyOnWriteArrayList<>();
        private final CountDownLatch sees = new CountDownLatch(1);
        private String wrongCode = "";
        private final CountDownLatch sawItGo = new CountDownLatch(1);
        private volatile String page = "";

        @Override
        public boolean showPicture(ShownPicture picture) {
            pictures.add(picture.qrText().orElseThrow());
            badge.scan(picture.qrText().orElseThrow());
            sees.countDown();
            return true;
        }

        @Override
        public void hidePicture() {
            sawItGo.countDown();
        }

        @Override
        public Optional<char[]> oneTimeCode(OneTimeCodeQuestion question) {
            return Optional.of((wrongCode.isEmpty() ? badge.shownCode() : wrongCode).toCharArray());
        }

        @Override
        public Optional<String> browserCode(int triesLeft, boolean again) {
            return PAGE_CODE.matcher(page).results().findFirst().map(code -> code.group());
        }

        /** The page of this simulator answers by itself, and leads back to the server half, whose page has the code. */
        void follow(URI address) {
            try {
                page = HttpClient.newBuilder()
                        .followRedirects(HttpClient.Redirect.ALWAYS)
                        .cookieHandler(new CookieManager())
                        .build()
                        .send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString())
                        .body();
            } catch (IOException e) {
                throw new UncheckedIOException("the login page does not answer", e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @BeforeEach
    void start() throws Exception {
        simulator.register(SimulatedClient.withSecret("practice", SECRET)
                .withRedirectUri(URI.create(proxy.address() + "/v1/callback")));
        simulator.turn("browser-means", BADGE.name());
        Files.copy(
                new PluginArchiveIT().archive(),
                Files.createDirectory(folder.resolve("plugins")).resolve("badge.jar"));
        Files.writeString(
                Files.createDirectory(folder.resolve("settings")).resolve("imaginary-badge.properties"),
                "service=" + badge.address() + "\nkey=" + ImaginaryBadge.KEY + "\n");
        client = software(folder.resolve("state"));
    }

    @AfterEach
    void stop() {
        client.close();
    }

    @Test
    void the_holder_of_the_badge_gets_a_session_and_needs_no_picture_the_next_time_the_software_runs()
            throws Exception {
        try (var session = client.login(request())) {
            assertEquals(HOLDER, session.professional().nationalId());
            assertEquals(Optional.of(BADGE), session.means());
            session.signOut();
        }
        client.close();
        client = software(folder.resolve("state"));
        client.login(request().requiring(BADGE)).signOut();

        assertEquals(1, person.pictures.size());
        assertEquals(1, badge.pairings());
        assertEquals(0, person.sawItGo.getCount(), "the picture is taken away");
    }

    @Test
    void a_pairing_that_cannot_be_kept_is_told_and_stops_nothing() throws Exception {
        client.close();
        client = software(Files.createFile(folder.resolve("no-folder")));
        var told = new CopyOnWriteArrayList<LoginProgress>();

        client.login(request().withProgress(told::add)).signOut();

        assertEquals(
                List.of("IMA-008"),
                told.stream()
                        .flatMap(step -> step.notice().stream())
                        .map(notice -> notice.problem().code())
                        .toList());
    }

    @Test
    void who_types_wrong_codes_opens_no_browser_and_no_other_way_is_tried() {
        person.wrongCode = "000000";

        assertEquals("IMA-007", codeOf(LoginRequest.using("imaginary-badge", "browser")));
        assertEquals(0, simulator.count(Endpoint.AUTHORIZATION));
    }

    @Test
    void where_the_badge_is_out_of_reach_the_next_way_is_tried() throws Exception {
        client.login(request()).signOut();
        badge.takeAway();

        assertEquals("IMA-006", codeOf(LoginRequest.using("imaginary-badge")));
        try (AuthenticationSession session = client.login(LoginRequest.using("imaginary-badge", "browser")
                .withDialog(person)
                .withTimeout(PATIENCE))) {
            assertTrue(session.isActive());
            session.signOut();
        }
    }

    @Test
    void whoever_else_logs_in_on_the_page_gets_no_session() {
        simulator.browserPersona(OTHER);

        assertEquals(LoginProblem.IDENTITY_MISMATCH.code(), codeOf(LoginRequest.using("imaginary-badge")));
    }

    @Test
    void cancelled_while_the_code_waits_to_be_scanned_it_is_taken_away_and_no_browser_is_opened() throws Exception {
        badge.putInDrawer();
        var login = client.loginAsync(request());
        assertTrue(person.sees.await(1, TimeUnit.MINUTES), "the code is shown");

        login.cancel(true);

        assertThrows(CancellationException.class, login::join);
        assertTrue(person.sawItGo.await(1, TimeUnit.MINUTES), "the code is taken away");
        assertEquals(0, simulator.count(Endpoint.AUTHORIZATION));
    }

    @Test
    void software_without_settings_says_why_it_does_not_offer_the_badge() throws Exception {
        Files.delete(folder.resolve("settings").resolve("imaginary-badge.properties"));
        client.close();
        client = software(folder.resolve("state"));

        assertEquals("IMA-001", client.obstacle("imaginary-badge").orElseThrow().code());
    }

    private PscClient software(Path state) {
        return assertDoesNotThrow(() -> PscClientBuilder.forServerHalf(proxy.address()))
                .clientId("practice")
                .applicationToken(TOKEN)
                .pluginDirectory(folder.resolve("plugins"))
                .settingsDirectory(folder.resolve("settings"))
                .stateDirectory(state)
                .browser(person::follow)
                .build();
    }

    private LoginRequest request() {
        return LoginRequest.using("imaginary-badge").withDialog(person).withTimeout(PATIENCE);
    }

    private String codeOf(LoginRequest request) {
        return assertThrows(
                        PscException.class,
                        () -> client.login(request.withDialog(person).withTimeout(PATIENCE)))
                .problem()
                .code();
    }
}

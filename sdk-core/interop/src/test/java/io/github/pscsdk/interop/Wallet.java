package io.github.pscsdk.interop;

import io.github.pscsdk.api.professional.NationalId;
import io.github.pscsdk.proxy.ProxyServer;
import io.github.pscsdk.proxy.ProxyServerBuilder;
import io.github.pscsdk.relyingparty.ClientAuthentication;
import io.github.pscsdk.relyingparty.RelyingParty;
import io.github.pscsdk.relyingparty.RelyingPartyBuilder;
import io.github.pscsdk.relyingparty.environment.PscEnvironment;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.security.GeneralSecurityException;

/**
 * A Pro Santé Connect made of a real Keycloak: the provider in its process, the front before it, the professionals' phone, and the
 * address for logout tokens.
 */
final class Wallet implements AutoCloseable {
    static final String CLIENT = "editeur-web";
    static final String NEIGHBOUR = "editeur-voisin";
    static final String ASKS_FOR_CONSENT = "editeur-consenti";
    static final String CERTIFIED = "editeur-certifie";
    static final String SECRET = "a fictitious+secret:of/the&realm";

    static final URI REDIRECT = URI.create("http://localhost/connexion/retour");
    static final URI HOME = URI.create("http://localhost/deconnexion/retour");

    static final NationalId PHARMACIST = new NationalId("899999100011");
    static final NationalId DOCTOR = new NationalId("899999100029");

    private final Certificates certificates = new Certificates();
    private final LoopbackServer host;
    private final LoopbackServer loginHost;
    private final LoopbackServer devices;
    private final Phone phone;
    private final LogoutReceiver logouts;
    private final KeycloakServer keycloak;
    private final KeycloakAdmin admin;
    private final Front front;
    private final ApiServer api;
    private final ApiRealm apiRealm;

    private Wallet(Path home) throws IOException, InterruptedException {
        host = LoopbackServer.https("localhost", certificates.server());
        loginHost = LoopbackServer.https("127.0.0.1", certificates.server());
        devices = LoopbackServer.http();
        phone = new Phone(
                devices,
                HttpClient.newBuilder().sslContext(certificates.visitor()).build());
        logouts = new LogoutReceiver(devices);
        var launch = KeycloakLaunch.of(home, phone.address(), logouts.address(), ApiRealm.psc(devices));
        keycloak = KeycloakServer.start(launch);
        admin = new KeycloakAdmin(launch.address(), launch.password());
        var relay = new Relay(launch.address(), host.address());
        front = Front.open(relay, host, loginHost);
        api = new ApiServer(relay, host);
        apiRealm = ApiRealm.open(launch.address(), relay, devices, admin);
    }

    /** Opens it, which takes a minute. */
    static Wallet open() throws IOException, InterruptedException {
        var home = System.getProperty("keycloak.home");
        if (home == null) {
            throw new IllegalStateException("the system property keycloak.home names the unpacked distribution");
        }
        return new Wallet(Path.of(home));
    }

    /** A relying party as yet without a client, which trusts this wallet. */
    RelyingPartyBuilder party() throws GeneralSecurityException, IOException {
        return RelyingParty.builder(PscEnvironment.custom(front.issuer(), front.authorizationEndpoint()))
                .trustedCertificates(certificates.trust())
                .redirectUri(REDIRECT)
                .postLogoutRedirectUri(HOME);
    }

    /** A proxy as yet without a client, which lets that application token in. */
    ProxyServerBuilder proxy(String token) throws GeneralSecurityException, IOException {
        return ProxyServer.builder(PscEnvironment.custom(front.issuer(), front.authorizationEndpoint()))
                .trustedCertificates(certificates.trust())
                .application("one", ProxyServerBuilder.sha256Of(token));
    }

    /** A relying party that is the client of that name, by its secret. */
    RelyingParty party(String client) throws GeneralSecurityException, IOException {
        return party().client(client, ClientAuthentication.clientSecretBasic(SECRET))
                .build();
    }

    /** A browser that nobody has used. */
    Browser browser() {
        return new Browser(certificates.visitor());
    }

    ApiServer api() {
        return api;
    }

    ApiRealm apiRealm() {
        return apiRealm;
    }

    Certificates certificates() {
        return certificates;
    }

    Phone phone() {
        return phone;
    }

    LogoutReceiver logouts() {
        return logouts;
    }

    KeycloakAdmin admin() {
        return admin;
    }

    /** Drops what earlier tests left in the queues. */
    void tidy() {
        phone.clear();
        logouts.clear();
    }

    @Override
    public void close() {
        keycloak.close();
        devices.close();
        loginHost.close();
        host.close();
    }
}

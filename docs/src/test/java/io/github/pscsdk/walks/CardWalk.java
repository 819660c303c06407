package io.github.pscsdk.walks;

import io.github.pscsdk.api.ApiRequest;
import io.github.pscsdk.api.LoginRequest;
import io.github.pscsdk.example.santefr.FormConfiguration;
import io.github.pscsdk.example.santefr.FormServer;
import io.github.pscsdk.example.santefr.introspection.IntrospectionClient;
import io.github.pscsdk.proxy.ProxyServer;
import io.github.pscsdk.proxy.ProxyServerBuilder;
import io.github.pscsdk.relyingparty.ApiAudience;
import io.github.pscsdk.relyingparty.ApiClientRegistration;
import io.github.pscsdk.relyingparty.ClientAuthentication;
import io.github.pscsdk.relyingparty.environment.PscEnvironment;
import io.github.pscsdk.testkit.card.CardInHand;
import io.github.pscsdk.testkit.card.VirtualCard;
import io.github.pscsdk.testkit.card.VirtualReaders;
import io.github.pscsdk.testkit.persona.Personas;
import io.github.pscsdk.workstation.PscClientBuilder;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.UUID;

/**
 * Workstation, proxy and form in one process, a card in a reader in memory, one login by it and one declaration. Pro Santé Connect is in
 * another process, lest what the simulator loads be counted. It is gone when it has printed the form's answer: to close everything is
 * no part of the trip.
 */
final class CardWalk {
    static final String CLIENT = "psc-demo";
    static final String FORM_CLIENT = "santefr-form";
    static final String SECRET = "not-a-secret";
    static final String CLIENT_AT_API = "psc-demo-api";
    static final String SECRET_AT_API = "not-a-secret-either";

    private static final String APPLICATION = "application-token-of-the-walk";
    private static final String BACKEND = "santefr";
    private static final String READER = "Desk";
    private static final String DECLARATION = """
            {"place": {"name": "Pharmacie Imaginaire", "streetNumber": "12", "street": "Rue des Essais",
                       "postcode": "21850", "town": "Ville-Test"},
             "offers": [{"kind": "vaccination", "products": ["Comirnaty"],
                         "appointment": "required", "phone": "03 45 81 04 21"}]}
            """;

    private CardWalk() {}

    /** The folder of plug-ins, a new folder for the form, and the simulator: issuer, authorization, token exchange, introspection. */
    public static void main(String... arguments) throws Exception {
        var plugins = Path.of(arguments[0]);
        var data = Path.of(arguments[1]);
        var environment = PscEnvironment.custom(URI.create(arguments[2]), URI.create(arguments[3]));
        var exchange = URI.create(arguments[4]);
        var introspection = URI.create(arguments[5]);

        var readers = VirtualReaders.named(READER).install();
        System.setProperty("javax.smartcardio.TerminalFactory.DefaultType", VirtualReaders.TYPE);
        CardInHand.at(readers, READER, VirtualCard.cps3(Personas.PHARMACIST).build())
                .insert();
        var form = FormServer.start(
                FormConfiguration.of(data, IntrospectionClient.at(introspection, FORM_CLIENT, SECRET)));
        var proxy = ProxyServer.builder(environment)
                .client(CLIENT, ClientAuthentication.clientSecretBasic(SECRET))
                .backend(
                        form.address(),
                        ApiAudience.of(
                                BACKEND,
                                exchange,
                                ApiClientRegistration.of(
                                        CLIENT_AT_API, ClientAuthentication.clientSecretBasic(SECRET_AT_API))))
                .application("walk", ProxyServerBuilder.sha256Of(APPLICATION))
                .start();
        var client = PscClientBuilder.forServerHalf(proxy.address())
                .clientId(CLIENT)
                .applicationToken(APPLICATION)
                .pluginDirectory(plugins)
                .build();
        var session = client.login(LoginRequest.using("cps"));
        var answer = session.send(ApiRequest.of("POST", BACKEND, "declarations")
                .withHeader("Idempotency-Key", UUID.randomUUID().toString())
                .withBody("application/json", DECLARATION.getBytes(StandardCharsets.UTF_8)));
        System.out.println(answer.text());
        Runtime.getRuntime().halt(0);
    }
}

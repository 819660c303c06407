package io.github.pscsdk.example.quickstart.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.loginui.PscButton;
import io.github.pscsdk.relyingparty.ApiAudience;
import io.github.pscsdk.relyingparty.ApiClientRegistration;
import io.github.pscsdk.relyingparty.ClientAuthentication;
import io.github.pscsdk.relyingparty.RelyingParty;
import io.github.pscsdk.relyingparty.environment.PublicBaseUri;
import io.github.pscsdk.relyingparty.session.PscSession;
import io.github.pscsdk.relyingparty.session.SessionId;
import io.github.pscsdk.spring.PscAddresses;
import io.github.pscsdk.spring.PscBrowser;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import org.springframework.web.util.HtmlUtils;

/** Logs a professional in, hands over what they test and vaccinate, shows what the form found, logs out. */
@SpringBootApplication(proxyBeanMethods = false)
@RestController
public class QuickstartWeb {
    // The form knows from the token who declares.
    private static final String DECLARATION = """
            {"place": {"name": "Pharmacie Imaginaire", "streetNumber": "12", "street": "Rue des Essais",
                       "postcode": "21850", "town": "Ville-Test"}, "offers": [%s]}""";
    private static final String TESTING = """
            {"kind": "testing", "tests": ["antigénique"], "modes": ["Sur place"], "audience": ["Tout public"],
             "appointment": "none", "hours": {"monday": "9h-12h", "thursday": "14h-18h"}}""";
    private static final String VACCINATION = """
            {"kind": "vaccination", "products": ["Comirnaty"], "appointment": "required", "phone": "03 45 81 04 21"}""";
    private static final String HEAD = "<!doctype html><title>Quick start</title><link rel=\"stylesheet\" href=\"%s\">"
            .formatted(PscAddresses.STYLESHEET);
    private static final String BUTTON = """
            <form method="post" action="%s"><input type="hidden" name="%s" value="%s"><button>%s</button></form>""";

    private final RelyingParty relyingParty;
    private final PscBrowser browser;
    private final PublicBaseUri site;
    private final ApiAudience audience;
    private final RestClient form;

    QuickstartWeb(
            RelyingParty relyingParty,
            PscBrowser browser,
            PublicBaseUri site,
            @Value("${form.address}") URI form,
            @Value("${form.token-endpoint}") URI tokenEndpoint,
            @Value("${form.client-id}") String id,
            @Value("${form.client-secret}") String secret) {
        this.relyingParty = relyingParty;
        this.browser = browser;
        this.site = site;
        // Not the secret of Pro Santé Connect: this is another server.
        var client = ApiClientRegistration.of(id, ClientAuthentication.clientSecretBasic(secret));
        this.audience = ApiAudience.of("santefr", tokenEndpoint, client);
        var http = new JdkClientHttpRequestFactory();
        http.setReadTimeout(Duration.ofSeconds(15));
        this.form = RestClient.builder().baseUrl(form).requestFactory(http).build();
    }

    /** Arguments are settings, such as {@code --server.port=8080}. */
    public static void main(String... arguments) {
        SpringApplication.run(QuickstartWeb.class, arguments);
    }

    @GetMapping(path = "/", produces = "text/html")
    String home(HttpServletRequest request) {
        return browser.session(request)
                .map(session -> page(session, button(session, "/declarations", "Hand over")))
                .orElseGet(
                        () -> HEAD + PscButton.html(site.at(PscAddresses.LOGIN)).markup());
    }

    /** For whoever is logged in; the starter leads everybody else to the login, and shows a failure with its remedy. */
    @PostMapping(path = "/declarations", produces = "text/html")
    String handOver(PscSession session) throws PscException, InterruptedException {
        return page(session, handOver("testing", TESTING, session) + handOver("vaccination", VACCINATION, session));
    }

    private String handOver(String what, String offer, PscSession session) throws PscException, InterruptedException {
        // A token for the form alone, in the name of the professional (RFC 8693).
        var token = RelyingParty.await(() -> relyingParty.exchange(session.id(), audience));
        try {
            var answer = form.post()
                    .uri("/declarations")
                    .header("Authorization", "Bearer " + token.reveal())
                    // However often the same key comes, it counts once: keep it until there is an answer.
                    .header("Idempotency-Key", UUID.randomUUID().toString())
                    .header("Content-Type", "application/json")
                    .body(DECLARATION.formatted(offer))
                    .retrieve()
                    // With this status the form says what is to be corrected.
                    .onStatus(status -> status.value() == 422, (sent, response) -> {})
                    .body(byte[].class);
            var content = new ObjectMapper().readTree(answer);
            var number = content.at("/receipt/number").asText();
            var findings = new StringBuilder();
            for (var finding : content.path("findings")) {
                var parts = Stream.of("rule", "severity", "field", "en")
                        .map(part -> finding.path(part).asText());
                var line = "%s %s at %s: %s".formatted(parts.toArray());
                findings.append("<li>").append(HtmlUtils.htmlEscape(line)).append("</li>");
            }
            var result = number.isEmpty() ? "to be corrected" : "accepted as " + HtmlUtils.htmlEscape(number);
            return "<h2>" + what + ": " + result + "</h2><ul>" + findings + "</ul>";
        } catch (RestClientException | IOException e) {
            throw new PscException(LoginProblem.API_UNAVAILABLE, "the form cannot take it now", e);
        }
    }

    private static String page(PscSession session, String content) {
        var name = HtmlUtils.htmlEscape(session.professional().familyName());
        return HEAD + "<p>Logged in: " + name + "</p>" + content + button(session, PscAddresses.LOGOUT, "Log out");
    }

    /** The hidden field keeps other sites from sending the form; the starter refuses one without it. */
    private static String button(PscSession session, String address, String text) {
        return BUTTON.formatted(address, SessionId.FORM_FIELD, session.id().formToken(), text);
    }
}

package io.github.pscsdk.example.practiceweb.receiver;

import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.example.declaration.Declaration;
import io.github.pscsdk.example.declaration.json.DeclarationDocument;
import io.github.pscsdk.relyingparty.ApiAudience;
import io.github.pscsdk.relyingparty.ApiClientRegistration;
import io.github.pscsdk.relyingparty.ClientAuthentication;
import io.github.pscsdk.relyingparty.RelyingParty;
import io.github.pscsdk.relyingparty.environment.PublicBaseUri;
import io.github.pscsdk.relyingparty.session.PscSession;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.MediaType;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClient.RequestHeadersSpec;
import org.springframework.web.client.RestClientException;

/**
 * The form's API. Each call carries a token for that API alone, exchanged for the professional's own (RFC 8693): by it
 * the form knows who declares.
 */
@Component
public final class FormReceiver {
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration LIMIT = Duration.ofSeconds(15);
    private static final int LARGEST_ANSWER = 1024 * 1024;
    private static final Set<Integer> SETTLED = Set.of(200, 201, 409, 422);

    /**
     * A declaration has been taken.
     *
     * @param number what the receiver knows it by
     * @param at when
     * @param declaration what was taken, as the receiver wrote it
     */
    public record Receipt(String number, Instant at, Declaration declaration) {
        /** Nothing of the declaration. */
        @Override
        public String toString() {
            return "Receipt[" + number + "]";
        }
    }

    private final RelyingParty relyingParty;
    private final ApiAudience audience;
    private final RestClient http;

    /** @throws IllegalArgumentException if tokens or secrets would travel unprotected */
    FormReceiver(
            RelyingParty relyingParty,
            @Value("${practice.form.address}") URI address,
            @Value("${practice.form.audience}") String audience,
            @Value("${practice.form.token-endpoint}") URI tokenEndpoint,
            @Value("${practice.form.client-id}") String clientId,
            @Value("${practice.form.client-secret}") String clientSecret) {
        this.relyingParty = relyingParty;
        var client = ApiClientRegistration.of(clientId, ClientAuthentication.clientSecretBasic(clientSecret));
        this.audience = ApiAudience.of(audience, tokenEndpoint, client);
        this.http = client(new PublicBaseUri(address), LIMIT);
    }

    /** With a limit for one exchange, from the first byte to the last. */
    static RestClient client(PublicBaseUri form, Duration limit) {
        var requests = new JdkClientHttpRequestFactory(
                HttpClient.newBuilder().connectTimeout(CONNECT).build());
        requests.setReadTimeout(limit);
        return RestClient.builder()
                .baseUrl(form.value())
                .requestFactory(requests)
                .build();
    }

    /**
     * Hands a declaration over, once: the same professional's same key has the first receipt again.
     *
     * @param key drawn before the first attempt, the same for every other one
     * @return with 200 or 201 a receipt; with 409 nothing, since the form took another version under that key before;
     *     with 422 the findings of the form's rules, errors and remarks, as it has kept nothing
     * @throws PscException if it is not known whether it was taken, with a remedy; or the session is over
     * @throws InterruptedException if the calling thread is interrupted
     */
    public FormResponse handOver(PscSession session, UUID key, Declaration declaration)
            throws PscException, InterruptedException {
        var answer = send(
                session,
                () -> http.post()
                        .uri("/declarations")
                        .header("Idempotency-Key", key.toString())
                        .contentType(MediaType.APPLICATION_JSON)
                        .body(DeclarationDocument.canonical(declaration).getBytes(StandardCharsets.UTF_8)));
        if (!SETTLED.contains(answer.status())) {
            throw answer.unusable();
        }
        return answer;
    }

    /** The receipt of what that professional handed over; empty where there is nothing of theirs under that number. */
    public Optional<Receipt> receipt(PscSession session, String number) throws PscException, InterruptedException {
        var answer = send(session, () -> http.get().uri("/declarations/{number}", number));
        return switch (answer.status()) {
            case 200 -> Optional.of(answer.receipt());
            case 404 -> Optional.empty();
            default -> throw answer.unusable();
        };
    }

    /** Once more with a new token where the form refuses the one that was kept, as after a change of its keys. */
    private FormResponse send(PscSession session, Supplier<RequestHeadersSpec<?>> request)
            throws PscException, InterruptedException {
        var token = RelyingParty.await(() -> relyingParty.exchange(session.id(), audience));
        var answer = send(request.get(), token.reveal());
        if (answer.status() != 401) {
            return answer;
        }
        var other = RelyingParty.await(() -> relyingParty.exchangeAfterRefusal(session.id(), audience, token));
        return send(request.get(), other.reveal());
    }

    /** An answer that is too long is cut off, and then none that can be read. */
    static FormResponse send(RequestHeadersSpec<?> request, String token) throws PscException {
        try {
            return request.accept(MediaType.APPLICATION_JSON)
                    .headers(headers -> headers.setBearerAuth(token))
                    .exchangeForRequiredValue((asked, answer) -> new FormResponse(
                            answer.getStatusCode().value(), answer.getBody().readNBytes(LARGEST_ANSWER)));
        } catch (RestClientException e) {
            throw new PscException(LoginProblem.API_UNAVAILABLE, "the form does not answer", e);
        }
    }
}

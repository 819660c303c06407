package io.github.pscsdk.example.practiceweb.receiver;

import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.example.declaration.Declaration;
import io.github.pscsdk.example.declaration.json.DeclarationDocument;
import io.github.pscsdk.relyingparty.ApiAudience;
import io.github.pscsdk.relyingparty.PscSession;
import io.github.pscsdk.relyingparty.RelyingParty;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * The form's API. Each call carries a token for that API alone, exchanged for the professional's own (RFC 8693): by it the form
 * knows who declares.
 */
public final class FormReceiver implements DeclarationReceiver {
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration LIMIT = Duration.ofSeconds(15);
    private static final int LARGEST_ANSWER = 1024 * 1024;
    private static final Pattern NUMBER = Pattern.compile("[A-Za-z0-9-]{1,40}");

    private record Answer(int status, byte[] body) {}

    private final RelyingParty relyingParty;
    private final ApiAudience audience;
    private final URI address;
    private final HttpClient http;

    /** Reaches the form at the address of the settings. */
    public FormReceiver(RelyingParty relyingParty, FormSettings settings) {
        this.relyingParty = relyingParty;
        this.audience = new ApiAudience(settings.audience(), settings.tokenEndpoint(), List.of());
        this.address = settings.address();
        this.http = HttpClient.newBuilder().connectTimeout(CONNECT).build();
    }

    @Override
    public String handOver(PscSession session, UUID key, Declaration declaration)
            throws DeclarationRejectedException, PscException, InterruptedException {
        var answer = send(request(session, "/declarations")
                .header("Idempotency-Key", key.toString())
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(DeclarationDocument.canonical(declaration))));
        return switch (answer.status()) {
            case 200, 201 -> FormResponse.number(answer.body());
            case 422 -> throw new DeclarationRejectedException(FormResponse.findings(answer.body()));
            default -> throw unusable(answer.status());
        };
    }

    @Override
    public Optional<Receipt> receipt(PscSession session, String number) throws PscException, InterruptedException {
        if (!NUMBER.matcher(number).matches()) {
            return Optional.empty();
        }
        var answer = send(request(session, "/declarations/" + number));
        return switch (answer.status()) {
            case 200 -> Optional.of(FormResponse.receipt(answer.body()));
            case 404 -> Optional.empty();
            default -> throw unusable(answer.status());
        };
    }

    private HttpRequest.Builder request(PscSession session, String path) throws PscException, InterruptedException {
        var token = RelyingParty.await(relyingParty.exchange(session.id(), audience));
        return HttpRequest.newBuilder(address.resolve(path))
                .timeout(LIMIT)
                .header("Authorization", "Bearer " + token.reveal())
                .header("Accept", "application/json");
    }

    private Answer send(HttpRequest.Builder request) throws PscException, InterruptedException {
        try {
            var response = http.send(request.build(), BodyHandlers.ofInputStream());
            try (var body = response.body()) {
                return new Answer(response.statusCode(), body.readNBytes(LARGEST_ANSWER));
            }
        } catch (IOException e) {
            throw new PscException(LoginProblem.API_UNAVAILABLE, "the form does not answer", e);
        }
    }

    private static PscException unusable(int status) {
        var isRefused = status == 401 || status == 403;
        return new PscException(
                isRefused ? LoginProblem.API_TOKEN_REFUSED : LoginProblem.API_UNAVAILABLE,
                "the form answered " + status);
    }
}

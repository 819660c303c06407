package io.github.pscsdk.example.practiceweb.receiver;

import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.example.declaration.Declaration;
import io.github.pscsdk.example.declaration.json.DeclarationDocument;
import io.github.pscsdk.example.declaration.rules.Finding;
import io.github.pscsdk.relyingparty.ApiAudience;
import io.github.pscsdk.relyingparty.ApiClientRegistration;
import io.github.pscsdk.relyingparty.ApiToken;
import io.github.pscsdk.relyingparty.ClientAuthentication;
import io.github.pscsdk.relyingparty.RelyingParty;
import io.github.pscsdk.relyingparty.session.PscSession;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/**
 * The form's API. Each call carries a token for that API alone, exchanged for the professional's own (RFC 8693): by it
 * the form knows who declares.
 */
@Component
public final class FormReceiver {
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration LIMIT = Duration.ofSeconds(15);
    private static final int LARGEST_ANSWER = 1024 * 1024;
    private static final Pattern NUMBER = Pattern.compile("[A-Za-z0-9-]{1,40}");

    /**
     * The outcome of a hand-over.
     *
     * @param number of the receipt; empty where the form has kept nothing
     * @param isOther whether the form has kept nothing since it took another version under that key before
     * @param findings of the form's rules, errors and remarks, where it has kept nothing
     */
    public record HandOver(Optional<String> number, boolean isOther, List<Finding> findings) {}

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
    private final URI address;
    private final HttpClient http;

    /** Reaches the form at the address of the settings. */
    public FormReceiver(RelyingParty relyingParty, FormSettings settings) {
        this.relyingParty = relyingParty;
        var client = ApiClientRegistration.of(
                settings.clientId(), ClientAuthentication.clientSecretBasic(settings.clientSecret()));
        this.audience = ApiAudience.of(settings.audience(), settings.tokenEndpoint(), client);
        this.address = settings.address();
        this.http = HttpClient.newBuilder().connectTimeout(CONNECT).build();
    }

    /**
     * Hands a declaration over, once: the same professional's same key has the first receipt again.
     *
     * @param key drawn before the first attempt, the same for every other one
     * @throws PscException if it is not known whether it was taken, with a remedy; or the session is over
     * @throws InterruptedException if the calling thread is interrupted
     */
    public HandOver handOver(PscSession session, UUID key, Declaration declaration)
            throws PscException, InterruptedException {
        var answer = send(
                session,
                request("/declarations")
                        .header("Idempotency-Key", key.toString())
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(DeclarationDocument.canonical(declaration))));
        return switch (answer.status()) {
            case 200, 201 -> new HandOver(Optional.of(answer.number()), false, List.of());
            case 409 -> new HandOver(Optional.empty(), true, List.of());
            case 422 -> new HandOver(Optional.empty(), false, answer.findings());
            default -> throw answer.unusable();
        };
    }

    /** The receipt of what that professional handed over; empty where there is nothing of theirs under that number. */
    public Optional<Receipt> receipt(PscSession session, String number) throws PscException, InterruptedException {
        if (!NUMBER.matcher(number).matches()) {
            return Optional.empty();
        }
        var answer = send(session, request("/declarations/" + number));
        return switch (answer.status()) {
            case 200 -> Optional.of(answer.receipt());
            case 404 -> Optional.empty();
            default -> throw answer.unusable();
        };
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(address.resolve(path)).header("Accept", "application/json");
    }

    /** Once more with a new token where the form refuses the one that was kept, as after a change of its keys. */
    private FormResponse send(PscSession session, HttpRequest.Builder request)
            throws PscException, InterruptedException {
        var token = RelyingParty.await(() -> relyingParty.exchange(session.id(), audience));
        var answer = send(request, token);
        if (answer.status() != 401) {
            return answer;
        }
        return send(
                request, RelyingParty.await(() -> relyingParty.exchangeAfterRefusal(session.id(), audience, token)));
    }

    private FormResponse send(HttpRequest.Builder request, ApiToken token) throws PscException, InterruptedException {
        var authorized = request.setHeader("Authorization", "Bearer " + token.reveal());
        return send(http, authorized.build(), LIMIT);
    }

    /**
     * One exchange, from the first byte to the last: a timeout of the request alone ends with the headers of the
     * answer.
     */
    static FormResponse send(HttpClient http, HttpRequest request, Duration limit)
            throws PscException, InterruptedException {
        var exchange = http.sendAsync(request, headers -> bounded());
        try {
            var response = exchange.get(limit.toMillis(), TimeUnit.MILLISECONDS);
            return new FormResponse(response.statusCode(), response.body());
        } catch (ExecutionException | TimeoutException e) {
            throw new PscException(LoginProblem.API_UNAVAILABLE, "the form does not answer", e);
        } finally {
            exchange.cancel(true);
        }
    }

    /** The longest answer: a longer one is cut off, and then none that can be read. */
    private static BodySubscriber<byte[]> bounded() {
        var body = new ByteArrayOutputStream();
        var keeping = BodySubscribers.ofByteArrayConsumer(part ->
                part.ifPresent(bytes -> body.write(bytes, 0, Math.min(bytes.length, LARGEST_ANSWER - body.size()))));
        return BodySubscribers.mapping(keeping, all -> body.toByteArray());
    }
}

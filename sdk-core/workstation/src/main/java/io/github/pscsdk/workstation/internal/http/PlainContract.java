package io.github.pscsdk.workstation.internal.http;

import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.httpclient.internal.HttpResponse;
import io.github.pscsdk.workstation.internal.json.DocumentMapper;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** ANS's contract as published: what tells a server half that speaks no more, and what its statuses mean. */
final class PlainContract {
    /**
     * A logout of nobody, which changes nothing. The contract has 401 with its error body answer it: so it tells who
     * speaks the contract.
     */
    static final ServerRequest QUESTION = ServerRequest.delete("disconnect");

    private static final Pattern UNKNOWN_AT_PSC = Pattern.compile("[0-9]{3} - unknown_user_id\\b");

    private PlainContract() {}

    /**
     * Whether that answer to a request under {@code /v1} says that there is nothing; who does not speak the contract at
     * all says the same.
     */
    static boolean lacksAdditions(HttpResponse response) {
        return (response.status() == 404 || response.status() == 405)
                && response.header(ServerCalls.PROXY_ERROR).isEmpty();
    }

    /** Whether that answer to the {@link #QUESTION} is one of the contract. */
    static boolean isSpoken(HttpResponse response) {
        return response.status() == 401 && isOfContract(response);
    }

    /** The problem that the answer to {@code POST /connect} stands for, where it opens no session. */
    static PscException refusal(HttpResponse response) {
        return meaning(response)
                .filter(problem -> response.header(ServerCalls.PROXY_ERROR).isEmpty())
                .map(problem -> told(problem, response))
                .orElseGet(() -> ServerCalls.problem(response));
    }

    private static Optional<LoginProblem> meaning(HttpResponse response) {
        var isOfContract = isOfContract(response);
        var hasBody = response.body().length > 0;
        return switch (response.status()) {
            case 401 -> Optional.of(isOfContract ? refused(response) : LoginProblem.APPLICATION_REJECTED);
            // An unknown client id as well: its vendor notices at the first login, a person at none of them.
            case 404 ->
                Optional.of(isOfContract ? LoginProblem.UNKNOWN_PROFESSIONAL : LoginProblem.SERVER_HALF_ANSWER_INVALID);
            case 500 -> Optional.of(LoginProblem.ENDED_WITHOUT_REASON);
            // With a body it is a gateway's.
            case 502, 503, 504 ->
                Optional.of(hasBody ? LoginProblem.SERVER_HALF_UNREACHABLE : LoginProblem.PSC_UNAVAILABLE);
            // 304 too: no session was named, so whose it is nobody knows.
            default -> Optional.empty();
        };
    }

    /**
     * The contract has 404 for an identifier that nobody knows. ANS's example passes on Pro Santé Connect's status and
     * code, in the message of a 401.
     */
    private static LoginProblem refused(HttpResponse response) {
        return DocumentMapper.error(response.body())
                        .message()
                        .filter(message -> UNKNOWN_AT_PSC.matcher(message).lookingAt())
                        .isPresent()
                ? LoginProblem.UNKNOWN_PROFESSIONAL
                : LoginProblem.ENDED_WITHOUT_REASON;
    }

    /**
     * Refuses the answer to a call of a backend that is the server half's own: {@code SESSION_ENDED} or {@code
     * API_UNAVAILABLE}.
     */
    static void checkForwarded(HttpResponse response) throws PscException {
        if (response.status() == 401 && isOfContract(response)) {
            throw told(LoginProblem.SESSION_ENDED, response);
        }
        if (response.status() >= 502 && response.status() <= 504 && response.body().length == 0) {
            throw told(LoginProblem.API_UNAVAILABLE, response);
        }
    }

    /** Whether the body is the contract's for that status: {@code {"code": "401", "message": …}}. */
    private static boolean isOfContract(HttpResponse response) {
        var error = DocumentMapper.error(response.body());
        return error.message().isPresent()
                && error.code()
                        .filter(String.valueOf(response.status())::equals)
                        .isPresent();
    }

    private static PscException told(LoginProblem problem, HttpResponse response) {
        var status = String.valueOf(response.status());
        return new PscException(problem, "the server half answered " + status, Map.of("status", status));
    }
}

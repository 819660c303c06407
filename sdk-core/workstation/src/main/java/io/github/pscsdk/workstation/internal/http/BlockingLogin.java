package io.github.pscsdk.workstation.internal.http;

import io.github.pscsdk.api.professional.NationalId;
import io.github.pscsdk.api.professional.Professional;
import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.httpclient.internal.HttpResponse;
import io.github.pscsdk.proxyprotocol.internal.LoggedIn;
import io.github.pscsdk.workstation.internal.http.ServerHalf.CodeQuestion;
import io.github.pscsdk.workstation.internal.http.ServerHalf.PendingLogin;
import io.github.pscsdk.workstation.internal.json.DocumentMapper;
import io.github.pscsdk.workstation.internal.json.DocumentMapper.ConnectRequest;
import io.github.pscsdk.workstation.internal.json.DocumentMapper.ConnectResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A login by ANS's plain contract: one {@code POST /connect}, sent once, and cancelled by closing its connection. */
record BlockingLogin(ServerCalls calls, Clock clock, ConnectRequest request, Instant deadline) implements PendingLogin {
    private static final Logger log = LoggerFactory.getLogger(BlockingLogin.class);

    // The login's deadline comes before, and says better what has happened.
    private static final Duration GRACE = Duration.ofSeconds(2);
    // As at Pro Santé Connect; the contract does not say when a session ends.
    private static final Duration LONGEST_SESSION = Duration.ofHours(4);
    private static final String COOKIE = "proxy_session_id=";

    @Override
    public SessionHandle await(CodeQuestion code) throws PscException, InterruptedException {
        var limit = Duration.between(clock.instant(), deadline).plus(GRACE);
        var document = DocumentMapper.write(request);
        var call = calls.start(ServerRequest.postJson("connect", document).within(limit));
        try {
            return session(calls.await(call));
        } catch (InterruptedException e) {
            call.answer().cancel(true);
            // Where the answer came first, nobody will get its session.
            call.answer().thenAccept(this::abandon);
            throw e;
        }
    }

    private void abandon(HttpResponse response) {
        try {
            calls.sendEnd(ServerRequest.delete("disconnect").of(session(response)));
        } catch (PscException e) {
            log.debug("a login that was cancelled had opened no session");
        }
    }

    private SessionHandle session(HttpResponse response) throws PscException {
        if (!response.isSuccess()) {
            throw PlainContract.refusal(response);
        }
        var opened = ServerCalls.read(response, ConnectResponse.class);
        var handle = cookie(response)
                .or(opened::proxySession)
                .orElseThrow(() -> new PscException(
                        LoginProblem.SERVER_HALF_ANSWER_INVALID, "a login has ended without a session"));
        var asked = new NationalId(request.nationalId());
        return SessionHandle.ofPlainContract(
                handle,
                new LoggedIn(
                        Optional.of(request.clientId()),
                        opened.sessionState(),
                        clock.instant().plus(LONGEST_SESSION),
                        Optional.empty(),
                        new Professional(asked, "", List.of(), Optional.empty(), List.of(), List.of())));
    }

    /** The cookie is what must be sent back; the member of the same name may be written otherwise. */
    private static Optional<String> cookie(HttpResponse response) {
        return response.headers().values("Set-Cookie").stream()
                .filter(header -> header.startsWith(COOKIE))
                .map(header ->
                        header.substring(COOKIE.length()).split(";", 2)[0].strip())
                .filter(value -> !value.isEmpty())
                .findFirst();
    }
}

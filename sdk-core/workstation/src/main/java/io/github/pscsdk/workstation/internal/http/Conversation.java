package io.github.pscsdk.workstation.internal.http;

import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.pluginhost.thread.Patience;
import io.github.pscsdk.workstation.internal.json.Documents;
import io.github.pscsdk.workstation.internal.json.UnreadableDocument;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Questions as the contract knows them, and answers as documents or problems. Safe for any thread. */
final class Conversation {
    private static final Logger log = LoggerFactory.getLogger(Conversation.class);
    // "Within a second" is what the contract promises to whoever cancels.
    static final Duration FAREWELL = Duration.ofSeconds(1);

    private static final long GRACE_MILLIS = 200;

    private final Transport transport;
    private final Documents documents;

    Conversation(Transport transport, Documents documents) {
        this.transport = transport;
        this.documents = documents;
    }

    Documents documents() {
        return documents;
    }

    /** The document that answers the question; anything else is a problem. */
    <T> T ask(Question question, Class<T> type) throws PscException, InterruptedException {
        return read(transport.ask(question), type);
    }

    /** The same; empty where the server half has no such document, since it is older than the question. */
    <T> Optional<T> askIfKnown(Question question, Class<T> type) throws PscException, InterruptedException {
        var answer = transport.ask(question);
        return answer.status() == 404 ? Optional.empty() : Optional.of(read(answer, type));
    }

    /** Asks on a connection of its own and tells how far that came. */
    Contact contact(Question question, Clock clock) throws InterruptedException {
        var trail = new Trail(clock);
        var recorder = transport.recorder();
        var exchange = transport.begin(question, trail, recorder);
        var reply = Optional.<Contact.Reply>empty();
        var failure = Optional.<Throwable>empty();
        try {
            // Not left to the call's own limit: looking up a name cannot be cancelled.
            var answer = exchange.answer().get(question.limit().toMillis() + GRACE_MILLIS, TimeUnit.MILLISECONDS);
            reply = Optional.of(new Contact.Reply(answer, this));
        } catch (ExecutionException e) {
            failure = Optional.of(e.getCause());
        } catch (TimeoutException e) {
            failure = Optional.of(e);
        } finally {
            exchange.cancel();
        }
        return new Contact(trail.stage(), trail.proxy(), trail.skew(), recorder.chain(), failure, reply);
    }

    /** The answer, whatever it is, but for an error that the server half marked as its own. */
    Answer forward(Question question) throws PscException, InterruptedException {
        var answer = transport.ask(question);
        if (answer.proxyError().isPresent()) {
            throw ProxyErrors.of(answer, documents);
        }
        return answer;
    }

    /** A success; anything else is a problem. A 401 without a name means the session, as in the contract of ANS. */
    void tellOfSession(Question question) throws PscException, InterruptedException {
        var answer = forward(question);
        if (answer.status() == 401 && documents.problemCode(answer.body()).isEmpty()) {
            throw new PscException(LoginProblem.SESSION_ENDED, "the server half knows no such session");
        }
        check(answer);
    }

    Exchange begin(Question question) {
        return transport.begin(question);
    }

    <T> T read(Answer answer, Class<T> type) throws PscException {
        check(answer);
        try {
            return documents.read(answer.body(), type);
        } catch (UnreadableDocument e) {
            throw new PscException(LoginProblem.SERVER_HALF_ANSWER_INVALID, e.getMessage());
        }
    }

    /** Tells even though the calling thread was told to stop: waits a second at most, then lets it go on by itself. */
    void sayFarewell(Question question) {
        var logged = begin(question).answer().handle((answer, failure) -> {
            // 401 and 404: there is nothing left to end.
            if (failure != null || !answer.isSuccess() && answer.status() != 401 && answer.status() != 404) {
                log.warn("the server half could not be told to end a login or a session; it will expire there");
            }
            return null;
        });
        Patience.waitFor(logged, FAREWELL);
    }

    private void check(Answer answer) throws PscException {
        if (!answer.isSuccess()) {
            throw ProxyErrors.of(answer, documents);
        }
    }

    void close() {
        transport.close();
    }
}

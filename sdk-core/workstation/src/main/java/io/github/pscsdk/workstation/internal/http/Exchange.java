package io.github.pscsdk.workstation.internal.http;

import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.pluginhost.thread.EngineThreads;
import java.io.IOException;
import java.net.ProtocolException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import okhttp3.Call;
import okhttp3.Response;

/** One call that runs on a worker, so that whoever waits for it can be interrupted. */
final class Exchange implements Runnable {
    private final Call call;
    private final Executor threads;
    private final CompletableFuture<Answer> answer = new CompletableFuture<>();

    Exchange(Call call, EngineThreads threads) {
        this.call = call;
        this.threads = threads;
    }

    @Override
    public void run() {
        try (var response = call.execute()) {
            answer.complete(read(response));
        } catch (Throwable e) {
            // Kotlin declares nothing: an InterruptedException comes out here when the workers are shut down.
            answer.completeExceptionally(e);
        }
    }

    /** Completes with the answer, or with what OkHttp threw. */
    CompletableFuture<Answer> answer() {
        return answer;
    }

    /** Waits; an interrupt leaves the call running. */
    Answer await() throws PscException, InterruptedException {
        try {
            return answer.get();
        } catch (ExecutionException e) {
            throw failure(e.getCause());
        }
    }

    /** Closes the connection; on a worker, for OkHttp may start threads of its own then. */
    void cancel() {
        try {
            threads.execute(call::cancel);
        } catch (RejectedExecutionException e) {
            call.cancel();
        }
    }

    /** Ends the waiting and the call, since the client closes. */
    void giveUp() {
        answer.completeExceptionally(new IOException("the client was closed"));
        call.cancel();
    }

    private static Answer read(Response response) throws IOException {
        var body = response.body().byteStream().readNBytes(Transport.MAX_BODY + 1);
        if (body.length > Transport.MAX_BODY) {
            throw new ProtocolException("the answer is longer than " + Transport.MAX_BODY + " bytes");
        }
        return new Answer(
                response.code(),
                Optional.ofNullable(response.header(ProxyErrors.HEADER)),
                response.header("Content-Type", ""),
                body);
    }

    private static PscException failure(Throwable cause) {
        if (cause instanceof ProtocolException) {
            // Without the cause: its message may quote the answer.
            return new PscException(LoginProblem.SERVER_HALF_ANSWER_INVALID, "the answer is too long or not HTTP");
        }
        return new PscException(LoginProblem.SERVER_HALF_UNREACHABLE, "no answer from the server half", cause);
    }
}

package io.github.pscsdk.benchmark;

import io.github.pscsdk.benchmark.harness.Message;
import io.github.pscsdk.benchmark.harness.RawServer;
import io.github.pscsdk.relyingparty.ClientAuthentication;
import io.github.pscsdk.relyingparty.PscEnvironment;
import io.github.pscsdk.relyingparty.RelyingParty;
import io.github.pscsdk.relyingparty.RelyingPartyBuilder;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;

/** A PSC on bare sockets that answers each path below the issuer with what was prepared, and counts the requests. */
final class CannedPsc implements AutoCloseable {
    private static final String REALM = "/realm";

    private final Map<String, Function<Message, byte[]>> answers = new ConcurrentHashMap<>();
    private final Map<String, LongAdder> counts = new ConcurrentHashMap<>();
    private final RawServer server = new RawServer(this::answer);

    /** Starts with a discovery document and the keys of a signer. */
    CannedPsc(TokenSigner signer) {
        var document = """
                {"issuer":"ISSUER","authorization_endpoint":"ISSUER/wallet","token_endpoint":"ISSUER/token",\
                "userinfo_endpoint":"ISSUER/userinfo","jwks_uri":"ISSUER/certs","end_session_endpoint":"ISSUER/logout",\
                "backchannel_authentication_endpoint":"ISSUER/ciba"}""".replace("ISSUER", issuer().toString());
        always("/.well-known/wallet-openid-configuration", Message.answer(200, document));
        always("/certs", Message.answer(200, signer.published()));
    }

    private byte[] answer(Message request) {
        var path = request.target().substring(REALM.length());
        counts.computeIfAbsent(path, first -> new LongAdder()).increment();
        return answers.getOrDefault(path, unknown -> Message.answer(404, "{}")).apply(request);
    }

    /** Answers a path by a function, on the thread of the connection. */
    void answer(String path, Function<Message, byte[]> answer) {
        answers.put(path, answer);
    }

    /** Gives a path one answer. */
    void always(String path, byte[] answer) {
        answer(path, request -> answer);
    }

    URI issuer() {
        return server.address().resolve(REALM);
    }

    /** The number of requests to a path. */
    long count(String path) {
        return counts.getOrDefault(path, new LongAdder()).sum();
    }

    /** The number of all requests. */
    long count() {
        return counts.values().stream().mapToLong(LongAdder::sum).sum();
    }

    /** The number of fetches of metadata and keys. */
    long fetches() {
        return count("/.well-known/wallet-openid-configuration") + count("/certs");
    }

    /** The environment that a client takes this for. */
    PscEnvironment environment() {
        return PscEnvironment.custom(issuer(), URI.create(issuer() + "/wallet"));
    }

    /** A client of this. */
    RelyingPartyBuilder party() {
        return RelyingParty.builder(environment())
                .client(TokenSigner.CLIENT, ClientAuthentication.clientSecretPost("a-fictitious-secret"));
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}

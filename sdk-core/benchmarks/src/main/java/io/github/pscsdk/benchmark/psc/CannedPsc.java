package io.github.pscsdk.benchmark.psc;

import io.github.pscsdk.benchmark.wire.Answers;
import io.github.pscsdk.benchmark.wire.Message;
import io.github.pscsdk.benchmark.wire.RawServer;
import io.github.pscsdk.relyingparty.ClientAuthentication;
import io.github.pscsdk.relyingparty.RelyingParty;
import io.github.pscsdk.relyingparty.RelyingPartyBuilder;
import io.github.pscsdk.relyingparty.environment.PscEnvironment;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;

/** Answers each path below the issuer as it was told to, and counts the requests. */
public final class CannedPsc implements AutoCloseable {
    private static final String REALM = "/realm";

    private final Map<String, Function<Message, byte[]>> answers = new ConcurrentHashMap<>();
    private final Map<String, LongAdder> counts = new ConcurrentHashMap<>();
    private final RawServer server;

    /** Starts with a discovery document and the keys of a signer. */
    public CannedPsc(TokenSigner signer) {
        server = new RawServer(this::answer);
        var document = """
                {"issuer":"ISSUER","authorization_endpoint":"BASE/wallet","token_endpoint":"ISSUER/token",\
                "userinfo_endpoint":"ISSUER/userinfo","jwks_uri":"ISSUER/certs","end_session_endpoint":"ISSUER/logout",\
                "backchannel_authentication_endpoint":"ISSUER/ciba"}""".replace("ISSUER", issuer().toString())
                .replace("BASE", server.address().toString());
        always("/.well-known/wallet-openid-configuration", Answers.json(200, document));
        always("/certs", Answers.json(200, signer.published()));
    }

    private byte[] answer(Message request) {
        var path = request.target().substring(REALM.length());
        counts.computeIfAbsent(path, first -> new LongAdder()).increment();
        return answers.getOrDefault(path, unknown -> Answers.json(404, "{}")).apply(request);
    }

    /** Answers a path by a function, on the thread of the connection. */
    public void answer(String path, Function<Message, byte[]> answer) {
        answers.put(path, answer);
    }

    /** Gives a path one answer. */
    public void always(String path, byte[] answer) {
        answer(path, request -> answer);
    }

    /** The issuer. */
    public URI issuer() {
        return server.address().resolve(REALM);
    }

    /** The address of an endpoint. */
    public URI endpoint(String path) {
        return URI.create(issuer() + path);
    }

    /** How many requests came to a path. */
    public long count(String path) {
        return counts.getOrDefault(path, new LongAdder()).sum();
    }

    /** How many requests came. */
    public long count() {
        return counts.values().stream().mapToLong(LongAdder::sum).sum();
    }

    /** Whom a client takes this for. */
    public PscEnvironment environment() {
        return PscEnvironment.custom(issuer(), server.address().resolve("/wallet"));
    }

    /** A client of this. */
    public RelyingPartyBuilder party() {
        return RelyingParty.builder(environment())
                .client(TokenSigner.CLIENT, ClientAuthentication.clientSecretPost("a-fictitious-secret"));
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}

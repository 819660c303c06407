package io.github.pscsdk.workstation;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.pscsdk.testkit.support.Await;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A Proxy e-Santé that speaks ANS's published contract and not a word more, written from that contract alone: it knows nothing of our proxy. It
 * is strict: whatever a caller does that the contract does not say fails the test when it is closed. Its persons and its backend answer what a
 * test says.
 */
public final class PlainServerHalf implements AutoCloseable {
    /** Of the first session; the second one ends in 2. */
    public static final String FIRST_SESSION = "plain-session-1";

    private static final Set<String> MEMBERS = Set.of("nationalId", "bindingMessage", "clientId", "channel");
    private static final Set<String> METHODS = Set.of("GET", "POST", "PUT", "PATCH", "DELETE");
    private static final Set<String> ONCE = Set.of("host", "cookie", "authorization", "content-type", "content-length");
    private static final int LOOK_MILLIS = 20;

    /** One request as it arrived; header names in lower case. */
    record Seen(String method, String target, Map<String, String> headers, String body) {
        boolean is(String line) {
            return (method + " " + target).startsWith(line);
        }

        /** Whose session it is, by the cookie. */
        Optional<String> session() {
            return Optional.ofNullable(headers.get("cookie")).map(cookie -> cookie.substring(cookie.indexOf('=') + 1));
        }
    }

    /**
     * An answer.
     *
     * @param headers whole lines
     */
    record Reply(int status, List<String> headers, String body) {
        static Reply of(int status, String body) {
            return new Reply(status, List.of(), body);
        }

        /** The body that the contract wants with 400, 401 and 404. */
        static Reply error(int status) {
            return of(
                    status,
                    "{\"code\":\"" + status
                            + "\",\"message\":\"No.\",\"metadata\":{\"nationalId\":null,\"clientId\":null}}");
        }

        Reply with(String header) {
            return new Reply(
                    status, Stream.concat(headers.stream(), Stream.of(header)).toList(), body);
        }
    }

    /** What becomes of a login once the person is asked. */
    @FunctionalInterface
    interface Person {
        /** Empty where the person says nothing for as long as the caller waits. */
        Optional<Reply> isAsked(JsonNode connect);
    }

    private final ServerSocket socket;
    private final List<Seen> seen = new ArrayList<>();
    private final List<String> violations = new CopyOnWriteArrayList<>();
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private final Map<String, JsonNode> sessions = new ConcurrentHashMap<>();
    private final CountDownLatch hungUp = new CountDownLatch(1);
    private final List<JsonNode> asked = new CopyOnWriteArrayList<>();
    private volatile Person person = connect -> Optional.of(opened(connect));
    private volatile Function<Seen, Reply> backend = request -> Reply.of(200, "{}");
    private volatile Optional<Reply> atUnknownPaths = Optional.of(Reply.of(404, "<html>Not Found</html>"));

    public PlainServerHalf() {
        try {
            socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        daemon(this::accept);
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + socket.getLocalPort() + "/");
    }

    // ---- the script ----------------------------------------------------------------------------------------------

    void person(Person answering) {
        person = answering;
    }

    /** A login is answered like that, and opens no session. */
    void refuses(Reply reply) {
        person = connect -> Optional.of(reply);
    }

    void nobodyAnswers() {
        person = connect -> Optional.empty();
    }

    /** What the backend behind {@code /send} answers. */
    void backend(Function<Seen, Reply> answering) {
        backend = answering;
    }

    void answersAtUnknownPaths(Reply reply) {
        atUnknownPaths = Optional.of(reply);
    }

    /** The sessions are forgotten, as at a restart. */
    void forgetsSessions() {
        sessions.clear();
    }

    /** What the contract answers where the person says yes. */
    Reply opened(JsonNode connect) {
        var handle = "plain-session-" + asked.size();
        sessions.put(handle, connect);
        return Reply.of(200, "{\"proxy_session_id\":\"" + handle + "\",\"session_state\":\"state-1\"}")
                .with("Set-Cookie: proxy_session_id=" + handle + "; Path=/; HttpOnly");
    }

    // ---- what it has seen ----------------------------------------------------------------------------------------

    /** How often somebody's phone has rung. */
    int rings() {
        return asked.size();
    }

    /** The document by which the first person was asked. */
    JsonNode firstAsked() {
        return asked.get(0);
    }

    Set<String> sessions() {
        return Set.copyOf(sessions.keySet());
    }

    synchronized List<Seen> seen(String line) {
        return seen.stream().filter(request -> request.is(line)).toList();
    }

    /** Waits until such a request arrived. */
    Seen await(String line) {
        Await.until("asked: " + line, () -> !seen(line).isEmpty());
        return seen(line).get(0);
    }

    /** Waits until a caller has closed the connection on which a login waited. */
    void awaitHangUp() throws InterruptedException {
        Await.latch("the caller hangs up", hungUp);
    }

    // ---- connections ---------------------------------------------------------------------------------------------

    private static void daemon(Runnable work) {
        var thread = new Thread(work, "plain-server-half");
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                var connection = socket.accept();
                open.add(connection);
                daemon(() -> serve(connection));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            var in = new BufferedInputStream(connection.getInputStream());
            while (true) {
                var request = read(in);
                if (request.isEmpty()) {
                    return;
                }
                synchronized (this) {
                    seen.add(request.get());
                }
                var reply = answer(request.get());
                if (reply.isEmpty()) {
                    awaitHangUp(connection, in);
                    return;
                }
                if (reply.get().status() == 0) {
                    return;
                }
                write(connection, reply.get());
            }
        } catch (IOException e) {
            // The caller left, or the test is over.
        }
    }

    private void awaitHangUp(Socket connection, InputStream in) throws IOException {
        connection.setSoTimeout(LOOK_MILLIS);
        while (!socket.isClosed()) {
            try {
                if (in.read() < 0) {
                    hungUp.countDown();
                    return;
                }
                violation("bytes after a request that waits");
            } catch (SocketTimeoutException e) {
                // Still there.
                continue;
            }
        }
    }

    private static void write(Socket connection, Reply reply) throws IOException {
        var body = reply.body().getBytes(UTF_8);
        var length = reply.status() == 304 ? "" : "Content-Length: " + body.length + "\r\n";
        var type = body.length == 0 ? "" : "Content-Type: application/json\r\n";
        var headers = reply.headers().stream().map(line -> line + "\r\n").collect(Collectors.joining());
        var whole = new ByteArrayOutputStream();
        whole.writeBytes(
                ("HTTP/1.1 " + reply.status() + " X\r\n" + length + type + headers + "\r\n").getBytes(ISO_8859_1));
        whole.writeBytes(body);
        connection.getOutputStream().write(whole.toByteArray());
        connection.getOutputStream().flush();
    }

    // ---- requests ------------------------------------------------------------------------------------------------

    /** Empty where the caller has closed the connection between two requests. */
    private Optional<Seen> read(InputStream in) throws IOException {
        var first = line(in);
        if (first.isEmpty()) {
            return Optional.empty();
        }
        var words = first.split(" ");
        if (words.length != 3 || !words[2].equals("HTTP/1.1")) {
            violation("no request line: " + first);
        }
        var headers = new HashMap<String, String>();
        for (var header = line(in); !header.isEmpty(); header = line(in)) {
            var name = header.substring(0, header.indexOf(':')).toLowerCase(Locale.ROOT);
            var former =
                    headers.put(name, header.substring(header.indexOf(':') + 1).strip());
            if (former != null && ONCE.contains(name)) {
                violation(name + " twice");
            }
        }
        if (headers.containsKey("transfer-encoding")) {
            violation("a body without a length");
        }
        var body = in.readNBytes(Integer.parseInt(headers.getOrDefault("content-length", "0")));
        return Optional.of(new Seen(words[0], words[1], Map.copyOf(headers), new String(body, UTF_8)));
    }

    private static String line(InputStream in) throws IOException {
        var line = new ByteArrayOutputStream();
        for (var next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                if (line.size() == 0) {
                    return "";
                }
                throw new EOFException();
            }
            line.write(next);
        }
        return line.toString(ISO_8859_1).strip();
    }

    private Optional<Reply> answer(Seen request) {
        if (!request.headers().containsKey("host")) {
            violation("no Host");
        }
        var cookie = request.headers().getOrDefault("cookie", "proxy_session_id=x");
        if (!cookie.matches("proxy_session_id=[!-:<-~]+")) {
            violation("another cookie than proxy_session_id");
        }
        if (request.is("POST /connect") && request.target().equals("/connect")) {
            return connect(request);
        }
        if (request.is("DELETE /disconnect") && request.target().equals("/disconnect")) {
            return Optional.of(disconnect(request));
        }
        if (request.target().matches("/send/[^/]+/.+") && METHODS.contains(request.method())) {
            return Optional.of(
                    request.session().filter(sessions::containsKey).isPresent()
                            ? backend.apply(request)
                            : Reply.error(401));
        }
        return atUnknownPaths;
    }

    private Optional<Reply> connect(Seen request) {
        if (!request.headers().getOrDefault("content-type", "").startsWith("application/json")) {
            violation("/connect without JSON");
        }
        if (request.session().filter(sessions::containsKey).isPresent()) {
            return Optional.of(Reply.of(304, ""));
        }
        JsonNode body;
        try {
            body = JsonMapper.builder().build().readTree(request.body());
        } catch (JsonProcessingException e) {
            violation("/connect without a document");
            return Optional.of(Reply.error(400));
        }
        var members = new ArrayList<String>();
        body.fieldNames().forEachRemaining(members::add);
        var wellFormed = Set.copyOf(members).equals(MEMBERS)
                && members.stream().allMatch(name -> body.get(name).isTextual())
                && !body.get("nationalId").asText().isBlank()
                && !body.get("clientId").asText().isBlank()
                && body.get("bindingMessage").asText().matches("[0-9]{2}")
                && body.get("channel").asText().matches("CARD|MOBILE");
        if (!wellFormed) {
            violation("/connect with other members than the four: " + members);
            return Optional.of(Reply.error(400));
        }
        asked.add(body);
        return person.isAsked(body);
    }

    private Reply disconnect(Seen request) {
        if (!request.body().isEmpty()) {
            violation("/disconnect with a body");
        }
        var ended = request.session().map(sessions::remove);
        return ended.isPresent()
                ? Reply.of(200, "").with("Set-Cookie: proxy_session_id=; Path=/; Max-Age=0")
                : Reply.error(401);
    }

    private void violation(String what) {
        violations.add(what);
    }

    @Override
    public void close() {
        try {
            socket.close();
            for (var connection : open) {
                connection.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (!violations.isEmpty()) {
            throw new AssertionError("against the contract: " + violations);
        }
    }
}

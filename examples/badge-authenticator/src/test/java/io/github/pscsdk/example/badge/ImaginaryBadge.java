package io.github.pscsdk.example.badge;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;

/** The badge, and its maker's service on this machine. The badge scans what it is shown, unless it lies in a drawer. */
final class ImaginaryBadge implements AutoCloseable {
    /** Of letters that no header may hold. */
    static final String KEY = "clé du cabinet\u20ac";

    static final String HOLDER = "899999100011";

    private final HttpServer server;
    private final Set<String> waiting = new HashSet<>();
    private final Set<String> paired = new HashSet<>();
    private final List<String> shown = new ArrayList<>();
    private final List<String> paths = new ArrayList<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private boolean inDrawer;
    private boolean away;
    private boolean runDown;
    private String answers = "";
    private boolean hangsInTheMiddle;

    ImaginaryBadge() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new AssertionError("no port", e);
        }
        server.createContext("/", this::serve);
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** From now on it scans nothing. */
    synchronized void putInDrawer() {
        inDrawer = true;
    }

    synchronized void takeOutOfDrawer() {
        inDrawer = false;
    }

    synchronized void takeAway() {
        away = true;
    }

    synchronized void bringBack() {
        away = false;
    }

    /** From now on it shows nothing. */
    synchronized void runDown() {
        runDown = true;
    }

    /** From now on the service answers everything with that. */
    synchronized void answerAlways(String text) {
        answers = text;
    }

    /** From now on the service begins each answer and does not end it. */
    synchronized void hangInTheMiddle() {
        hangsInTheMiddle = true;
    }

    /** What was asked for, in this order. */
    synchronized List<String> paths() {
        return List.copyOf(paths);
    }

    synchronized void scan(String address) {
        var pairing = address.substring(address.lastIndexOf('/') + 1);
        if (!inDrawer && waiting.remove(pairing)) {
            paired.add(pairing);
            away = false;
        }
    }

    /** What stands on the display. */
    synchronized String shownCode() {
        return shown.get(shown.size() - 1);
    }

    /** How many badges were paired so far. */
    synchronized int pairings() {
        return paired.size();
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.US_ASCII);
            var answer =
                    heard(exchange) ? answer(exchange.getRequestURI().getPath().split("/"), body) : "";
            exchange.sendResponseHeaders(answer.isEmpty() ? 401 : 200, answer.isEmpty() ? -1 : answer.length());
            if (isHangingInTheMiddle()) {
                exchange.getResponseBody().flush();
                closed.await();
            }
            exchange.getResponseBody().write(answer.getBytes(StandardCharsets.US_ASCII));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether the request has the key. */
    private boolean heard(HttpExchange exchange) {
        var pair = ("practice:" + KEY).getBytes(StandardCharsets.UTF_8);
        synchronized (this) {
            paths.add(exchange.getRequestURI().getPath());
        }
        return ("Basic " + Base64.getEncoder().encodeToString(pair))
                .equals(exchange.getRequestHeaders().getFirst("Authorization"));
    }

    private synchronized boolean isHangingInTheMiddle() {
        return hangsInTheMiddle;
    }

    /** @param path of {@code /pairings/}, {@code /pairings/<pairing>} or {@code /pairings/<pairing>/<what>} */
    private synchronized String answer(String[] path, String body) {
        if (!answers.isEmpty()) {
            return answers;
        }
        return switch (path.length) {
            case 2 -> pair();
            case 3 -> state(path[2]);
            default -> path[3].equals("codes") ? show() : check(body);
        };
    }

    private String pair() {
        var pairing = UUID.randomUUID().toString().replace("-", "");
        waiting.add(pairing);
        return pairing;
    }

    private String state(String pairing) {
        if (paired.contains(pairing)) {
            return away ? "away" : "here";
        }
        return waiting.contains(pairing) ? "waiting" : "unknown";
    }

    private String show() {
        shown.add(String.valueOf(271828 + shown.size() * 111));
        return runDown ? "away" : "shown";
    }

    private String check(String code) {
        return shownCode().equals(code) ? HOLDER : "wrong";
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
    }
}

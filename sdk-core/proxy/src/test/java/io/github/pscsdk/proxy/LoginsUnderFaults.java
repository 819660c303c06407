package io.github.pscsdk.proxy;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Logins in both ways at the nodes of a cluster, whatever is done to it meanwhile, as workstations do them: each call goes to any node, and to another one where
 * that does not take it. Each login ends once: in a session that works on all nodes, or with a reason.
 */
final class LoginsUnderFaults {
    static final String WORKS = "a session that works";
    static final String BROKEN = "the connection of a call broke";
    private static final Set<String> STORE_FAILED = Set.of("PSC-049", "PSC-050");

    private static final List<String> PEOPLE = List.of(
            "899999100011",
            "899999100029",
            "899999100037",
            "899999100201",
            "899999100227",
            "899999100235",
            "899999100300",
            "899999100318",
            "899999100326",
            "899999100334",
            "899999100342",
            "899999100359");
    private static final Duration BETWEEN_TRIES = Duration.ofMillis(500);
    static final Duration LONGEST = Duration.ofSeconds(150);

    private final Cluster cluster;
    private final long seed;
    private final Duration patience;
    /** How many may still begin. */
    private final AtomicInteger left = new AtomicInteger();

    private final Map<String, Integer> ends = new ConcurrentSkipListMap<>();
    private final Set<String> sessions = ConcurrentHashMap.newKeySet();
    private final AtomicInteger lost = new AtomicInteger();
    private final AtomicInteger doubled = new AtomicInteger();
    private final Set<String> loggedOut = ConcurrentHashMap.newKeySet();
    private final Set<String> reopened = ConcurrentHashMap.newKeySet();
    private final AtomicInteger notYet = new AtomicInteger();
    private final Map<String, Integer> whys = new ConcurrentSkipListMap<>();

    /** @param patience for how long a workstation asks again for a professional whom another login asks */
    LoginsUnderFaults(Cluster cluster, long seed, Duration patience) {
        this.cluster = cluster;
        this.seed = seed;
        this.patience = patience;
    }

    /**
     * Runs both side by side, until either is done: the faults are interrupted when there were that many logins, and no login begins after the last
     * fault.
     */
    void run(int wanted, Runnable faults) throws Exception {
        left.set(wanted);
        var done = new CountDownLatch(PEOPLE.size());
        for (var worker = 0; worker < PEOPLE.size(); worker++) {
            var number = worker;
            var caller = new Thread(
                    () -> {
                        try {
                            work(number);
                        } finally {
                            done.countDown();
                        }
                    },
                    "logins-" + number);
            caller.setDaemon(true);
            caller.start();
        }
        var fault = new FutureTask<Void>(faults, null) {
            @Override
            protected void done() {
                left.set(0);
            }
        };
        var thread = new Thread(fault, "faults");
        thread.setDaemon(true);
        thread.start();
        if (!done.await(3L * wanted + 300, TimeUnit.SECONDS)) {
            lose("a login does not end");
        }
        if (!fault.cancel(true)) {
            // It has failed before.
            fault.get();
        }
        thread.join(TimeUnit.SECONDS.toMillis(60));
        lookAtAllLoggedOut();
    }

    private void work(int worker) {
        var random = new Random(seed + worker);
        for (var login = left.getAndDecrement(); login > 0; login = left.getAndDecrement()) {
            try {
                end(login % 2 == 0 ? inBrowser(random) : onDevice(random, PEOPLE.get(worker)));
            } catch (IOException e) {
                // The connection broke under a call that may have been heard: whoever calls is told by that.
                end(BROKEN);
            } catch (Exception e) {
                lose(e.toString());
            }
        }
    }

    private void end(String how) {
        ends.merge(how, 1, Integer::sum);
    }

    private void lose(String why) {
        lost.incrementAndGet();
        whys.merge(why, 1, Integer::sum);
    }

    private Answer call(Random random, String method, String path, String body) throws Exception {
        return cluster.call(random, method, path, "", body);
    }

    private String inBrowser(Random random) throws Exception {
        var begun =
                call(random, "POST", "/v1/logins", "{\"wayIn\":\"BROWSER\",\"clientId\":\"" + Cluster.CLIENT + "\"}");
        if (begun.status() != 201) {
            return problemOf(begun);
        }
        var back = Window.returnOf(begun);
        var page = call(random, "GET", "/v1/callback?" + back.getRawQuery(), "");
        if (page.status() != 200) {
            return problemOf(page);
        }
        var path = "/v1/logins/" + begun.json("/id");
        var given = tryAgain(random, "POST", path + "/code", "{\"code\":\"" + Window.codeIn(page) + "\"}");
        return given.status() == 200 ? followed(random, path) : problemOf(given);
    }

    private String onDevice(Random random, String person) throws Exception {
        var body = ConnectBody.of(person, Cluster.CLIENT)
                .with("wayIn", "BACKCHANNEL")
                .json();
        var end = System.nanoTime() + patience.toNanos();
        var begun = call(random, "POST", "/v1/logins", body);
        while (begun.status() == 409 && System.nanoTime() < end) {
            // The person is asked by a login of which nobody was told, until its deadline.
            RealTime.pass(BETWEEN_TRIES);
            begun = call(random, "POST", "/v1/logins", body);
        }
        return begun.status() == 201 ? followed(random, "/v1/logins/" + begun.json("/id")) : problemOf(begun);
    }

    private static String problemOf(Answer answer) {
        return Optional.of(answer.header("Psc-Proxy-Error"))
                .filter(code -> !code.isEmpty())
                .orElseGet(() -> "status " + answer.status());
    }

    /** A call that may be repeated. */
    private Answer tryAgain(Random random, String method, String path, String body) throws Exception {
        var end = System.nanoTime() + LONGEST.toNanos();
        while (true) {
            try {
                return call(random, method, path, body);
            } catch (IOException e) {
                if (System.nanoTime() > end) {
                    throw new IllegalStateException("no node answers", e);
                }
            }
        }
    }

    private String followed(Random random, String path) throws Exception {
        var end = System.nanoTime() + LONGEST.toNanos();
        while (System.nanoTime() < end) {
            var answer = tryAgain(random, "GET", path + "?wait=5", "");
            if (answer.status() != 200) {
                return problemOf(answer);
            }
            switch (answer.json("/state")) {
                case "DONE" -> {
                    return used(random, path, answer);
                }
                case "FAILED" -> {
                    return answer.json("/problem");
                }
                default -> {
                    // It waits.
                }
            }
        }
        throw new IllegalStateException("a login is pending for ever");
    }

    /** The session works on every node, and is the only one of this login and of no other. */
    private String used(Random random, String path, Answer done) throws Exception {
        var session = done.json("/proxy_session_id");
        if (!sessions.add(session)) {
            doubled.incrementAndGet();
        }
        var again = tryAgain(random, "GET", path, "");
        if (again.status() == 200 && !again.json("/proxy_session_id").equals(session)) {
            doubled.incrementAndGet();
        }
        var problem = shown(random, session);
        if (problem.isPresent()) {
            return "a session ended at once: " + problem.get();
        }
        signOut(random, session);
        return WORKS;
    }

    /** The problem of a session; where the store fails, the session goes on, and is asked for again. */
    private Optional<String> shown(Random random, String session) throws Exception {
        var end = System.nanoTime() + LONGEST.toNanos();
        while (System.nanoTime() < end) {
            var answer = cluster.call(random, "GET", "/v1/session", session, "");
            if (answer.status() == 200) {
                return Optional.empty();
            }
            var problem = problemOf(answer);
            if (!STORE_FAILED.contains(problem)) {
                return Optional.of(problem);
            }
            RealTime.pass(BETWEEN_TRIES);
        }
        return Optional.of("the store fails for ever");
    }

    /** A logout is said to be done only where it is: from then on no node takes the session. */
    private void signOut(Random random, String session) throws Exception {
        var end = System.nanoTime() + LONGEST.toNanos();
        while (System.nanoTime() < end) {
            try {
                var answer = cluster.callOnce(random, "DELETE", "/disconnect", session);
                switch (answer.status()) {
                    case 200 -> {
                        loggedOut.add(session);
                        for (var node : cluster.nodes()) {
                            lookAfterLogout(node, session);
                        }
                        return;
                    }
                    case 401 -> {
                        // Nobody was told of the try before.
                        loggedOut.add(session);
                        return;
                    }
                    default -> notYet.incrementAndGet();
                }
            } catch (IOException e) {
                // Nobody knows.
            }
            RealTime.pass(BETWEEN_TRIES);
        }
        throw new IllegalStateException("a logout that never ends");
    }

    private void lookAfterLogout(Cluster.Node node, String session) throws Exception {
        try {
            if (node.call("GET", "/v1/session", session, "").status() == 200) {
                reopened.add(session);
            }
        } catch (IOException e) {
            // It is away.
        }
    }

    /** Once more when all is well again: an end that was not written would come back then. */
    private void lookAtAllLoggedOut() throws Exception {
        var random = new Random(seed);
        for (var session : loggedOut) {
            if (cluster.call(random, "GET", "/v1/session", session, "").status() == 200) {
                reopened.add(session);
            }
        }
    }

    /** How many sessions have worked after a logout of which somebody was told that it is done. */
    int reopened() {
        return reopened.size();
    }

    int lost() {
        return lost.get();
    }

    int doubled() {
        return doubled.get();
    }

    /** How many have ended. */
    int number() {
        return ends.values().stream().mapToInt(n -> n).sum();
    }

    /** How often a login ended in what way. */
    Map<String, Integer> ends() {
        return new TreeMap<>(ends);
    }

    /** How often a login ended in that way. */
    int ended(String how) {
        return ends.getOrDefault(how, 0);
    }

    @Override
    public String toString() {
        return "seed " + seed + ", lost " + lost + " " + whys + ", doubled " + doubled + ", worked after a logout "
                + reopened.size() + " of " + loggedOut.size() + ", logouts not taken " + notYet + ", ends " + ends;
    }
}

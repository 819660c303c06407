package io.github.pscsdk.workstation.internal.health;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.pscsdk.api.Diagnosis;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.diagnostic.WorkstationProblem;
import io.github.pscsdk.testkit.peer.RawPeer;
import io.github.pscsdk.testkit.peer.RawPeer.Manner;
import io.github.pscsdk.workstation.PassingTime;
import java.net.InetAddress;
import java.net.NoRouteToHostException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import mockwebserver3.MockWebServer;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A login and the health check tell the same end of a call alike: silence as slowness with its time, every other end by a problem of its own. */
class SlowOrDeadTest {
    private static final URI SERVER = URI.create("https://proxy.editeur.example");
    private static final Duration DAY = Duration.ofDays(1);

    /** A login or a health check, of that workstation. */
    private interface Work {
        void of(HealthCheckFixture workstation) throws Exception;
    }

    /** @param limit of its call; no later one is over before the call has ended */
    private record Look(Duration limit, Work work) {
        void at(HealthCheckFixture workstation) throws Exception {
            work.of(workstation);
        }
    }

    /** A workstation whose call is met so. */
    private interface Place {
        void look(Look look) throws Exception;

        default PscException login(Duration timeout) throws Exception {
            var seen = new AtomicReference<PscException>();
            look(new Look(Duration.ofSeconds(15), workstation -> seen.set(workstation.failedLogin(timeout))));
            return seen.get();
        }

        default Diagnosis diagnosis() throws Exception {
            var seen = new AtomicReference<Diagnosis>();
            look(new Look(Duration.ofSeconds(3), workstation -> seen.set(workstation.diagnosis())));
            return seen.get();
        }
    }

    private enum Silence {
        OF_THE_NAME_SERVER("name", look -> {
            var asked = new AtomicBoolean();
            var never = new Semaphore(0);
            try {
                silently(
                        look,
                        asked::get,
                        SERVER,
                        client -> client.dns(name -> {
                            asked.set(true);
                            never.acquireUninterruptibly();
                            return List.of();
                        }));
            } finally {
                never.release();
            }
        }),
        OF_THE_PORT("connection", look -> {
            var connecting = new AtomicBoolean();
            try (var server = RawServer.full()) {
                silently(look, connecting::get, server.https(), telling(connecting));
            }
        }),
        OF_ONE_ADDRESS_WHERE_ANOTHER_REFUSES("connection", look -> {
            var connecting = new AtomicBoolean();
            try (var server = RawServer.full()) {
                var both = List.of(InetAddress.getByName("127.0.0.2"), InetAddress.getByName("127.0.0.1"));
                var port = server.https().getPort();
                silently(
                        look,
                        connecting::get,
                        URI.create("https://proxy.editeur.example:" + port),
                        client -> telling(connecting).apply(client.dns(name -> both)));
            }
        }),
        OF_THE_PORT_OF_THE_PROXY("connection", look -> {
            var connecting = new AtomicBoolean();
            try (var proxy = RawServer.full()) {
                var port = proxy.https().getPort();
                silently(
                        look,
                        connecting::get,
                        SERVER,
                        client -> telling(connecting)
                                .apply(Trouble.by("127.0.0.1", port).apply(client)));
            }
        }),
        OF_THE_PROXY("connection", look -> {
            try (var proxy = RawPeer.hanging()) {
                silently(
                        look,
                        () -> !proxy.heads().isEmpty(),
                        SERVER,
                        Trouble.by("127.0.0.1", proxy.uri().getPort()));
            }
        }),
        BEFORE_IT_IS_SECURE("tls", look -> {
            var greeted = new AtomicBoolean();
            try (var server = new RawPeer(connection -> {
                greeted.set(connection.in().read() >= 0);
                Manner.silent().treat(connection);
            })) {
                var address = URI.create("https://127.0.0.1:" + server.uri().getPort());
                silently(look, greeted::get, address, UnaryOperator.identity());
            }
        }),
        INSTEAD_OF_AN_ANSWER("answer", look -> {
            try (var server = RawPeer.hanging()) {
                silently(look, () -> !server.heads().isEmpty(), server.uri(), UnaryOperator.identity());
            }
        }),
        WITHIN_AN_ANSWER("answer", look -> {
            try (var server = new RawPeer(connection -> {
                connection.read();
                connection.write("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n{");
                Manner.silent().treat(connection);
            })) {
                silently(look, () -> !server.heads().isEmpty(), server.uri(), UnaryOperator.identity());
            }
        });

        private final String at;
        private final Place place;

        Silence(String at, Place place) {
            this.at = at;
            this.place = place;
        }
    }

    private static UnaryOperator<OkHttpClient.Builder> telling(AtomicBoolean connecting) {
        return client -> client.socketFactory(Trouble.sockets(() -> connecting.set(true)));
    }

    private static void silently(
            Look look, Callable<Boolean> reached, URI address, UnaryOperator<OkHttpClient.Builder> wiring)
            throws Exception {
        var time = new PassingTime();
        var workstation = HealthCheckFixture.of(address).at(time.clock()).wired(wiring);
        time.within(look.limit(), reached, () -> {
            look.at(workstation);
            return null;
        });
    }

    @ParameterizedTest
    @EnumSource
    void silence_is_slowness_and_its_time_is_told(Silence silence) throws Exception {
        var login = silence.place.login(Duration.ofMinutes(2));
        var hurried = silence.place.login(Duration.ofSeconds(9));
        var diagnosis = silence.place.diagnosis();

        assertTold(WorkstationProblem.SERVER_HALF_SLOW, login, diagnosis);
        assertEquals(List.of("15 s", silence.at), timeAndPlace(login.facts()));
        assertEquals(List.of("9 s", silence.at), timeAndPlace(hurried.facts()));
        assertEquals(
                List.of("3 s", silence.at),
                timeAndPlace(diagnosis.findings().get(0).facts()));
    }

    private static List<String> timeAndPlace(Map<String, String> facts) {
        return List.of(facts.get("waited"), facts.get("at"));
    }

    private enum End {
        NO_SUCH_NAME(WorkstationProblem.NAME_NOT_RESOLVED, look -> {
            look.at(HealthCheckFixture.of(SERVER)
                    .wired(client -> client.dns(name -> {
                        throw new UnknownHostException(name);
                    })));
        }),
        REFUSAL(WorkstationProblem.CONNECTION_REFUSED, look -> {
            look.at(HealthCheckFixture.of(Trouble.closed()));
        }),
        NO_ROUTE(WorkstationProblem.NO_WAY_THROUGH, look -> {
            look.at(HealthCheckFixture.of(Trouble.closed())
                    .wired(client -> client.socketFactory(Trouble.sockets(() -> {
                        throw new NoRouteToHostException("No route to host");
                    }))));
        }),
        NO_PROXY(WorkstationProblem.PROXY_UNREACHABLE, look -> {
            look.at(HealthCheckFixture.of(SERVER)
                    .wired(Trouble.by("127.0.0.1", Trouble.closed().getPort())));
        }),
        REFUSAL_BY_THE_PROXY(WorkstationProblem.PROXY_REFUSES, look -> {
            behindProxyThatAnswers("403 Forbidden", look);
        }),
        A_PROXY_WITH_A_LOGIN(WorkstationProblem.PROXY_WANTS_LOGIN, look -> {
            behindProxyThatAnswers("407 Login\r\nProxy-Authenticate: Basic realm=\"cabinet\"", look);
        }),
        A_PROXY_WITH_ANOTHER_LOGIN(WorkstationProblem.PROXY_LOGIN_NOT_SUPPORTED, look -> {
            behindProxyThatAnswers("407 Login\r\nProxy-Authenticate: Negotiate", look);
        }),
        RESET(WorkstationProblem.CONNECTION_CUT, look -> {
            try (var server = new RawPeer(connection -> {
                connection.read();
                connection.resetAtEnd();
            })) {
                look.at(HealthCheckFixture.of(server.uri()));
            }
        }),
        END_BEFORE_IT_IS_SECURE(WorkstationProblem.CONNECTION_CUT, look -> {
            try (var server = RawServer.answering()) {
                look.at(HealthCheckFixture.of(server.https()));
            }
        }),
        NO_TLS(WorkstationProblem.CONNECTION_CUT, look -> {
            try (var server = RawServer.answering("HTTP/1.1 400 No\r\n\r\n".getBytes(StandardCharsets.US_ASCII))) {
                look.at(HealthCheckFixture.of(server.https()));
            }
        }),
        AN_OLD_TLS(WorkstationProblem.TLS_TOO_OLD, look -> {
            try (var server = RawServer.answering(Trouble.TOO_OLD)) {
                look.at(HealthCheckFixture.of(server.https()));
            }
        }),
        A_STRANGER_S_CERTIFICATE(WorkstationProblem.CERTIFICATE_NOT_TRUSTED, look -> {
            var now = Clock.systemUTC().instant();
            presenting(new Authority(Trouble.HOSPITAL, now), "localhost", false, look);
        }),
        ANOTHER_HOST_S_CERTIFICATE(WorkstationProblem.CERTIFICATE_OF_ANOTHER_HOST, look -> {
            var now = Clock.systemUTC().instant();
            presenting(new Authority("CN=Known,O=Known", now), "other.example", true, look);
        });

        private final WorkstationProblem problem;
        private final Place place;

        End(WorkstationProblem problem, Place place) {
            this.problem = problem;
            this.place = place;
        }

        private static void behindProxyThatAnswers(String head, Look look) throws Exception {
            try (var proxy = new RawPeer(Manner.answering("HTTP/1.1 " + head + "\r\nContent-Length: 0\r\n\r\n"))) {
                look.at(HealthCheckFixture.of(SERVER)
                        .wired(Trouble.by("127.0.0.1", proxy.uri().getPort())));
            }
        }

        private static void presenting(Authority authority, String host, boolean isKnown, Look look) throws Exception {
            var now = Clock.systemUTC().instant();
            try (var server = new MockWebServer()) {
                server.useHttps(authority.server(host, now.minus(DAY), now.plus(DAY)));
                server.start(InetAddress.getLoopbackAddress(), 0);
                var workstation = HealthCheckFixture.of(Trouble.https(server));
                look.at(isKnown ? workstation.wired(authority::trustedBy) : workstation);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void every_other_end_is_told_for_what_it_is_at_once(End end) throws Exception {
        assertTold(end.problem, end.place.login(Duration.ofMinutes(2)), end.place.diagnosis());
    }

    @Test
    void a_workstation_that_is_slow_itself_takes_no_dead_port_for_a_slow_server_half() throws Exception {
        var time = new PassingTime();

        var diagnosis = HealthCheckFixture.of(Trouble.closed())
                .at(time.clock())
                .wired(client -> {
                    time.clock().advance(Duration.ofSeconds(10));
                    return client;
                })
                .diagnosis();

        assertEquals(
                WorkstationProblem.CONNECTION_REFUSED,
                diagnosis.findings().get(0).problem());
    }

    private static void assertTold(WorkstationProblem problem, PscException login, Diagnosis diagnosis) {
        assertEquals(problem, login.problem());
        assertEquals(
                List.of(problem),
                diagnosis.findings().stream().map(finding -> finding.problem()).toList());
    }
}

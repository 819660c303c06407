package io.github.pscsdk.proxy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.proxy.internal.json.JsonView;
import io.github.pscsdk.testkit.simulator.model.AuthMethod;
import io.github.pscsdk.testkit.simulator.model.Endpoint;
import io.github.pscsdk.testkit.simulator.model.RecordedRequest;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Cases with client certificates, over TLS. */
class MutualTlsTest {
    private static TlsBench bench;
    private static Answer first;
    private static Answer second;

    @BeforeAll
    static void start() throws Exception {
        bench = TlsBench.start();
        first = bench.calls().connect(ConnectBody.of(Bench.PHARMACIST, TlsBench.CLIENT));
        second = bench.calls().connect(ConnectBody.of("899999100029", TlsBench.OTHER_CLIENT));
    }

    @AfterAll
    static void stop() {
        bench.close();
    }

    @Test
    void a_client_with_a_certificate_logs_in_by_mutual_tls() {
        assertEquals(200, first.status());
        var asked = bench.requests(Endpoint.BACKCHANNEL_AUTHENTICATION).get(0);
        assertEquals(AuthMethod.TLS_CLIENT_AUTH, asked.authMethod());
        assertTrue(asked.certificateSubject().orElse("").contains("CN=" + TlsBench.CLIENT));
    }

    @Test
    void two_clients_use_two_certificates_at_psc_and_for_the_exchange() {
        assertEquals(200, second.status());
        for (var endpoint : new Endpoint[] {Endpoint.BACKCHANNEL_AUTHENTICATION, Endpoint.TOKEN, Endpoint.API_TOKEN}) {
            Set<String> subjects = bench.requests(endpoint).stream()
                    .map(RecordedRequest::certificateSubject)
                    .flatMap(Optional::stream)
                    .collect(Collectors.toSet());
            // The third one is that of the backend with a client of its own.
            assertEquals(endpoint == Endpoint.API_TOKEN ? 3 : 2, subjects.size(), endpoint + " saw " + subjects);
        }
    }

    @Test
    void two_sessions_of_two_clients_send_under_two_certificates() throws Exception {
        bench.calls().withCookie(first.sessionCookie()).get("/send/api/a");
        var one = bench.backend.lastCertificate();
        bench.calls().withCookie(second.sessionCookie()).get("/send/api/a");
        var other = bench.backend.lastCertificate();

        assertTrue(one.contains("CN=" + TlsBench.CLIENT), one);
        assertTrue(other.contains("CN=" + TlsBench.OTHER_CLIENT), other);
    }

    @Test
    void a_backend_with_a_client_of_its_own_sees_that_certificate_whoever_s_session_it_is() throws Exception {
        for (var connected : List.of(first, second)) {
            var answer = bench.calls().withCookie(connected.sessionCookie()).get("/send/own/a");

            assertEquals(204, answer.status());
            var shown = bench.backend.lastCertificate();
            assertTrue(shown.contains("CN=" + TlsBench.API_CLIENT), shown);
        }
    }

    @Test
    void the_certificate_s_subject_is_in_the_traces_of_connect_and_send() throws Exception {
        bench.calls().withCookie(first.sessionCookie()).get("/send/api/a");

        assertTrue(dn("CONNECT_SUCCESS").contains("CN=" + TlsBench.CLIENT));
        assertTrue(dn("SEND").contains("CN=" + TlsBench.CLIENT));
    }

    private static String dn(String type) throws Exception {
        return bench.operator().traces().stream()
                .filter(trace -> trace.text("/type").equals(type))
                .filter(trace -> trace.text("/clientId").equals(TlsBench.CLIENT))
                .findFirst()
                .map((JsonView trace) -> trace.text("/dn"))
                .orElseThrow();
    }
}

package io.github.pscsdk.proxy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.testkit.simulator.model.Endpoint;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Each attempt rings a phone, so there are only so many. */
class LimitsTest {
    private static final Duration LONG = Duration.ofHours(1);
    private static final String BROWSER = "{\"wayIn\":\"BROWSER\",\"clientId\":\"" + Bench.CLIENT + "\"}";

    @Test
    void one_professional_is_asked_so_often_whoever_asks() throws Exception {
        try (var bench = Bench.start(builder -> builder.limits(100, 1, LONG))) {
            var body = ConnectBody.of("899999100060", Bench.CLIENT).with("wayIn", "BACKCHANNEL");
            bench.calls().cancel(bench.calls().call("POST", "/v1/logins", body.json()));

            var contract = bench.anybody().withToken(Bench.OTHER_TOKEN).connect(body);
            var own = bench.calls().call("POST", "/v1/logins", body.json());

            assertEquals(429, contract.status());
            assertEquals("429", contract.json("/code"));
            assertEquals("PSC-007", contract.header("Psc-Proxy-Error"));
            assertTrue(Integer.parseInt(contract.header("Retry-After")) > 3000);
            assertEquals(429, own.status());
            assertEquals("PSC-007", own.json("/problem"));
            assertEquals(1, bench.simulator.count(Endpoint.BACKCHANNEL_AUTHENTICATION));
        }
    }

    @Test
    void one_caller_asks_so_often_whomever_they_ask() throws Exception {
        try (var bench = Bench.start(builder -> builder.limits(2, 100, LONG).trustedReverseProxies("127.0.0.1"))) {
            var calls = bench.calls().with("X-Forwarded-For", "203.0.113.7");

            assertEquals(201, calls.call("POST", "/v1/logins", BROWSER).status());
            assertEquals(201, calls.call("POST", "/v1/logins", BROWSER).status());
            assertEquals(429, calls.call("POST", "/v1/logins", BROWSER).status());
            assertEquals(
                    429,
                    calls.connect(ConnectBody.of("899999100029", Bench.CLIENT)).status());
            var elsewhere = bench.calls().with("X-Forwarded-For", "203.0.113.8");
            assertEquals(201, elsewhere.call("POST", "/v1/logins", BROWSER).status());
        }
    }

    @Test
    void a_forwarded_address_is_believed_from_trusted_proxies_only() throws Exception {
        try (var bench = Bench.start(builder -> builder.limits(1, 100, LONG))) {
            var calls = bench.calls().with("X-Forwarded-For", "203.0.113.7");
            assertEquals(201, calls.call("POST", "/v1/logins", BROWSER).status());

            var elsewhere = bench.calls().with("X-Forwarded-For", "203.0.113.8");

            assertEquals(429, elsewhere.call("POST", "/v1/logins", BROWSER).status());
        }
    }

    @Test
    void one_caller_has_so_many_refused_logins_traced_with_names_of_128_characters() throws Exception {
        try (var bench = Bench.start(builder -> builder.limits(2, 100, LONG))) {
            var body = ConnectBody.of("9".repeat(60_000), "nobody".repeat(500));

            assertEquals(404, bench.calls().connect(body).status());
            assertEquals(404, bench.calls().connect(body).status());
            var third = bench.calls().connect(body);

            assertEquals(429, third.status());
            assertEquals("PSC-007", third.header("Psc-Proxy-Error"));
            var traces = bench.operator().traces();
            assertEquals(2, traces.size());
            for (var trace : traces) {
                assertEquals(128, trace.text("/IdRPPS").length());
                assertEquals(128, trace.text("/clientId").length());
            }
            var possible = ConnectBody.of(Bench.PHARMACIST, Bench.CLIENT);
            assertEquals(200, bench.calls().connect(possible).status());
        }
    }

    @Test
    void in_conformity_mode_the_contract_is_exactly_ans_s() throws Exception {
        try (var log = new LogRecorder();
                var bench = Bench.start(builder -> builder.limits(1, 1, LONG).dangerouslyInConformityMode())) {
            var body = ConnectBody.of(Bench.PHARMACIST, Bench.CLIENT);

            var first = bench.anybody().connect(body);
            var second = bench.anybody().connect(body);

            assertEquals(200, first.status());
            assertEquals(200, second.status());
            var session = bench.anybody().withCookie(first.sessionCookie());
            assertEquals(200, session.get("/send/form/a").status());
            assertEquals(200, session.disconnect().status());
            assertEquals(4, bench.anybody().traces().size());
            for (var i = 0; i < 2; i++) {
                assertEquals(
                        404,
                        bench.anybody().connect(ConnectBody.of("9", "nobody")).status());
            }
            assertEquals(401, bench.anybody().get("/v1/status").status(), "the additions are not the contract's");
            assertTrue(log.lines().stream().anyMatch(line -> line.startsWith("WARN") && line.contains("CONFORMITY")));
        }
    }
}

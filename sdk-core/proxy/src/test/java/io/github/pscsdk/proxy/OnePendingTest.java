package io.github.pscsdk.proxy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.testkit.simulator.model.Endpoint;
import io.github.pscsdk.testkit.simulator.model.PendingRequest.Outcome;
import io.github.pscsdk.testkit.support.Await;
import io.github.pscsdk.time.VirtualClock;
import java.time.Duration;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A phone that rings does not ring once more, whoever asks. */
class OnePendingTest {
    private static final String SILENT = "899999100060";
    private static final Duration EXPIRY = Duration.ofSeconds(120);

    private final VirtualClock clock = VirtualClock.standing();
    private Bench bench;

    @BeforeEach
    void start() {
        // Three attempts: what is refused as pending must not count.
        bench = Bench.at(clock, EXPIRY, builder -> builder.limits(100, 3, Duration.ofHours(1)));
    }

    @AfterEach
    void stop() {
        bench.close();
    }

    private int rings() {
        return bench.simulator.count(Endpoint.BACKCHANNEL_AUTHENTICATION);
    }

    private ProxyCalls other() {
        return bench.anybody().withToken(Bench.OTHER_TOKEN);
    }

    @Test
    void a_second_login_of_one_person_is_a_409_in_both_contracts_whoever_asks() throws Exception {
        bench.calls().beginOnDevice(SILENT);
        clock.advance(Duration.ofMillis(20_500));

        var own = bench.calls().beginOnDevice(SILENT);
        var others = other().beginOnDevice(SILENT);
        var body = ConnectBody.of(SILENT, Bench.CLIENT).with("channel", "CARD");
        var contract = Await.outcome("it is refused", other().callLater("POST", "/connect", body.json()));

        for (var refused : new Answer[] {own, others, contract}) {
            assertEquals(409, refused.status());
            assertEquals("409", refused.json("/code"));
            assertEquals("PSC-013", refused.header("Psc-Proxy-Error"));
            assertEquals("100", refused.header("Retry-After"), "whole seconds, rounded up");
        }
        assertEquals("PSC-013", own.json("/problem"));
        assertEquals(SILENT, contract.json("/metadata/nationalId"));
        assertEquals(1, rings());
    }

    @Test
    void connect_keeps_a_second_one_out_as_well() throws Exception {
        var first = bench.calls()
                .callLater(
                        "POST", "/connect", ConnectBody.of(SILENT, Bench.CLIENT).json());
        Await.until("the phone rings", () -> rings() == 1);
        bench.until("Pro Santé Connect is polled", () -> bench.simulator.count(Endpoint.TOKEN) > 0);

        var second = other().beginOnDevice(SILENT);

        assertEquals(409, second.status());
        assertTrue(!first.isDone(), "the first one goes on");
    }

    @Test
    void under_another_client_id_it_is_another_request() throws Exception {
        bench.calls().beginOnDevice(SILENT);

        var body = ConnectBody.of(SILENT, Bench.OTHER_CLIENT).with("wayIn", "BACKCHANNEL");

        assertEquals(201, bench.calls().call("POST", "/v1/logins", body.json()).status());
    }

    @Test
    void of_many_who_ask_at_the_same_instant_one_rings() {
        var body = ConnectBody.of(SILENT, Bench.CLIENT)
                .with("wayIn", "BACKCHANNEL")
                .json();

        var answers = IntStream.range(0, 12)
                .mapToObj(i -> (i % 2 == 0 ? bench.calls() : other()).callLater("POST", "/v1/logins", body))
                .toList()
                .stream()
                .map(answer -> answer.join().status())
                .toList();

        assertEquals(1, answers.stream().filter(status -> status == 201).count());
        assertEquals(11, answers.stream().filter(status -> status == 409).count());
        assertEquals(1, rings());
    }

    @ParameterizedTest
    @ValueSource(strings = {"APPROVED", "REFUSED", "EXPIRED"})
    void whoever_has_answered_may_be_asked_again(String outcome) throws Exception {
        var begun = bench.calls().beginOnDevice(SILENT);
        var request = bench.simulator.pending().get(0);
        bench.simulator.settle(request.id(), Outcome.valueOf(outcome));
        bench.calls().follow(begun);

        assertEquals(201, bench.calls().beginOnDevice(SILENT).status());
    }

    @Test
    void a_cancelled_login_frees_the_person() throws Exception {
        bench.calls().cancel(bench.calls().beginOnDevice(SILENT));

        assertEquals(201, bench.calls().beginOnDevice(SILENT).status());
    }

    @Test
    void a_login_that_psc_refused_to_begin_frees_the_person() throws Exception {
        var refused = "899999100086";
        bench.calls().beginOnDevice(refused);

        assertEquals(404, bench.calls().beginOnDevice(refused).status());
    }

    @Test
    void at_the_deadline_the_person_is_free_and_the_refused_ones_were_no_attempts() throws Exception {
        bench.calls().beginOnDevice(SILENT);
        Stream.generate(() -> SILENT).limit(5).forEach(this::mustBePending);
        clock.advance(EXPIRY);

        assertEquals(201, bench.calls().beginOnDevice(SILENT).status());
        assertEquals(2, rings());
    }

    private void mustBePending(String nationalId) {
        var body = ConnectBody.of(nationalId, Bench.CLIENT).with("wayIn", "BACKCHANNEL");
        assertEquals(
                409,
                bench.calls()
                        .callLater("POST", "/v1/logins", body.json())
                        .join()
                        .status());
    }

    @Test
    void an_attempt_too_many_does_not_keep_the_person_pending() throws Exception {
        for (var i = 0; i < 3; i++) {
            bench.calls().cancel(bench.calls().beginOnDevice(SILENT));
        }

        assertEquals(429, bench.calls().beginOnDevice(SILENT).status());
        assertEquals(429, bench.calls().beginOnDevice(SILENT).status(), "and not 409");
    }
}

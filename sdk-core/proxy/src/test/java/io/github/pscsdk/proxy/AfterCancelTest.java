package io.github.pscsdk.proxy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.pscsdk.testkit.simulator.model.Endpoint;
import io.github.pscsdk.testkit.support.Await;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** The professional confirms on the phone a login that nobody waits for any more. */
class AfterCancelTest {
    private static final String SILENT = "899999100060";

    @AutoClose
    private final Bench bench = Bench.start();

    /** Two logins by somebody else: whoever went on polling the first one would have had its tokens by now. */
    private void assertThatNobodyGetsTheSession() throws Exception {
        bench.loggedIn();
        bench.loggedIn();
        assertEquals(List.of(Bench.PHARMACIST, Bench.PHARMACIST), PscSessions.of(bench.simulator));
        assertEquals(2, bench.simulator.count(Endpoint.USERINFO), "two logins");
        assertEquals(4, bench.simulator.count(Endpoint.API_TOKEN), "two backends, two logins");
        assertEquals(
                List.of(),
                bench.operator().traces().stream()
                        .filter(trace -> trace.text("/type").equals("CONNECT_SUCCESS"))
                        .map(trace -> trace.text("/IdRPPS"))
                        .filter(SILENT::equals)
                        .toList());
    }

    @Test
    void an_approval_after_cancelling_opens_no_session_anywhere() throws Exception {
        var begun = bench.calls().beginOnDevice(SILENT);
        bench.until("Pro Santé Connect is polled", () -> bench.simulator.count(Endpoint.TOKEN) > 0);
        bench.calls().cancel(begun);

        bench.approve();

        assertThatNobodyGetsTheSession();
        assertEquals(404, bench.calls().follow(begun).status());
    }

    @Test
    void an_approval_after_the_caller_hung_up_opens_no_session_anywhere() throws Exception {
        bench.connectAndHangUp(SILENT);
        Await.until(
                "the end of the login is traced",
                () -> bench.operator().trace("CONNECT_FAILURE").isPresent());

        bench.approve();

        assertThatNobodyGetsTheSession();
    }
}

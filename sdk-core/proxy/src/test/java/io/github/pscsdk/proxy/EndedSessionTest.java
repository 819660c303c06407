package io.github.pscsdk.proxy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.pscsdk.proxy.internal.json.OpenApi;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Why a session has ended, at every call of the contract and of ours that needs one. */
class EndedSessionTest {
    @AutoClose
    private final Bench bench = Bench.start();

    @Test
    void every_call_says_that_pro_sante_connect_has_ended_it() throws Exception {
        var calls = bench.loggedIn();
        bench.simulator.endSessions();
        // Waits until the notice has come.
        calls.get("/v1/session/end?wait=30");

        assertEquals(everywhere("PSC-015"), told(calls));
    }

    @Test
    void every_call_says_that_there_is_none_after_a_logout() throws Exception {
        var calls = bench.loggedIn();
        calls.disconnect();

        assertEquals(everywhere("PSC-006"), told(calls));
    }

    private static Map<String, String> everywhere(String code) {
        Map<String, String> expected = new TreeMap<>();
        OpenApi.DESCRIPTION.callsOfSessions().forEach(call -> expected.put(call, "401 " + code));
        return expected;
    }

    private static Map<String, String> told(ProxyCalls calls) throws Exception {
        Map<String, String> told = new TreeMap<>();
        for (var call : OpenApi.DESCRIPTION.callsOfSessions()) {
            var parts =
                    call.replace("{backend}", "open").replace("{endpoint}", "a").split(" ");
            var answer = calls.call(parts[0], parts[1], "");
            told.put(call, answer.status() + " " + answer.header("Psc-Proxy-Error"));
        }
        assertEquals(8, told.size());
        return told;
    }
}

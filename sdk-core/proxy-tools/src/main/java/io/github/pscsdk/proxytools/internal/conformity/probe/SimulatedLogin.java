package io.github.pscsdk.proxytools.internal.conformity.probe;

import java.io.IOException;
import java.util.regex.Pattern;

/**
 * A login of a fictitious professional on their device, done.
 *
 * @param session of the proxy
 * @param pscSession at the simulator
 * @param showsToken whether an answer on the way held a token
 * @param view what the proxy says of the session
 */
record SimulatedLogin(String session, String pscSession, boolean showsToken, HttpCalls.Reply view) {
    /** The fictitious pharmacist of every simulator, who approves everything. */
    static final String WHO = "899999100011";

    /** JWS compact serialization (RFC 7515 section 7.1): the header is a JSON object. */
    private static final Pattern TOKEN = Pattern.compile("eyJ[\\w-]+\\.[\\w-]+\\.|\"(access|refresh|id)_token\"");

    private static final int TURNS = 12;
    private static final int WAIT = 5;

    static SimulatedLogin play(RunningProxy proxy, Simulator simulator, String bindingMessage)
            throws IOException, InterruptedException {
        var begun = RunningProxy.Begun.of(proxy.onDevice(WHO, bindingMessage).document())
                .orElseThrow(() -> new IOException("no login began"));
        for (var turn = 0; turn < TURNS; turn++) {
            simulator.approve(WHO);
            var state = proxy.follow(begun.id(), WAIT);
            var session = state.document().text("proxy_session_id");
            var pscSession = state.document().text("session_state");
            if (session.isPresent() && pscSession.isPresent()) {
                var view = proxy.inSession(session.get()).get("/v1/session");
                var shows = TOKEN.matcher(state.body() + view.body()).find();
                return new SimulatedLogin(session.get(), pscSession.get(), shows, view);
            }
        }
        throw new IOException("the login came to nothing");
    }

    /** Prints no value: whoever has the session acts as the professional. */
    @Override
    public String toString() {
        return "SimulatedLogin[]";
    }
}

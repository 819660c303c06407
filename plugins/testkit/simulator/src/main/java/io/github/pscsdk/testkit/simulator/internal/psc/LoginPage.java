package io.github.pscsdk.testkit.simulator.internal.psc;

import io.github.pscsdk.testkit.simulator.internal.http.FormParameters;
import io.github.pscsdk.testkit.simulator.internal.http.IncomingRequest;
import io.github.pscsdk.testkit.simulator.internal.http.OAuthErrorException;
import io.github.pscsdk.testkit.simulator.internal.http.Reply;
import io.github.pscsdk.testkit.simulator.internal.http.ReturnUri;
import io.github.pscsdk.testkit.simulator.model.SimulatedClient;

/** The login page of a browser login. */
interface LoginPage {
    /** Answers a valid authorization request; {@code back} is the way back to the client. */
    Reply answer(IncomingRequest browser, SimulatedClient client, FormParameters form, ReturnUri back)
            throws OAuthErrorException;
}

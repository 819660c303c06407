package io.github.pscsdk.testkit.simulator.internal.psc;

import io.github.pscsdk.testkit.simulator.SimulatedClient;
import io.github.pscsdk.testkit.simulator.internal.http.Form;
import io.github.pscsdk.testkit.simulator.internal.http.Refusal;
import io.github.pscsdk.testkit.simulator.internal.http.Reply;
import io.github.pscsdk.testkit.simulator.internal.http.ReturnUri;

/** What happens at the login page. */
interface Wallet {
    /** Answers a request that was found in order; {@code back} leads to the client. */
    Reply answer(SimulatedClient client, Form form, ReturnUri back) throws Refusal;
}

/**
 * {@link io.github.pscsdk.testkit.simulator.PscSimulator}, a simulated Pro Santé Connect on loopback with fictitious
 * professionals, for testers, developers and demonstrations.
 *
 * <p>Everything here is safe for any thread unless it says otherwise. Only {@link
 * io.github.pscsdk.testkit.simulator.SimulatedPsc} with its extension needs JUnit. A client that works with the
 * simulator keeps to the published specifications and to what is known of Pro Santé Connect; this is no habilitation.
 *
 * <p><b>The control API</b>, at {@link io.github.pscsdk.testkit.simulator.PscSimulator#control()}, does over HTTP what
 * {@link io.github.pscsdk.testkit.simulator.PscSimulator} does in Java. Values travel as form fields, answers are JSON.
 *
 * <table>
 * <caption>Calls</caption>
 * <tr><th>Call</th><th>What it does</th></tr>
 * <tr><td>{@code GET /dials}</td><td>the dials that are set ({@code turned}), and the names of all that are {@code
 * available}</td></tr>
 * <tr><td>{@code DELETE /dials}</td><td>resets all</td></tr>
 * <tr><td>{@code GET}, {@code PUT value=…}, {@code DELETE /dials/<name>}</td><td>reads, sets, resets one</td></tr>
 * <tr><td>{@code POST /keys/rotate}</td><td>signs with a new key from now on</td></tr>
 * <tr><td>{@code GET /clock}</td><td>{@code now}, and whether the clock is {@code virtual}</td></tr>
 * <tr><td>{@code POST /clock/advance by=PT1H}</td><td>moves a {@link io.github.pscsdk.time.VirtualClock}; 409 for any
 * other clock</td></tr>
 * <tr><td>{@code GET /requests}</td><td>the recorded {@code requests}, masked</td></tr>
 * <tr><td>{@code GET /sessions}</td><td>the open {@code sessions}</td></tr>
 * <tr><td>{@code GET /pending}</td><td>the {@code pending} back-channel requests</td></tr>
 * <tr><td>{@code POST /pending/<id> outcome=REFUSED}</td><td>answers one: {@code APPROVED}, {@code REFUSED} or {@code
 * EXPIRED}; 404 if no such request waits</td></tr>
 * <tr><td>{@code GET /logout-notices}</td><td>the {@code notices}, attempts to send a logout token, with the client's
 * {@code status} where it answered</td></tr>
 * <tr><td>{@code GET /scenario}</td><td>the {@code title} and the {@code steps} of the {@link
 * io.github.pscsdk.testkit.simulator.Scenario}, with {@code appliedAt} for those that were done</td></tr>
 * </table>
 *
 * <p>For example {@code curl -X PUT -d value=503 http://127.0.0.1:…/dials/fault-token}.
 */
@NullMarked
package io.github.pscsdk.testkit.simulator;

import org.jspecify.annotations.NullMarked;

/** Whose session is open at the simulated PSC, in which browser, with which tokens, and who is told of its end. */
package io.github.pscsdk.testkit.simulator.internal.psc.session;

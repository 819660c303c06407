/** What is granted: a class for each grant, what is in a token, and the endpoints that read or revoke one. */
package io.github.pscsdk.testkit.simulator.internal.psc.token;

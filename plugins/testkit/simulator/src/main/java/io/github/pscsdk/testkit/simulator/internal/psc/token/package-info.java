/** Grants and tokens: a class for each grant, the content of tokens, and the endpoints that read or revoke them. */
package io.github.pscsdk.testkit.simulator.internal.psc.token;

/**
 * What each behaviour means for a login, as data: which answers the polls get, what the login page does, what is wrong with
 * the tokens. The endpoints read a script; none of them asks who the persona is.
 *
 * <p>Immutable, safe for any thread.
 */
package io.github.pscsdk.testkit.simulator.internal.persona;

/**
 * The course of a login, as data: the answers to the polls, what the login page does, and what is wrong with the tokens. Each
 * {@link io.github.pscsdk.testkit.persona.Behaviour} has a script. The endpoints read the script and never ask who the persona
 * is.
 *
 * <p>Immutable, safe for any thread.
 */
package io.github.pscsdk.testkit.simulator.internal.script;

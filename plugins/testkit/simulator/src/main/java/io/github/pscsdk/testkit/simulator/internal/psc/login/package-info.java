/**
 * Both ways in, until there is something to grant: the authorization endpoint with its pages and codes, and
 * back-channel requests.
 */
package io.github.pscsdk.testkit.simulator.internal.psc.login;

/**
 * Runs logins: from the authenticator's id to a session whose holder is the person that the device named.
 *
 * <p>For the client itself. A login runs on its caller's thread, blocks, and stops within a second of an interrupt.
 */
package io.github.pscsdk.workstation.internal.login;

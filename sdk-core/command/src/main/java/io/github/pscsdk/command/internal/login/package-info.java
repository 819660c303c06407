/**
 * {@code psc login} and {@code psc doctor}: one login as practice software does it, and what stands between this workstation and a login.
 * Both build a client by the same options.
 *
 * <p>The work runs on the command's thread. The session's states arrive on other threads and are told on this one.
 */
package io.github.pscsdk.command.internal.login;

/**
 * {@code psc login}: one login as practice software does it, told to the person at the terminal, who may be asked as well.
 *
 * <p>The login runs on the command's thread. The session's states arrive on other threads and are told on this one.
 */
package io.github.pscsdk.command.internal.login;

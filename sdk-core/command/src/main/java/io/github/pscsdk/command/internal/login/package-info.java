/**
 * {@code psc login} and {@code psc doctor}, which build a client by the same options. The session's states arrive on
 * other threads and are told on the command's.
 */
package io.github.pscsdk.command.internal.login;

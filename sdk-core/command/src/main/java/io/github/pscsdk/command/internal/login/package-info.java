/** {@code psc login} and {@code psc doctor}, which build a client by the same options. */
package io.github.pscsdk.command.internal.login;

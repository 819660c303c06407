/** {@code psc guide}: the login guide in a terminal. Needs no network and runs no code of a plug-in. */
package io.github.pscsdk.command.internal.guide;

/**
 * {@code psc guide}: the login guide in a terminal, question by question or as a whole. Needs no server and no network, and runs no
 * code of a plug-in: what an archive says of its problems is read as text.
 *
 * <p>For one thread, the one that runs the command.
 */
package io.github.pscsdk.command.internal.guide;

/**
 * {@code psc guide}: the login guide in a terminal, question by question or as a whole. Needs no network and runs no
 * code of a plug-in: what an archive says of its problems is read as text.
 */
package io.github.pscsdk.command.internal.guide;

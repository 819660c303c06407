/**
 * What every command does for the person who runs it: their language, a log if they want one, a tidy end at Ctrl-C,
 * failures with steps, and the plug-ins beside the jar.
 *
 * <p>For one thread, the one that runs the command; Ctrl-C interrupts it.
 */
package io.github.pscsdk.commandline;

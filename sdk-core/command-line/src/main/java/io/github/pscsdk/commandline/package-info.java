/**
 * Everything that commands have in common: the person's language, a log, a tidy end at Ctrl-C, failures with steps. For one thread, the one
 * that runs the command; Ctrl-C interrupts it.
 */
package io.github.pscsdk.commandline;

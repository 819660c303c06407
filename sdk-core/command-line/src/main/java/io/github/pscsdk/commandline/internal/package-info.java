/** The common parts of commands: the person's language, a log, a tidy end at Ctrl-C, failures with steps. */
package io.github.pscsdk.commandline.internal;

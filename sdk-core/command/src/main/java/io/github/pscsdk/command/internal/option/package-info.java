/** How values are written on the command line, where several commands take the same. */
package io.github.pscsdk.command.internal.option;

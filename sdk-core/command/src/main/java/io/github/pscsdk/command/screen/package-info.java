/**
 * What the person at the terminal sees: texts in French and English, the progress bar, the summary, a problem with its
 * remedy; and what they type. Knows nothing of servers or sessions.
 *
 * <p>For one thread; the keyboard is read on one of its own.
 */
package io.github.pscsdk.command.screen;

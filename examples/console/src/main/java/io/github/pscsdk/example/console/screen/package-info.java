/**
 * What the person at the terminal sees: texts in French and English, the progress bar, the summary, a problem with its
 * remedy. Knows nothing of servers or sessions.
 *
 * <p>For one thread.
 */
package io.github.pscsdk.example.console.screen;

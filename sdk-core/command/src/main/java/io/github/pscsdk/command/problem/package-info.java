/** What can go wrong in the {@code psc} command itself, with its remedies in French and English. */
package io.github.pscsdk.command.problem;

/** The commands of both generations, and what they work on: codes, the selected file, the security environment. */
package io.github.pscsdk.testkit.card.internal.chip.command;

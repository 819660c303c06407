/** Everything that a card, a reader or the workstation's software can have against a login. Touches no device. */
package io.github.pscsdk.plugin.cps.problem;

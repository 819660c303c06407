/**
 * One login by card, from an empty reader to the question put to the server half, and the following of the card afterwards. The
 * order of steps is that of {@link io.github.pscsdk.plugin.cps.internal.login.CardLogin#run}; no step goes back but to the start.
 */
package io.github.pscsdk.plugin.cps.internal.login;

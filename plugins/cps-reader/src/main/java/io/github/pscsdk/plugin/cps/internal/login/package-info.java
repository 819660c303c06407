/** One login by card, from an empty reader to the question put to the server half, and the following of the card. */
package io.github.pscsdk.plugin.cps.internal.login;

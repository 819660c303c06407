/** What the card plug-in costs, from a card to its holder's identity and from its removal to the lock, in memory and through pcscd. */
package io.github.pscsdk.benchmark.card;

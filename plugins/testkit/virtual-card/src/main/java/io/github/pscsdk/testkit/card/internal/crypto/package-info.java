/** Keys of cards, and two hierarchies made at each start, never written. The only user of Bouncy Castle in the kit. */
package io.github.pscsdk.testkit.card.internal.crypto;

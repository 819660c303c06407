/** pcscd with the virtual reader vpcd. */
package io.github.pscsdk.testkit.card.internal.vpcd;

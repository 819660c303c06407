/**
 * The edge to PC/SC, and the only user of {@code javax.smartcardio}: readers, connections, and what the foreign exceptions mean. Every
 * trap of that interface has one class here that knows it.
 *
 * <p>Touch a class of this package only where the module {@code java.smartcardio} is known to be there.
 */
package io.github.pscsdk.plugin.cps.internal.pcsc;

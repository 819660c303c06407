/**
 * PC/SC, through {@code javax.smartcardio}, whose only user this package is: the service, its readers and what is in them, and what the
 * exceptions of that interface mean.
 *
 * <p>Touch a class of this package only where the module {@code java.smartcardio} is known to be there.
 */
package io.github.pscsdk.plugin.cps.internal.pcsc;

/**
 * PC/SC, through {@code javax.smartcardio}, whose only user this package is. Touch it only where the module {@code
 * java.smartcardio} is there.
 */
package io.github.pscsdk.plugin.cps.internal.pcsc;

/** PC/SC through {@code javax.smartcardio}. Touch it only where the module {@code java.smartcardio} is there. */
package io.github.pscsdk.plugin.cps.internal.pcsc;

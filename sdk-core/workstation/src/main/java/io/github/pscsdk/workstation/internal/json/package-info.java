/**
 * The documents that the two halves exchange. The only user of Jackson, which is not loaded before the first one.
 * Nothing read is repeated in a message, since it may be personal.
 */
package io.github.pscsdk.workstation.internal.json;

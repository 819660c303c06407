/**
 * Reads who a card belongs to from its authentication certificate: national identifier, name, validity, and whether the
 * card is a real one or a test card. Pure: bytes in, values out; nothing here prints a person.
 */
package io.github.pscsdk.plugin.cps.internal.holder;

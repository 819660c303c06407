/**
 * Everything that travels or rests as JSON. The only user of Jackson: outside of it there are records.
 *
 * <p>Immutable, so safe for any thread.
 */
package io.github.pscsdk.proxy.internal.json;

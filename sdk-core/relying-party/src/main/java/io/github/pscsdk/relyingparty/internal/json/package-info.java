/**
 * The JSON of the wire and of the store. The only user of Jackson: beyond this package there are records,
 * never a tree or a map.
 *
 * <p>Reading is strict on form (depth, trailing text) and tolerant of content: unknown members, duplicates, empty
 * strings for nothing. An exception from here never quotes what was read. Stateless, any thread.
 */
package io.github.pscsdk.relyingparty.internal.json;

/**
 * JSON of answers, personas and UserInfo documents. The only user of Jackson in the test kit. Immutable, except {@link
 * io.github.pscsdk.testkit.persona.internal.json.JsonObject}, which is for one thread at a time.
 */
package io.github.pscsdk.testkit.persona.internal.json;

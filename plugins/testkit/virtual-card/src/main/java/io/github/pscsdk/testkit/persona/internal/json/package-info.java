/**
 * JSON: writing the simulator's answers, reading its personas, composing UserInfo documents. The only user of Jackson in
 * the test kit; nothing outside sees a JSON tree.
 *
 * <p>For the other internal packages. {@link io.github.pscsdk.testkit.persona.internal.json.JsonObject} is for one thread at a
 * time; the rest is immutable.
 */
package io.github.pscsdk.testkit.persona.internal.json;

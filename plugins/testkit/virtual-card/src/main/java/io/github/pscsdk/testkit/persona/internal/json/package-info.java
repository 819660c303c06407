/** JSON of answers, personas and UserInfo, the only user of Jackson in the test kit. Only its objects can change. */
package io.github.pscsdk.testkit.persona.internal.json;

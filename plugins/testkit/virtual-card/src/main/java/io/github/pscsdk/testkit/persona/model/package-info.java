/** A fictitious professional: who it is, how its logins go, and the shape of its UserInfo. Immutable. */
package io.github.pscsdk.testkit.persona.model;

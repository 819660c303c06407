/** A fictitious professional: who it is, how its logins go, and the shape of its UserInfo. Immutable. */
@NullMarked
package io.github.pscsdk.testkit.persona.model;

import org.jspecify.annotations.NullMarked;

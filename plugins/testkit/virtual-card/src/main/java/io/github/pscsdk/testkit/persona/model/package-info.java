/**
 * The values of a fictitious professional: who it is, how its logins go, and the shape of its UserInfo document. All types are
 * immutable.
 */
package io.github.pscsdk.testkit.persona.model;

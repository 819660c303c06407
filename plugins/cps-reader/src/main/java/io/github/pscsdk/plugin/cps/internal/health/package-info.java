/**
 * Looks for trouble before a login does: runtime, PC/SC service, readers, cards, middleware. Never presents a code, never names a
 * person, answers in less than three seconds.
 */
package io.github.pscsdk.plugin.cps.internal.health;

/**
 * The catalogue of everything that can go wrong, in French and in English: who must act and what to do; the login
 * guide, to which each problem leads; and the texts that a person reads. Depends on nothing but the JDK.
 *
 * @since 1.0
 */
@NullMarked
package io.github.pscsdk.diagnostic;

import org.jspecify.annotations.NullMarked;

/**
 * The catalogue of everything that can go wrong: who must act and what to do, in French and in English. Also the
 * login guide, to which each problem leads, and the texts that a person reads.
 *
 * <p>Depends on nothing but the JDK. Exceptions, health checks and the documentation use it.
 *
 * @since 1.0
 */
@NullMarked
package io.github.pscsdk.diagnostic;

import org.jspecify.annotations.NullMarked;

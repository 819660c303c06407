/**
 * The catalogue of everything that can go wrong: who must act and what to do, in French and in English. Also the
 * login guide, to which each problem leads.
 *
 * <p>Depends on nothing but the JDK. Exceptions, health checks and the documentation use it.
 */
package io.github.pscsdk.diagnostic;

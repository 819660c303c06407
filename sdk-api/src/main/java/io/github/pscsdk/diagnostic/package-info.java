/**
 * One catalogue of everything that can go wrong: who must act, what to do next, in French and in English; and the
 * login guide, where each problem has its place.
 *
 * <p>Depends on nothing but the JDK. Exceptions, health checks and the documentation all read it.
 */
package io.github.pscsdk.diagnostic;

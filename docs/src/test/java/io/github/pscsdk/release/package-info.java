/** The rules of Maven Central for a release, and their tests. JDK alone: {@code .ci/rehearse} runs them by themselves. */
package io.github.pscsdk.release;

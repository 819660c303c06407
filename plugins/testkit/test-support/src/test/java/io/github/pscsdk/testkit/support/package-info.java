/** Tests of the waits. */
package io.github.pscsdk.testkit.support;

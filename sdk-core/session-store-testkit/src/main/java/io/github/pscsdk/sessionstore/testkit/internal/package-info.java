/** Help for our own tests of stores and of all that uses one: a race, a wait, a store that tells of its calls. */
package io.github.pscsdk.sessionstore.testkit.internal;

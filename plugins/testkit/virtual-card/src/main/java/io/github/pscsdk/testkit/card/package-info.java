/** Virtual CPS cards and their readers, for tests of software that reads cards. */
package io.github.pscsdk.testkit.card;

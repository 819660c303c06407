/** Holds the architecture to its word: who may depend on whom, where each library lives, what the contract exports. */
package io.github.pscsdk.architecture;

/**
 * Where declarations are handed over: the API of the stand-in of the Santé.fr form, as Santé.fr itself offers none. Whoever has
 * another receiver implements {@link io.github.pscsdk.example.practiceweb.receiver.DeclarationReceiver}. Safe for any thread; every
 * call blocks and can be interrupted.
 */
package io.github.pscsdk.example.practiceweb.receiver;

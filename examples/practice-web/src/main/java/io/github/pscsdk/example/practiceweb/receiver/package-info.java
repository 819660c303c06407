/**
 * Where declarations are handed over: the API of the stand-in of the Santé.fr form, as Santé.fr itself offers none. An
 * application with another receiver replaces this package. Safe for any thread; every call blocks and can be
 * interrupted.
 */
package io.github.pscsdk.example.practiceweb.receiver;

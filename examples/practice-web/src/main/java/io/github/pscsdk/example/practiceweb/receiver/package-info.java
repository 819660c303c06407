/**
 * Where declarations are handed over. Santé.fr offers no interface to submit to, so all that is here is a stand-in: what it
 * is given goes nowhere. Safe for any thread.
 */
package io.github.pscsdk.example.practiceweb.receiver;

/**
 * From what a person typed to a declaration that the rules accept, or to what the person is to correct. The rules, and
 * the spelling of a declaration, are those of the library that all examples share. Stateless; safe for any thread.
 */
package io.github.pscsdk.example.practiceweb.declaration;

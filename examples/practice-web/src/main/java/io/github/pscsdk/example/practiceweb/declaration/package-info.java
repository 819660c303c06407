/**
 * From what a person typed to a declaration that the rules accept, or to what the person is to correct. The rules, and
 * the spelling of a declaration, are those of the library that all examples share. And the place where a professional
 * works: Pro Santé Connect hands over every practice with every workplace and chooses none, so the person does, for as
 * long as the session lasts. Safe for any thread.
 */
package io.github.pscsdk.example.practiceweb.declaration;

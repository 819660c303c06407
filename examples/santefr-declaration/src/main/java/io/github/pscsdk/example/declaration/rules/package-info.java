/**
 * The rules of the form, one class each, named after their identifiers {@code V-IDN} to {@code V-OFFRE}: texts of a
 * declaration in, canonical spellings and findings out. {@link
 * io.github.pscsdk.example.declaration.rules.DeclarationCheck} applies them all.
 *
 * <p>Stateless; safe for any thread. Nothing a declaration can hold makes a rule throw. A rule never shortens, drops or
 * corrects a value without a finding; only the blanks around a value go unmentioned.
 */
package io.github.pscsdk.example.declaration.rules;

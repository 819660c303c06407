/**
 * The rules of the form, {@code V-IDN} to {@code V-OFFRE}: texts of a declaration in, canonical spellings and findings out. Those
 * that look at the shape of one text are tables in {@code Shapes}; the others have a class each, named after the identifier.
 * {@link io.github.pscsdk.example.declaration.rules.DeclarationCheck} applies them all.
 *
 * <p>Stateless; safe for any thread. Nothing a declaration can hold makes a rule throw. A rule never shortens, drops or
 * corrects a value without a finding; only the blanks around a value go unmentioned.
 */
package io.github.pscsdk.example.declaration.rules;
